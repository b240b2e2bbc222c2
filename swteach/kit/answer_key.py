"""The answers that the data gave when they were last accepted, and what has moved since.

A computed answer follows the data, but the words around it do not: a question may still quote
the old figure. So the accepted answers are kept in ``data/exercises/answers.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from swteach.exercises.computed import compute, format_number
from swteach.exercises.facts import read_computed
from swteach.exercises.reading import exercise_paths
from swteach.exercises.record import NotInRecordError, Record, read_record
from swteach.yamlfile import CourseFileError, Mapping, read_yaml

NAME = "exercises/answers.json"
# Shorter numbers stand in a text for many other reasons.
LEAST_DIGITS = 3


@dataclass(frozen=True)
class Answer:
    """What a sum asks for and gives; ``figures`` are the values it rests on, as published."""

    asks: str
    gives: float
    places: int
    figures: tuple[str, ...]

    def __str__(self) -> str:
        """Write the answer as a sentence shows it."""
        return format_number(self.gives, self.places)


@dataclass(frozen=True)
class Sum:
    """Where a sum stands in an exercise file, and what it gives now, if it gives anything."""

    file: str
    notebook: int
    item: str
    line: int
    first: int
    last: int
    asks: str
    now: Answer | None


def work_out(data: Path) -> list[Sum]:
    """Return every sum of the exercise files of a data folder, worked out anew."""
    record = read_record(data)
    found: list[Sum] = []
    for path in exercise_paths(data):
        with suppress(CourseFileError):  # said where the exercises are checked
            found += _work_out_file(path, record)
    return found


def read_key(data: Path) -> dict[str, Answer]:
    """Return the answers last accepted, by question; none where they are lost or damaged."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        kept = json.loads((data / NAME).read_text(encoding="utf-8"))
        return {
            name: Answer(one["asks"], one["gives"], one["places"], tuple(one["figures"]))
            for name, one in kept.items()
        }
    return {}


def write_key(data: Path) -> list[str]:
    """Accept the answers as they are now; return the questions whose answers are new or moved."""
    before = read_key(data)
    key = {one.item: one.now for one in work_out(data) if one.now}
    text = json.dumps({name: asdict(key[name]) for name in sorted(key)}, indent=1) + "\n"
    path = data / NAME
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
    if not before:
        return []
    return [name for name, one in key.items() if name not in before or _moved(before[name], one)]


def list_moved(data: Path) -> list[tuple[Sum, Answer]]:
    """Return the sums that now have another answer or none, with the one last accepted."""
    key = read_key(data)
    pairs = [(one, key[one.item]) for one in work_out(data) if one.item in key]
    return [(one, old) for one, old in pairs if _moved(old, one.now)]


def list_new(data: Path) -> list[Sum]:
    """Return the sums whose answer was never accepted; none where all were lost."""
    key = read_key(data)
    return [one for one in work_out(data) if one.now and key and one.item not in key]


def _moved(old: Answer, now: Answer | None) -> bool:
    return now is None or now.gives != old.gives


def list_old_words(old: Answer, now: Answer) -> list[str]:
    """Return the numbers that a text may still quote, as texts write them."""
    gone = [figure for figure in old.figures if figure not in now.figures]
    words = [str(old), *(_write(figure) for figure in gone), *gone]
    return [
        word
        for word in dict.fromkeys(words)
        if word != str(now) and len(re.sub(r"\D", "", word)) >= LEAST_DIGITS
    ]


def find_words(words: list[str], lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the place of each line that holds one of the numbers, and the number."""
    for place, line in enumerate(lines):
        for word in words:
            if re.search(rf"(?<![\d,.]){re.escape(word)}(?![\d]|[.,]\d)", line):
                yield place, word


def _write(figure: str) -> str:
    return format_number(float(figure), len(figure.partition(".")[2]))


def _work_out_file(path: Path, record: Record) -> Iterator[Sum]:
    document = read_yaml(path)
    items = document.get("exercises") if isinstance(document, Mapping) else None
    items = [one for one in items or () if isinstance(one, Mapping)]
    starts = [one.line for one in items] + [10**9]
    for item, end in zip(items, starts[1:], strict=True):
        for name, parent in _list_parents(item):
            asked = parent["answer"]
            place = (f"exercises/{path.name}", document.get("notebook"), name)
            lines = (parent.line_of("answer"), item.line, end - 1)
            asks = json.dumps(asked, sort_keys=True, default=str)
            yield Sum(*place, *lines, asks, _answer(asked, asks, record))


def _list_parents(item: Mapping) -> Iterator[tuple[str, Mapping]]:
    named = [(str(item.get("id")), item)]
    slips = item.get("slips")
    for number, slip in enumerate(slips if isinstance(slips, list) else (), 1):
        named.append((f"{item.get('id')}, slip {number}", slip))
    for name, parent in named:
        if isinstance(parent, Mapping) and isinstance(parent.get("answer"), Mapping):
            yield name, parent


def _answer(asked: Any, asks: str, record: Record) -> Answer | None:
    # Of a sum that is badly formed, the check of the exercises says what is wrong.
    with suppress(NotInRecordError, KeyError, TypeError, ValueError, AttributeError):
        result = compute(read_computed(asked), record)
        figures = tuple(figure.text for figure in result.figures)
        return Answer(asks, result.value, result.places, figures)
    return None
