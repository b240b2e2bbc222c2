"""Run every notebook and every task once more, and compare with what is kept of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from swteach.checks.problem import Problem
from swteach.kit.code_rules import RUN
from swteach.kit.notebook_file import FOLDER, NotebookFile

NEEDED = '-m pip install "nbval>=0.11,<1" pytest'
KEEP = "If the change was meant, keep what it shows now: swteach run"
_CASE = re.compile(r"Cell (\d+)")
_COLOUR = re.compile(r"(?:#x1B|\x1b)\[[0-9;]*m")
_ERROR = re.compile(r"^\s*([A-Z]\w*(?:Error|Exception|Interrupt)\b.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Rehearsal:
    """What a run found, and how many of the notebooks were run."""

    problems: list[Problem] = field(default_factory=list)
    ran: int = 0


def rehearse(folder: Path, notebooks: list[NotebookFile]) -> Rehearsal:
    """Return the cells that fail or show something else than was saved, and wrong tasks.

    Parameters
    ----------
    folder
        A course folder; nothing in it is changed.
    notebooks
        Its notebooks.
    """
    with tempfile.TemporaryDirectory() as place:
        run = _run_notebooks if find_spec("nbval") else _say_missing
        found = run(folder, notebooks, Path(place))
        return Rehearsal([*found.problems, *_run_tasks(folder, Path(place))], found.ran)


def _say_missing(folder: Path, notebooks: list[NotebookFile], place: Path) -> Rehearsal:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    message = "could not be run: nbval is not installed in the Python that swteach runs in."
    remedy = f"Install it there: {python} {NEEDED}. Or check with --fast."
    return Rehearsal([Problem(FOLDER, 0, "", "", message, remedy)])


def _run_notebooks(folder: Path, notebooks: list[NotebookFile], place: Path) -> Rehearsal:
    if not notebooks:
        return Rehearsal()
    report = place / "report.xml"
    # Settings of a folder above must not reach in, and no other plugin is wanted.
    (place / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", place / "pytest.ini", "--rootdir", folder]
    command += ["-p", "nbval.plugin", "-p", "no:cacheprovider", "--nbval", "--nbval-current-env"]
    command += ["-q", f"--junitxml={report}", *(notebook.path.resolve() for notebook in notebooks)]
    done = subprocess.run(
        command, cwd=folder, env=_environment(folder, place), capture_output=True, text=True
    )
    if not report.is_file():
        message = f"could not be run: {(done.stderr or done.stdout).strip()[-300:]}"
        return Rehearsal([Problem(FOLDER, 0, "", "", message, "Look at the message above.")])
    return _read_report(report, notebooks)


def _read_report(report: Path, notebooks: list[NotebookFile]) -> Rehearsal:
    named = {notebook.path.name: notebook for notebook in notebooks}
    problems, ran = [], {name for name, notebook in named.items() if not notebook.code}
    for case in ElementTree.parse(report).iter("testcase"):
        name = next((one for one in named if str(case.get("classname")).endswith(one)), "")
        ran |= {name} & set(named) if _CASE.fullmatch(str(case.get("name"))) else set()
        for fault in [*case.iter("failure"), *case.iter("error")]:
            problems.append(_describe(named.get(name), str(case.get("name")), fault.text or ""))
    return Rehearsal(problems, len(ran))


def _environment(folder: Path, place: Path) -> dict[str, str]:
    ours = {"SWTEACH_DATA": str(folder / "data"), "SWTEACH_JOURNAL": str(place / "journal.json")}
    kept = {key: value for key, value in os.environ.items() if key != "PYTEST_ADDOPTS"}
    return {**kept, **ours, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def _describe(notebook: NotebookFile | None, case: str, text: str) -> Problem:
    number = _CASE.fullmatch(case)
    if notebook is None or number is None:
        return Problem(FOLDER, 0, case, "", f"could not be run: {text[:200]}", RUN)
    cell = notebook.code[int(number[1])]
    said = _COLOUR.sub("", text)
    errors = _ERROR.findall(said)
    if "exception" in said.partition("Input:")[0].lower() and errors:
        return notebook.problem(cell, f"fails: {errors[-1][:200]}", f"Mend the cell. {RUN}")
    return notebook.problem(cell, "shows something else than was saved with it.", KEEP)


def _run_tasks(folder: Path, place: Path) -> Iterator[Problem]:
    command = [sys.executable, "-m", "swteach.kit.task_answers", str(folder / "data")]
    done = subprocess.run(
        command, cwd=folder, env=_environment(folder, place), capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["no message"]
        yield Problem("data/challenges", 0, "", "", f"could not be run: {said[0]}", "Look there.")
        return
    for found in json.loads(done.stdout.splitlines()[-1]):
        yield Problem(*found)
