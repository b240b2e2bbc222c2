"""What is wrong with ``data/course.yaml``: fields, minutes, and names that nothing answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from swteach.checks.problem import Nearest
from swteach.course import LISTS, NAME, PARTS
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
# By list: what to say where none of its names can be found, and where one cannot.
NONE = {
    "texts": ("none can be found.", "No row of documents.csv can be read: mend that file first."),
    "exercises": (
        "there are none for this notebook.",
        "Take their file back into the folder exercises, or delete this list.",
    ),
}
GONE = {
    "texts": "If you took the text out, delete it here as well.",
    "exercises": "If you deleted the question, delete it here as well.",
}


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
        found = _find_exercises(item.get("number"), folder) if exercises else None
        if found is not None:
            yield from _check_names(item, "exercises", found, folder)
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
    yield from _check_names(item, "texts", _find_texts(folder), folder)
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
            remedy = Nearest(frameworks, 'List it under "frameworks:" first.').suggest(key)
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


def _check_names(item: Mapping, key: str, known: list[str], folder: Path) -> Iterator[Problem]:
    values, name = item.get(key) if isinstance(item.get(key), list) else [], _name_notebook(item)
    if values and not known:
        message, remedy = NONE[key]
        yield problem(item.line_of(key), name, f"{key}: {message}", remedy)
        return
    for value in values:
        if isinstance(value, str) and value not in known:
            message = f'{key}: there is no "{value}".'
            near = Nearest(known, "See the files beside this one.").suggest(value)
            line = find_item(folder / NAME, item.line_of(key), value)
            yield problem(line, name, message, f"{near} {GONE[key]}")


def find_item(path: Path, first: int, name: str) -> int:
    """Return the line of a file on which a list names something, from its first line on."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    for number, line in enumerate(lines[first - 1 :], first):
        if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line):
            return number
    return first


def _find_texts(folder: Path) -> list[str]:
    from swteach.exercises.record import read_record

    return list(dict.fromkeys(read_record(folder).texts))


def _find_exercises(number: Any, folder: Path) -> list[str] | None:
    """Return the ids of a notebook's questions; None where its file cannot tell.

    What is wrong with the file is said where the exercises are read.
    """
    stem = f"{number:02}_" if isinstance(number, int) else ""
    paths = sorted((folder / "exercises").glob(f"{stem}*.yaml"))
    ids: list[str] = []
    for path in paths:
        try:
            document = read_yaml(path)
        except CourseFileError:
            return None
        found = list_items(document, "exercises") if isinstance(document, Mapping) else []
        ids += [item["id"] for item in found if isinstance(item.get("id"), str)]
    return ids or (None if paths else [])


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
