"""Everything about a course in one run: data, questions, notebooks, licences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from swteach.check import check_folder
from swteach.checks.hashes import STALE, write_hashes
from swteach.checks.lines import tidy
from swteach.checks.problem import Problem
from swteach.claim_ids import list_claim_ids
from swteach.course_folder import is_own
from swteach.datapackage import DESCRIPTOR, read_package
from swteach.editions.teaching_file import NAME as TEACHING
from swteach.kit.answer_key import NAME as KEY
from swteach.kit.answer_key import read_key, work_out, write_key
from swteach.kit.choices import check_choices
from swteach.kit.code_rules import check_code
from swteach.kit.course_files import check_licences, check_plan, read_plans
from swteach.kit.moved_answers import ACCEPT, add_old_answers, check_answers, check_key
from swteach.kit.notebook_file import read_notebooks
from swteach.kit.page_rules import check_page
from swteach.kit.question_rules import check_questions, read_banks
from swteach.kit.rehearsal import Rehearsal, rehearse
from swteach.kit.shipped import list_known

MEANT = f"Where the change was meant: {ACCEPT}"


@dataclass(frozen=True)
class Checked:
    """What a check found, and how much it looked at, by name.

    ``there`` is how many notebooks the course has, damaged ones among them, and ``ran`` how many
    of these were run.
    """

    folder: Path
    problems: list[Problem]
    counts: dict[str, int] = field(default_factory=dict)
    there: int = 0
    ran: int = 0

    def to_json(self) -> str:
        """Return it for machines."""
        problems = [problem._asdict() for problem in self.problems]
        document = {"folder": str(self.folder), "checked": self.counts, "notebooks_run": self.ran}
        document["problems"] = problems
        return json.dumps(document, indent=1, ensure_ascii=False)


def check_course(folder: Path, *, fast: bool = False) -> Checked:
    """Check a whole course.

    Parameters
    ----------
    folder
        A folder with ``notebooks`` and ``data`` in it.
    fast
        Whether to leave out what takes minutes: running the notebooks and the optional tasks.

    Returns
    -------
    Checked
        The problems, data first, then the notebooks; files named from the course's folder.
    """
    data = folder / "data"
    notebooks, damaged = read_notebooks(folder)
    found = _check_data(data)
    plans, claims = read_plans(data), list_claim_ids(data)
    if (data / DESCRIPTOR).is_file():
        found += check_questions(data, plans, notebooks)
        found += _check_answers(data, notebooks)
    found += [*_check_own(folder), *damaged]
    found += check_plan(folder, plans, notebooks)
    for notebook in notebooks:
        found += [*check_page(notebook), *check_code(notebook, claims)]
    found += check_licences(folder)
    run = Rehearsal() if fast else rehearse(folder, notebooks)
    questions = sum(len(bank.items) for bank in read_banks(data).values())
    cells = sum(len(notebook.cells) for notebook in notebooks)
    counts = {"notebooks": len(notebooks), "cells": cells, "questions": questions}
    there = len(notebooks) + len(damaged)
    return Checked(folder, [*found, *run.problems], counts, there, run.ran)


def accept(folder: Path) -> list[str]:
    """Accept the data as they are: write their hashes, and the answers that follow from them.

    Parameters
    ----------
    folder
        A course, or a data folder alone.

    Returns
    -------
    list of str
        What was accepted, in sentences.
    """
    data = folder if (folder / DESCRIPTOR).is_file() else folder / "data"
    tidied = [one.path for one in read_package(data).values() if tidy(data, one.path)]
    said = [f"Tidied the line ends of {name}." for name in tidied]
    said += [f"Accepted the changed table {name}." for name in write_hashes(data)]
    return said + (_accept_answers(data) if (data / "exercises").is_dir() else [])


def _accept_answers(data: Path) -> list[str]:
    had_key = bool(read_key(data))
    moved = [f"Accepted the new answer of {name}." for name in write_key(data)]
    return moved if had_key else ["Accepted every answer as it is now.", *moved]


def is_acceptable(problem: Problem) -> bool:
    """Return whether a problem is a change that the lecturer may have meant."""
    return problem.message == STALE or problem.remedy.endswith(ACCEPT)


def _check_data(data: Path) -> list[Problem]:
    problems = check_folder(data)
    if (data / DESCRIPTOR).is_file():
        problems = _try_old_answers(problems, data)
    return [_place(problem, data) for problem in problems]


def _try_old_answers(problems: list[Problem], data: Path) -> list[Problem]:
    try:
        return add_old_answers(problems, data)
    except ValueError:  # a descriptor that cannot be read, which is said already
        return problems


def _check_own(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the files that a copy for students does not have."""
    data = folder / "data"
    if not (is_own(folder) or (data / TEACHING).is_file() or (data / KEY).is_file()):
        return
    if not (data / TEACHING).is_file():
        message = "is missing, so there can be no tutor pack."
        yield Problem(f"data/{TEACHING}", 0, "", "", message, "Take it back from an older copy.")
    if (data / DESCRIPTOR).is_file():
        yield from check_key(data)
    yield from check_choices(folder, list_known())


def _check_answers(data: Path, notebooks: list) -> list[Problem]:
    try:
        work_out(data)
    except ValueError:
        return []
    return list(check_answers(data, notebooks))


def _place(problem: Problem, data: Path) -> Problem:
    """Name the file from the course's folder, and the command that a course has."""
    remedy = MEANT if problem.message == STALE else problem.remedy
    file = "data" if problem.file == str(data) else f"data/{problem.file}"
    return problem._replace(file=file, remedy=remedy)
