"""The briefing builder as a lecturer writes it in data/briefing.yaml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from swteach.briefing_plan import Box, Plan, Topic
from swteach.checks.problem import Nearest
from swteach.claim_ids import list_claim_ids
from swteach.exercises.fields import Kinds, check_fields, check_items, list_items, problem
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

NAME = "briefing.yaml"
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_EXERCISE = re.compile(r"^ *- id: *([\w-]+)", re.MULTILINE)

NUMBERS: Kinds = {
    "total_words": int,
    "half_words": int,
    "caption_words": int,
    "source_words": int,
    "outside_claims": int,
}
LISTS: Kinds = {"slots": list, "charts": list, "parts": list, "sources": list, "questions": list}
FILE: Kinds = {"intro": str, **NUMBERS, **LISTS, "account": Mapping}
WORDS: Kinds = {"title": str, "ask": str}
BOX: Kinds = {"id": str, **WORDS}
# What a box of each list must have besides its id and its words.
BOXES: dict[str, Kinds] = {"slots": {}, "charts": {}, "parts": {"words": int}, "sources": {}}
QUESTION: Kinds = {"id": str, "question": str, "first": str, "second": str}
QUESTION |= {"claims": list, "charts": list}
MOST_OUTSIDE, MOST_WORDS = 9, 100_000
WHERE = {
    "claims": "All ids are in claims.csv.",
    "charts": "All names are in sw.charts.",
}


def load_plan(folder: Path | None = None) -> Plan:
    """
    Read the briefing builder's questions, parts, claims and charts.

    Parameters
    ----------
    folder
        A data folder; by default the course's own.

    Raises
    ------
    CourseFileError
        With every problem of briefing.yaml: its line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    path = (folder or find_data()) / NAME
    claims = path.with_name("claims.csv")
    changed = claims.stat().st_mtime_ns if claims.is_file() else 0
    return _read(path, path.stat().st_mtime_ns, changed)


@lru_cache(maxsize=8)
def _read(path: Path, *changed: int) -> Plan:
    document = read_yaml(path)
    known = {"claims": list_claim_ids(path.parent), "charts": _list_charts()}
    lines = path.read_text("utf-8").splitlines()
    found = [*_check(document, known, lines), *_check_earlier(document, path)]
    problems = [one._replace(file=path.name) for one in found]
    if problems:
        raise CourseFileError(sorted(problems, key=lambda found: found.line))
    boxes = {key: tuple(_make_box(item) for item in document[key]) for key in BOXES}
    numbers = {key: document[key] for key in NUMBERS}
    topics = tuple(_make_topic(item) for item in document["questions"])
    account = _make_box(document["account"], id="account")
    return Plan(document["intro"].strip(), **numbers, **boxes, account=account, topics=topics)


def _list_charts() -> list[str]:
    from swteach import charts

    return charts.__all__


def _make_box(item: Mapping, id: str = "") -> Box:
    words = [item[key].strip() for key in WORDS]
    return Box(id or item["id"], *words, item.get("words") or 0, item.get("earlier") or "")


def _make_topic(item: Mapping) -> Topic:
    words = [item[key].strip() for key in ("question", "first", "second")]
    return Topic(item["id"], *words, tuple(item["claims"]), tuple(item["charts"]))


def _check(
    document: Any, known: dict[str, Collection[str]], lines: Sequence[str]
) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not the briefing builder.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    yield from _check_numbers(document)
    if isinstance(document.get("account"), Mapping):
        words = {**WORDS, "words": int}
        yield from check_fields(document["account"], "account", words, {"earlier": str})
        yield from _check_words(document["account"], "account")
    for key, extra in BOXES.items():
        for item, name in _each(document, key):
            yield from check_fields(item, name, {**BOX, **extra}, {"earlier": str})
            yield from _check_words(item, name)
        yield from _check_ids(document, key)
    for item, name in _each(document, "questions"):
        yield from check_fields(item, name, QUESTION, {})
        for key, legal in known.items():
            yield from _check_values(item, name, key, legal, lines)
            yield from _check_enough(item, name, key, document)
    yield from _check_ids(document, "questions")
    for key in LISTS:
        yield from check_items(document, "", key, "id")


