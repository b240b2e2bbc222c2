"""A journal as headings and paragraphs, before it becomes Markdown, a page or a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from swteach.journal.entry import Entry, read_time
from swteach.journal.pages import Pages
from swteach.journal.privacy import find_private, leave_out_ticks

TITLE = "Course journal"
OPEN = "Answers, predictions and notes"
PRIVATE = "Private"
PRIVATE_NOTE = (
    "These are your own. If you hand this journal in, you can export it without this part."
)
OTHER = "Other pages"
NO_ANSWER = "no answer"
JOINER = "\u2060"

# A spreadsheet that opens or is given such a line would run it as a formula.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_NUMBER = re.compile(r"(?:n|0*)(\d{1,4})(?=[-_ ]|$)")

Kind = Literal["h1", "h2", "h3", "h4", "note", "words"]


@dataclass(frozen=True)
class Block:
    """A heading, a note by the course, or a student's words: plain lines, safe to show."""

    kind: Kind
    lines: tuple[str, ...]


def outline(pages: Pages, *, private: bool = True) -> list[Block]:
    """
    Return a journal as blocks: a heading for each notebook, then for each question.

    Parameters
    ----------
    pages
        The journal.
    private
        Whether private entries are in it, under a heading of their own.
    """
    apart = find_private(pages)
    entries = leave_out_ticks(pages).sorted()
    entries = [entry for entry in entries if private or entry.key not in apart]
    blocks = [_block("h1", TITLE), _block("note", _introduce(pages.name.text, entries))]
    entries.sort(key=find_place)
    for notebook, group in groupby(entries, key=find_place):
        blocks += _lay_notebook(notebook, list(group), apart)
    return blocks


def _introduce(name: str, entries: list[Entry]) -> str:
    lines = [f"Name: {name}"] if name else []
    if not entries:
        return "\n".join([*lines, "Nothing is written in it yet."])
    last = max(entry.at for entry in entries)
    lines.append(f"Written up to {say_moment(last)}. Under each question, the newest comes first.")
    return "\n".join(lines)


def find_place(entry: Entry) -> tuple[int, str]:
    """Return the notebook an entry belongs to: by its number where it has one, else by name.

    A notebook without a number comes last, as 10,000.
    """
    match = _NUMBER.match(entry.id) if entry.id.startswith("n") else None
    match = match or _NUMBER.match(entry.notebook)
    return (int(match[1]), "") if match else (10_000, entry.notebook)


def name_place(place: tuple[int, str]) -> str:
    """Return a notebook's heading."""
    number, name = place
    return f"Notebook {number}" if number < 10_000 else name or OTHER


def _lay_notebook(place: tuple[int, str], entries: list[Entry], apart: set[str]) -> Iterator[Block]:
    yield _block("h2", name_place(place))
    shared = [entry for entry in entries if entry.key not in apart]
    if shared:
        yield _block("h3", OPEN)
        yield from _lay_items(shared)
    if len(shared) < len(entries):
        yield _block("h3", PRIVATE)
        yield _block("note", PRIVATE_NOTE)
        yield from _lay_items([entry for entry in entries if entry.key in apart])


def _lay_items(entries: list[Entry]) -> Iterator[Block]:
    items: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        items.setdefault((entry.id, entry.kind), []).append(entry)
    for (id, kind), found in items.items():
        yield _block("h4", f"{id}: {kind}")
        yield from _lay_item(found[::-1])


def _lay_item(newest_first: list[Entry]) -> Iterator[Block]:
    if newest_first[0].prompt:
        yield _block("note", newest_first[0].prompt)
    for place, entry in enumerate(newest_first):
        yield _block("note", f"{'Earlier, ' if place else ''}{say_moment(entry.at)}:")
        yield _block("words", "\n".join(say_value(entry.value)))


def say_moment(at: str) -> str:
    """Return a time as "25 November 2026, 19:42 UTC"."""
    moment = read_time(at)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def say_value(value: Any, name: str = "") -> Iterator[str]:
    """Yield what was recorded as lines of text, each part with its name."""
    lead = f"{name}: " if name else ""
    if isinstance(value, dict):
        for part, inner in value.items():
            yield from say_value(inner, f"{name}, {part}" if name else str(part))
    elif isinstance(value, list):
        for place, inner in enumerate(value, 1):
            yield from say_value(inner, f"{name} {place}".strip())
    elif value is None or value == "":
        yield f"{lead}{NO_ANSWER}"
    else:
        yield f"{lead}{_say_scalar(value)}"


def _say_scalar(value: bool | float | str) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _block(kind: Kind, text: str) -> Block:
    lines = clean(text)
    return Block(kind, (" ".join(lines),) if kind.startswith("h") else tuple(lines))


def clean(text: str) -> list[str]:
    """Return text as lines that every format can hold and no spreadsheet takes for a formula.

    Control characters and lone halves of characters become U+FFFD. A line that starts like a
    formula gets an invisible joiner (U+2060) in front.
    """
    lines = (_CONTROL.sub("\ufffd", line) for line in _LINE_END.split(text))
    return [JOINER + line if _FORMULA.match(line) else line for line in lines]


def all_lines(blocks: Iterable[Block]) -> list[str]:
    """Return the lines of all blocks, for counting and comparing."""
    return [line for block in blocks for line in block.lines]
