"""What is wrong with ``data/course.yaml``: fields, minutes, and names that nothing answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from swteach.checks.problem import Nearest
from swteach.course import LISTS, PARTS
from swteach.exercises.fields import BLOOM, Kinds, check_fields, check_list, problem
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

FILE: Kinds = {"frameworks": list, "routes": list, "notebooks": list}
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


def check_course(document: Any, folder: Path) -> Iterator[Problem]:
    """Yield every problem of the course file, held against the texts and exercises beside it."""
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not the course.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    frameworks = list(_items(document, "frameworks"))
    for item in frameworks:
        yield from check_fields(item, _name(item, "id"), FRAMEWORK, FRAMEWORK_EXTRAS)
    notebooks = list(_items(document, "notebooks"))
    known = {item.get("id") for item in frameworks}
    for item in notebooks:
        yield from _check_notebook(item, folder, known)
    yield from _check_twice(notebooks)
    numbers = [item.get("number") for item in notebooks]
    for item in _items(document, "routes"):
        yield from _check_route(item, numbers)
    for key in FILE:
        yield from _check_shape(document, key)


def _items(document: Mapping, key: str) -> Iterator[Mapping]:
    values = document.get(key)
    return (item for item in (values if isinstance(values, list) else []) if _is_fields(item))


def _is_fields(item: Any) -> bool:
    return isinstance(item, Mapping)


def _check_shape(document: Mapping, key: str) -> Iterator[Problem]:
    for place, item in enumerate(document.get(key) or [], 1):
        if not _is_fields(item):
            message = f"number {place} must have fields of its own, not {item!r}."
            yield problem(document.line_of(key), key, message, "See how the others are written.")


def _name(item: Mapping, key: str) -> str:
    return str(item.get(key) or "")


def _check_notebook(item: Mapping, folder: Path, frameworks: set[Any]) -> Iterator[Problem]:
    name = f"notebook {item.get('number')}"
    yield from check_fields(item, name, NOTEBOOK, NOTEBOOK_EXTRAS)
    for key in LISTS:
        yield from check_list(item, name, key)
    yield from _check_minutes(item, name)
    yield from _check_outcomes(item, name)
    find_names = {"texts": _find_texts, "exercises": partial(_find_exercises, item.get("number"))}
    for key, find in find_names.items():
        yield from _check_names(item, name, key, find(folder))
    for key in item.get("standards") or {}:
        if key not in frameworks:
            message = f'there is no framework "{key}".'
            remedy = f"Use one of: {', '.join(sorted(map(str, frameworks)))}."
            yield problem(item["standards"].line_of(key), name, message, remedy)


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
    for outcome in _items(item, "outcomes"):
        own = f"outcome {outcome.get('id')}"
        yield from check_fields(outcome, own, OUTCOME, {})
        if not re.fullmatch(rf"{item.get('number')}\.\d+", str(outcome.get("id"))):
            message = f"an outcome of {name} must be called {item.get('number')}.1, and so on."
            yield problem(outcome.line_of("id"), own, message, 'Write it in quotes: id: "7.1".')
        for level in outcome.get("levels") or []:
            if level not in BLOOM:
                message = f'level "{level}" is not known.'
                yield problem(outcome.line_of("levels"), own, message, f"Use: {', '.join(BLOOM)}.")


def _check_names(item: Mapping, name: str, key: str, known: list[str]) -> Iterator[Problem]:
    values = item.get(key)
    for value in values if isinstance(values, list) else []:
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
            ids += [item.get("id") for item in _items(read_yaml(path), "exercises")]
        except (CourseFileError, AttributeError):  # said where the exercises are checked
            continue
    return [one for one in ids if isinstance(one, str)]


def _check_twice(notebooks: list[Mapping]) -> Iterator[Problem]:
    for key in ("number", "file"):
        seen: dict[Any, int] = {}
        for item in notebooks:
            line = item.line_of(key)
            first = seen.setdefault(item.get(key), line)
            if first != line:
                message = f'{key} "{item.get(key)}" stands twice, here and on line {first}.'
                yield problem(line, f"notebook {item.get('number')}", message, "Change one.")


def _check_route(item: Mapping, numbers: list[Any]) -> Iterator[Problem]:
    name = _name(item, "title")
    yield from check_fields(item, name, ROUTE, {})
    sessions = item.get("sessions")
    for session in sessions if isinstance(sessions, list) else []:
        if not isinstance(session, list):
            message = f"a session is a list of notebooks, not {session!r}."
            yield problem(item.line_of("sessions"), name, message, "Write it so: [1, 2].")
            continue
        for number in (one for one in session if one not in numbers):
            message = f"there is no notebook {number!r}."
            yield problem(item.line_of("sessions"), name, message, f"Use: {numbers}.")