def _check_numbers(document: Mapping) -> Iterator[Problem]:
    for key in NUMBERS:
        number, least = document.get(key), 0 if key == "outside_claims" else 1
        most = MOST_OUTSIDE if key == "outside_claims" else MOST_WORDS
        if type(number) is int and not least <= number <= most:
            remedy = f"Write a whole number from {least} to {most:,}."
            yield problem(document.line_of(key), "", f"{key} cannot be {number}.", remedy)


def _check_words(item: Mapping, name: str) -> Iterator[Problem]:
    if type(item.get("words")) is int and not 1 <= item["words"] <= MOST_WORDS:
        message = f"words cannot be {item['words']}."
        remedy = f"Write a whole number from 1 to {MOST_WORDS:,}."
        yield problem(item.line_of("words"), name, message, remedy)


def _each(document: Mapping, key: str) -> Iterator[tuple[Mapping, str]]:
    """Yield the members of a list that have fields, each with what a problem calls it."""
    for place, item in enumerate(list_items(document, key), 1):
        yield item, str(item.get("id") or f"{key} {place}")


def _check_ids(document: Mapping, key: str) -> Iterator[Problem]:
    seen: list[str] = []
    for item, name in _each(document, key):
        own = item.get("id")
        if not isinstance(own, str):
            continue
        if not _ID.fullmatch(own):
            remedy = "Use small letters, numbers and -, as in first-case."
            yield problem(item.line_of("id"), name, f'the id "{own}" cannot be used.', remedy)
        if own in seen:
            yield problem(item.line_of("id"), name, "this id stands twice.", "Change one of them.")
        seen.append(own)


def _check_enough(item: Mapping, name: str, key: str, document: Mapping) -> Iterator[Problem]:
    wanted = document.get({"claims": "slots", "charts": "charts"}[key])
    least = len(wanted) if isinstance(wanted, list) else 0
    if isinstance(item.get(key), list) and len(item[key]) < least:
        message = f"there are {len(item[key])} {key}, and a student chooses {least}."
        yield problem(item.line_of(key), name, message, "Add some, so that there is a choice.")


def _check_values(
    item: Mapping, name: str, key: str, legal: Collection[str], lines: Sequence[str]
) -> Iterator[Problem]:
    values = item[key] if isinstance(item.get(key), list) else []
    nearest = Nearest(legal, WHERE[key])
    for place, value in enumerate(values):
        before = values[:place].count(value)
        line = _find_line(lines, item.line_of(key), str(value), before)
        if legal and value not in legal:
            message = f'there is no {key[:-1]} "{value}".'
            yield problem(line, name, message, nearest.suggest(str(value)))
        elif before:
            message = f'"{value}" stands twice in {key}.'
            yield problem(line, name, message, "Delete one of the two.")


def _find_line(lines: Sequence[str], start: int, value: str, before: int) -> int:
    """Return where a value of a list stands, however the list is written."""
    there = [at for at, line in enumerate(lines, 1) if at >= start and value in line]
    return there[before] if before < len(there) else start


def _check_earlier(document: Any, path: Path) -> Iterator[Problem]:
    known = _list_exercises(path)
    if not isinstance(document, Mapping) or not known:
        return
    boxes = [found for key in BOXES for found in _each(document, key)]
    account = document.get("account")
    if isinstance(account, Mapping):
        boxes.append((account, "account"))
    nearest = Nearest(known, "All ids are in data/exercises.")
    for item, name in boxes:
        value = item.get("earlier")
        if isinstance(value, str) and value not in known:
            message = f'earlier: there is no question "{value}".'
            yield problem(item.line_of("earlier"), name, message, nearest.suggest(value))


def _list_exercises(path: Path) -> set[str]:
    found: set[str] = set()
    for file in path.with_name("exercises").glob("*.yaml"):
        with suppress(OSError):  # what is wrong with it is said where the exercises are checked
            found |= set(_EXERCISE.findall(file.read_text("utf-8", errors="replace")))
    return found
