"""The set-up that `make` does: which Python, which browser, and when anything is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with some variables replaced, and without an outer make's own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(command, capture_output=True, text=True, env={**kept, **environment})


def write_script(path: Path, text: str) -> Path:
    """Write an executable shell script."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_first_python_that_works_is_taken(tmp_path: Path) -> None:
    """A missing name, a stand-in that starts nothing and a too old Python are passed over."""
    stand_in = write_script(tmp_path / "stand-in", "echo 'not installed' >&2; exit 127")
    old = write_script(tmp_path / "old", f'exec "{sys.executable}" -c "raise SystemExit(1)"')
    found = run("sh", ROOT / "tools/find_python.sh", "python2.1", stand_in, old, sys.executable)
    assert (found.returncode, found.stdout.strip()) == (0, sys.executable)


def test_no_python_is_one_line_with_the_way_out(tmp_path: Path) -> None:
    """Where none works, one line says what is needed and how to name one."""
    missing = run("sh", ROOT / "tools/find_python.sh", tmp_path / "none")
    assert missing.returncode == 1
    assert len(missing.stderr.splitlines()) == 1
    assert "needs Python 3.11" in missing.stderr and "PYTHON=" in missing.stderr


def test_a_missing_chromium_is_said_with_what_to_install(tmp_path: Path) -> None:
    """Without Chromium the command ends with 1 and gives the line to type."""
    script = ROOT / "tools/find_chromium.py"
    missing = run(sys.executable, script, PATH=str(tmp_path), SWTEACH_CHROMIUM=str(tmp_path / "x"))
    assert missing.returncode == 1 and missing.stdout == ""
    assert "apt-get install chromium" in missing.stderr


def test_a_named_chromium_comes_first(tmp_path: Path) -> None:
    """SWTEACH_CHROMIUM is used where it is set, whatever else is installed."""
    mine = write_script(tmp_path / "mine", "exit 0")
    found = run(sys.executable, ROOT / "tools/find_chromium.py", SWTEACH_CHROMIUM=str(mine))
    assert (found.returncode, found.stdout.strip()) == (0, str(mine))


@pytest.fixture
def set_up(tmp_path: Path) -> Path:
    """Stand a checkout in which `make setup` has just ended, each file newer than the last."""
    names = ("requirements.txt", "requirements-test.txt", "pyproject.toml", ".venv/bin/python")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for age, name in enumerate((*names, ".venv/.ready", ".venv/.ready-to-test")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (age, age))
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "installs_for_lab", "installs_for_test"),
    [
        (None, 0, 0),
        ("requirements.txt", 2, 3),
        ("pyproject.toml", 2, 3),
        ("requirements-test.txt", 0, 1),
    ],
)
def test_nothing_is_installed_again_unless_the_pins_changed(
    set_up: Path, changed: str | None, installs_for_lab: int, installs_for_test: int
) -> None:
    """A second `make` plans no installation; a newer file of pins brings back what it concerns."""
    if changed:
        os.utime(set_up / changed)
    for target, expected in (("lab", installs_for_lab), ("test", installs_for_test)):
        plan = run("make", "-n", "-C", set_up, target)
        assert plan.returncode == 0, plan.stderr
        assert plan.stdout.count("pip install") == expected, (target, plan.stdout)


def test_options_reach_jupyterlab(set_up: Path) -> None:
    """What stands in ARGS is passed to JupyterLab behind the first notebook."""
    plan = run("make", "-n", "-C", set_up, "lab", "ARGS=--no-browser --port 8890")
    assert "jupyter-lab notebooks/00_start_here.ipynb --no-browser --port 8890" in plan.stdout
