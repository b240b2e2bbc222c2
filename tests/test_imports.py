"""Budgets: what `import swteach` loads, and how much a student has to install."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"pandas", "altair", "ipywidgets", "anywidget", "yaml", "numpy", "IPython", "jupyterlab"}
# Standard library and swteach itself; pandas alone would load about a thousand.
MOST_MODULES = 45
# 106 for the core, on any system, and three to read and write Word files and to lock the journal;
# a new dependency is a decision, not an accident.
MOST_DISTRIBUTIONS = 109
MOST_MEGABYTES = 360


def modules_after(statement: str) -> set[str]:
    """Return what `statement` adds to sys.modules in a fresh interpreter."""
    code = (
        f"import json, sys\nsys.path.insert(0, {str(ROOT)!r})\nbefore = set(sys.modules)\n"
        f"{statement}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    )
    command = [sys.executable, "-I", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_import_loads_nothing_heavy() -> None:
    """`import swteach` loads none of the libraries that the course draws and asks with."""
    loaded = modules_after("import swteach")
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    assert len(loaded) <= MOST_MODULES, sorted(loaded)


def test_heavy_libraries_would_be_seen() -> None:
    """The list above is not empty by mistake: a loader does load pandas."""
    assert "pandas" in modules_after("import swteach; swteach.load_sources()")


def pinned() -> list[str]:
    """Return the name of each distribution in requirements.txt."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("==")[0] for line in lines if "==" in line]


def test_distributions_stay_within_budget() -> None:
    """The course installs no more distributions than it was given room for."""
    assert 0 < len(pinned()) <= MOST_DISTRIBUTIONS


def megabytes(name: str) -> float:
    """Return what a distribution's own list of files adds up to; 0 for another system's."""
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return 0
    return sum(file.size or 0 for file in files) / 1e6


def test_megabytes_stay_within_budget() -> None:
    """Nor do they take more room, compiled bytecode apart."""
    sizes = {name: megabytes(name) for name in pinned()}
    assert sizes["pandas"] > 1
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:5]
    assert sum(sizes.values()) <= MOST_MEGABYTES, largest
