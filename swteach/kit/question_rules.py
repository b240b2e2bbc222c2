"""Whether notebooks, ``course.yaml`` and the exercise files speak of the same questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from swteach.checks.problem import Nearest, Problem
from swteach.course import NAME as COURSE
from swteach.course_rules import find_item
from swteach.exercises.reading import exercise_paths
from swteach.kit.notebook_file import NotebookFile
from swteach.notebook_calls import find_asked, parse_cell
from swteach.yamlfile import CourseFileError, Mapping, read_yaml


@dataclass(frozen=True)
class Bank:
    """The questions of one exercise file, by id."""

    name: str
    items: dict[str, Mapping] = field(default_factory=dict)


def check_questions(
    data: Path, plans: list[Mapping], notebooks: list[NotebookFile]
) -> Iterator[Problem]:
    """Yield questions that are asked nowhere, shown without being listed, or not there.

    Parameters
    ----------
    data
        The data folder.
    plans
        The notebooks as ``course.yaml`` lists them.
    notebooks
        The notebooks as their files hold them.
    """
    banks = read_banks(data)
    files = {notebook.path.stem: notebook for notebook in notebooks}
    for plan in plans:
        bank = banks.pop(plan.get("number"), Bank(""))
        yield from _check_outcomes(plan, bank)
        if plan.get("file") in files:
            yield from _check_shown(data, plan, bank, files[plan["file"]])
    for number, bank in banks.items():
        message = f"is for a notebook {number}, which {COURSE} does not list."
        yield Problem(
            f"data/exercises/{bank.name}", 1, "", "", message, "List it there, or delete the file."
        )


def read_banks(data: Path) -> dict[int, Bank]:
    """Return the exercise files that can be read, by notebook."""
    banks = {}
    for path in exercise_paths(data):
        try:
            document = read_yaml(path)
            items = [one for one in document["exercises"] if isinstance(one, Mapping)]
        except (CourseFileError, KeyError, TypeError):  # said where the exercises are checked
            items = []
        banks[int(path.name[:2])] = Bank(path.name, {str(one.get("id")): one for one in items})
    return banks


def _check_outcomes(plan: Mapping, bank: Bank) -> Iterator[Problem]:
    listed = [one for one in _list(plan, "outcomes") if isinstance(one, Mapping)]
    known = {str(one.get("id")): one for one in listed}
    served = {str(item.get("outcome")) for item in bank.items.values()}
    for name, outcome in known.items():
        if bank.items and name not in served:
            message = "has no question that serves it."
            remedy = f'Write outcome: "{name}" in a question of {bank.name}, or delete it.'
            line = outcome.line_of("id")
            yield Problem(f"data/{COURSE}", line, f"outcome {name}", "", message, remedy)
    for name, item in bank.items.items():
        if known and str(item.get("outcome")) not in known:
            given = str(item.get("outcome") or "")
            message = "names no outcome that it serves."
            if given:
                message = f"is no outcome of notebook {plan.get('number')}."
            remedy = f"Use one of: {', '.join(known)}."
            place = (f"data/exercises/{bank.name}", item.line_of("outcome"), name)
            yield Problem(*place, given, message, remedy)


def _check_shown(
    data: Path, plan: Mapping, bank: Bank, notebook: NotebookFile
) -> Iterator[Problem]:
    listed = [str(one) for one in _list(plan, "exercises")]
    shown = _find_shown({*listed, *bank.items}, bank, notebook)
    if listed and not bank.items:
        return  # the file is gone or cannot be read, which is said once, of that file
    yield from _check_cells(plan, bank, notebook, listed)
    for name in listed:
        if name in bank.items and name not in shown:
            message = f"is listed, but {notebook.name} does not ask it."
            remedy = f'Add a cell of code there, sw.exercise("{name}"), or delete this line.'
            line = find_item(data / COURSE, plan.line_of("exercises"), name)
            item = f"notebook {plan.get('number')}"
            yield Problem(f"data/{COURSE}", line, item, name, message, remedy)
    for name in [name for name in bank.items if name not in {*listed, *shown}]:
        remedy = f'Add sw.exercise("{name}") to {notebook.name} and "- {name}" to {COURSE}, '
        remedy += "or delete the question."
        place = (f"data/exercises/{bank.name}", bank.items[name].line, name, "")
        yield Problem(*place, "is asked in no notebook.", remedy)


def _find_shown(known: set[str], bank: Bank, notebook: NotebookFile) -> set[str]:
    shown: set[str] = set()
    for cell in notebook.code:
        asked = find_asked(cell.source)
        shown |= {*asked.names, *(bank.items if asked.notebooks else ())}
        if parse_cell(cell.source) is None:  # what it asks cannot be told until that is mended
            shown |= {name for name in known if name in cell.source}
    return shown


def _check_cells(
    plan: Mapping, bank: Bank, notebook: NotebookFile, listed: list[str]
) -> Iterator[Problem]:
    asked = [(cell, name) for cell in notebook.code for name in find_asked(cell.source).names]
    for cell, name in asked:
        if name not in bank.items:
            message = f"is no question of data/exercises/{bank.name or '(no file)'}."
            remedy = Nearest(bank.items, "Write it there.").suggest(name)
            remedy += " If you deleted the question, take it out of this cell as well."
            yield notebook.problem(cell, message, remedy, at=name, value=name)
        elif name not in listed:
            message = f"is asked here, but {COURSE} does not list it."
            remedy = f'Add "- {name}" to the exercises of notebook {plan.get("number")} there.'
            yield notebook.problem(cell, message, remedy, at=name, value=name)


def _list(plan: Mapping, key: str) -> list[Any]:
    value = plan.get(key)
    return value if isinstance(value, list) else []
