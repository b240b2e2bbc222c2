"""Budgets: what `import swteach` loads, and how much a student has to install."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"pandas", "altair", "ipywidgets", "anywidget", "yaml", "numpy", "IPython", "jupyterlab"}
# Standard library and swteach itself; pandas alone would load about a thousand.
MOST_MODULES = 45
# 98 for the core when the course was designed; a new dependency is a decision, not an accident.
MOST_DISTRIBUTIONS = 106


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


def test_distributions_stay_within_budget() -> None:
    """The course installs no more distributions than it was given room for."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    distributions = [line for line in lines if "==" in line]
    assert 0 < len(distributions) <= MOST_DISTRIBUTIONS
