"""What is wrong with ``data/course.yaml``: fields, minutes, and names that nothing answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from swteach.checks.problem import Nearest
from swteach.course import LISTS, PARTS
from swteach.exercises.fields import (
    BLOOM,
    Kinds,
    check_fields,
    check_items,
    check_list,
    list_items,
    problem,
)
from swteach.yamlfile import CourseFileError, Mapping, Problem, quote, read_yaml

FILE: Kinds = {"frameworks": list, "routes": list, "notebooks": list}
STARTS = {"frameworks": "id", "routes": "title", "notebooks": "number"}
FRAMEWORK: Kinds = {"id": str, "title": str}
FRAMEWORK_EXTRAS: Kinds = {"to_confirm": (list, str)}
ROUTE: Kinds = {"title": str, "sessions": list, "note": str}
NOTEBOOK: Kinds = {"number": int, "file": str, "title": str, "about": str, "question": str}
NOTEBOOK |= {"minutes": int, "parts": Mapping, "content_note": str}
NOTEBOOK_EXTRAS: Kinds = {"outcomes": list, "abilities": list, "plan": str, "opening": str}
NOTEBOOK_EXTRAS |= {"standards": Mapping, "texts": list, "exercises": list}
NOTEBOOK_EXTRAS |= {"plain_words": list}
OUTCOME: Kinds = {"id": str, "text": str, "levels": list}
TIMES: Kinds = dict.fromkeys(PARTS, int)
SOURCES = {"texts": "documents.csv", "exercises": "the folder exercises"}


def check_course(document: Any, folder: Path, *, exercises: bool = True) -> Iterator[Problem]:
    """Yield every problem of the course file, held against the texts and exercises beside it.

    Parameters
    ----------
    document
        The file, as read.
    folder
        The data folder it lies in.
    exercises
        Whether to look up the exercises that it names, which takes longer than all the rest.
    """
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not the course.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    for key, start in STARTS.items():
        yield from check_items(document, "", key, start)
    frameworks, notebooks = (list_items(document, key) for key in ("frameworks", "notebooks"))
    for item in frameworks:
        yield from _check_framework(item)
    known = {str(item.get("id")) for item in frameworks}
    for item in notebooks:
        yield from _check_notebook(item, folder, known)
        if exercises:
            found = _find_exercises(item.get("number"), folder)
            yield from _check_names(item, _name_notebook(item), "exercises", found)
    yield from _check_twice(notebooks)
    numbers = [item.get("number") for item in notebooks]
    for item in list_items(document, "routes"):
        yield from _check_route(item, numbers)


def _name(item: Mapping, key: str) -> str:
    return str(item.get(key) or "")


def _name_notebook(item: Mapping) -> str:
    return f"notebook {item.get('number')}"


def _check_framework(item: Mapping) -> Iterator[Problem]:
    name = _name(item, "id")
    yield from check_fields(item, name, FRAMEWORK, FRAMEWORK_EXTRAS)
    yield from check_list(item, name, "to_confirm")
    if isinstance(item.get("to_confirm"), str) and item["to_confirm"] != "all":
        message = f"to_confirm {quote(item['to_confirm'])} is not known."
        yield problem(item.line_of("to_confirm"), name, message, "Write all, or a list.")


def _check_notebook(item: Mapping, folder: Path, frameworks: set[str]) -> Iterator[Problem]:
    name = _name_notebook(item)
    yield from check_fields(item, name, NOTEBOOK, NOTEBOOK_EXTRAS)
    for key in LISTS:
        yield from check_list(item, name, key)
    yield from _check_file(item, name)
    yield from _check_minutes(item, name)
    yield from _check_outcomes(item, name)
    yield from _check_names(item, name, "texts", _find_texts(folder))
    yield from check_items(item, name, "outcomes", "id")
    yield from _check_standards(item, name, frameworks)


def _check_standards(item: Mapping, name: str, frameworks: set[str]) -> Iterator[Problem]:
    standards = item.get("standards")
    if not isinstance(standards, Mapping):
        return
    yield from check_fields(standards, name, dict.fromkeys(standards, list), {})
    for key in standards:
        yield from check_list(standards, name, key)
        if key not in frameworks:
            message = f'there is no framework "{key}".'
            remedy = f"Use one of: {', '.join(sorted(frameworks))}."
            yield problem(standards.line_of(key), name, message, remedy)


def _check_file(item: Mapping, name: str) -> Iterator[Problem]:
    number, file = item.get("number"), item.get("file")
    if not isinstance(number, int) or not isinstance(file, str):
        return
    if not re.fullmatch(rf"{number:02}_\w+", file):
        message, remedy = f"file {quote(file)} is no name for it.", f"Write {number:02}_a_name."
        yield problem(item.line_of("file"), name, message, remedy)


def _check_minutes(item: Mapping, name: str) -> Iterator[Problem]:
    parts = item.get("parts")
    if not isinstance(parts, Mapping):
        return
    found = list(check_fields(parts, name, {}, TIMES))
    yield from found
    total = sum(value for value in parts.values() if isinstance(value, int))
    if not found and isinstance(item.get("minutes"), int) and total != item["minutes"]:
        message = f"the parts take {total} minutes together, the notebook {item['minutes']}."
        yield problem(item.line_of("parts"), name, message, "Change one of the two.")


def _check_outcomes(item: Mapping, name: str) -> Iterator[Problem]:
    start = str(item.get("number"))
    for outcome in list_items(item, "outcomes"):
        own = f"outcome {outcome.get('id')}"
        yield from check_fields(outcome, own, OUTCOME, {})
        if not re.fullmatch(rf"{re.escape(start)}\.\d+", str(outcome.get("id"))):
            message = f"an outcome of {name} must be called {start}.1, and so on."
            yield problem(outcome.line_of("id"), own, message, 'Write it in quotes: id: "7.1".')
        yield from _check_levels(outcome, own)


def _check_levels(outcome: Mapping, own: str) -> Iterator[Problem]:
    levels = outcome.get("levels")
    for level in levels if isinstance(levels, list) else []:
        if level not in BLOOM:
            message = f"level {quote(level)} is not known."
            yield problem(outcome.line_of("levels"), own, message, f"Use: {', '.join(BLOOM)}.")


def _check_names(item: Mapping, name: str, key: str, known: list[str]) -> Iterator[Problem]:
    values = item.get(key) if isinstance(item.get(key), list) else []
    if values and not known:
        message, remedy = f"{key}: there are none for this notebook.", f"See {SOURCES[key]}."
        yield problem(item.line_of(key), name, message, remedy)
        return
    for value in values:
        if isinstance(value, str) and value not in known:
            message = f'{key}: there is no "{value}".'
            remedy = Nearest(known, "See the files beside this one.").suggest(value)
            yield problem(item.line_of(key), name, message, remedy)


def _find_texts(folder: Path) -> list[str]:
    from swteach.exercises.record import read_record

    return list(dict.fromkeys(read_record(folder).texts))


def _find_exercises(number: Any, folder: Path) -> list[str]:
    ids: list[str] = []
    stem = f"{number:02}_" if isinstance(number, int) else ""
    for path in sorted((folder / "exercises").glob(f"{stem}*.yaml")):
        try:
            document = read_yaml(path)
        except CourseFileError:  # said where the exercises are checked
            continue
        found = list_items(document, "exercises") if isinstance(document, Mapping) else []
        ids += [item["id"] for item in found if isinstance(item.get("id"), str)]
    return ids


def _check_twice(notebooks: list[Mapping]) -> Iterator[Problem]:
    for key in ("number", "file"):
        seen: dict[str, int] = {}
        for item in notebooks:
            line = item.line_of(key)
            first = seen.setdefault(str(item.get(key)), line)
            if first != line:
                message = f'{key} "{item.get(key)}" stands twice, here and on line {first}.'
                yield problem(line, f"notebook {item.get('number')}", message, "Change one.")


def _check_route(item: Mapping, numbers: list[Any]) -> Iterator[Problem]:
    name = _name(item, "title")
    yield from check_fields(item, name, ROUTE, {})
    sessions = item.get("sessions")
    for session in sessions if isinstance(sessions, list) else []:
        if not isinstance(session, list):
            message = f"a session is a list of notebooks, not {quote(session)}."
            yield problem(item.line_of("sessions"), name, message, "Write it so: [1, 2].")
            continue
        for number in (one for one in session if one not in numbers):
            message = f"there is no notebook {quote(number)}."
            yield problem(item.line_of("sessions"), name, message, f"Use: {numbers}.")
