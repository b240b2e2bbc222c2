"""The messy page as a lecturer writes it in data/messy_page.yaml: lines, what each is, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from swteach.exercises.fields import (
    Kinds,
    check_fields,
    check_items,
    list_items,
    problem,
    unknown_value,
)
from swteach.yamlfile import Mapping, Problem, read_sound

NAME = "messy_page.yaml"
BODY = "body"  # the one kind that is the author's own words
LOOKS = ("plain", "large", "small", "boxed")

FILE: Kinds = {"title": str, "kinds": Mapping, "lines": list, "host": Mapping}
LINE: Kinds = {"line": str, "kind": str, "reason": str}
LINE_EXTRAS: Kinds = {"look": str}
HOST: Kinds = {"name": str, "question": str, "wants": str, "fair": str}


@dataclass(frozen=True)
class Line:
    """One line of the page: its words, how it looks, what it is in words, and why."""

    text: str
    look: str
    kind: str
    reason: str
    author: bool


@dataclass(frozen=True)
class Host:
    """Who runs the page, what they want, and what follows from that and what does not."""

    name: str
    question: str
    wants: str
    fair: str


@dataclass(frozen=True)
class MessyPage:
    """The whole page, its lines in order."""

    title: str
    lines: tuple[Line, ...]
    host: Host


def load_messy_page(folder: Path | None = None) -> MessyPage:
    """
    Read the page that notebook 01 parts into the author's words and clutter.

    Parameters
    ----------
    folder
        A data folder; by default the course's own.

    Raises
    ------
    CourseFileError
        With every problem of messy_page.yaml: its line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    path = (folder or find_data()) / NAME
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> MessyPage:
    document = read_sound(path, _check)
    lines = tuple(_make_line(item, document["kinds"]) for item in document["lines"])
    host = Host(**{key: document["host"][key].strip() for key in HOST})
    return MessyPage(document["title"].strip(), lines, host)


def _make_line(item: Mapping, kinds: Mapping) -> Line:
    kind, words = item["kind"], kinds[item["kind"]]
    return Line(
        _join(item["line"]),
        item.get("look") or "plain",
        words,
        item["reason"].strip(),
        kind == BODY,
    )


def _join(text: str) -> str:
    """Return a line's words as one line: the journal keeps the marks of a page line by line."""
    return " ".join(text.split())


def _check(document: Any) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not the messy page.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    if isinstance(document.get("host"), Mapping):
        yield from check_fields(document["host"], "host", HOST, {})
    kinds = document.get("kinds")
    if isinstance(kinds, Mapping):
        yield from check_fields(kinds, "kinds", dict.fromkeys([BODY, *kinds], str), {})
        yield from check_items(document, "", "lines", "line")
        yield from _check_lines(document, tuple(kinds))


def _check_lines(document: Mapping, kinds: tuple[str, ...]) -> Iterator[Problem]:
    items = list_items(document, "lines")
    first: dict[str, int] = {}
    for place, item in enumerate(items, 1):
        name = f"line {place}"
        yield from _check_line(item, name, kinds)
        yield from _check_repeat(item, name, first)
    yield from _check_both(document, items)


def _check_line(item: Mapping, name: str, kinds: tuple[str, ...]) -> Iterator[Problem]:
    yield from check_fields(item, name, LINE, LINE_EXTRAS)
    for key, legal in (("kind", kinds), ("look", LOOKS)):
        if isinstance(item.get(key), str) and item[key] and item[key] not in legal:
            yield unknown_value(item, name, key, legal)


def _check_repeat(item: Mapping, name: str, first: dict[str, int]) -> Iterator[Problem]:
    text = item.get("line")
    if isinstance(text, str) and text:
        other = first.setdefault(_join(text), item.line)
        if other != item.line:
            message = f"the same words stand on line {other} of the file already."
            yield problem(item.line_of("line"), name, message, "Change or delete one of the two.")


def _check_both(document: Mapping, items: list[Mapping]) -> Iterator[Problem]:
    kinds = {item.get("kind") == BODY for item in items}
    if items and kinds != {True, False}:
        message = "the page needs lines by the author and lines of clutter."
        remedy = f'Give at least one line "kind: {BODY}" and one another kind.'
        yield problem(document.line_of("lines"), "lines", message, remedy)
