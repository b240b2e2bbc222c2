"""What a journal holds, by notebook and question, and the part of it to hand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from swteach.journal.entry import Entry
from swteach.journal.exports.outline import OTHER, clean, say_moment, say_value
from swteach.journal.exports.outline import _place as find_place  # so that both sort alike
from swteach.journal.pages import Pages

TICKS_ID, TICKS_KIND = "journal-page", "private ticks"


@dataclass(frozen=True)
class Item:
    """One question or tool: what was written last, when, and how often something was kept.

    Attributes
    ----------
    key
        What its entries have in common; see ``name_key``.
    title
        The question in plain words, or its id.
    lines
        The newest words, safe to show.
    private
        Whether any of its entries was written as private.
    """

    key: str
    title: str
    kind: str
    lines: tuple[str, ...]
    when: str
    count: int
    private: bool


def name_key(entry: Entry) -> str:
    """Return what the entries of one question have in common."""
    return f"{entry.id}: {entry.kind}"


def list_notebooks(pages: Pages) -> list[tuple[str, list[Item]]]:
    """Return what is kept, as pairs of a notebook's name and its questions, as exports sort it."""
    entries = sorted(leave_out_ticks(pages).sorted(), key=find_place)
    return [
        (f"Notebook {number}" if number < 10_000 else name or OTHER, _list_items(group))
        for (number, name), group in groupby(entries, key=find_place)
    ]


def _list_items(entries: Iterable[Entry]) -> list[Item]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name_key(entry), []).append(entry)
    return [_make_item(key, group) for key, group in found.items()]


def _make_item(key: str, entries: list[Entry]) -> Item:
    last = entries[-1]
    title = " ".join(clean(last.prompt or last.id))
    lines = tuple(clean("\n".join(say_value(last.value))))
    private = any(entry.private for entry in entries)
    return Item(key, title, last.kind, lines, say_moment(last.at), len(entries), private)


def find_private(pages: Pages, ticks: dict[str, bool]) -> set[str]:
    """Return the keys of the questions to leave out of what is handed in.

    Parameters
    ----------
    pages
        The journal.
    ticks
        What the student ticked (true) or took a tick from (false); the rest is private where any
        of its entries was written as private.
    """
    items = [item for _, found in list_notebooks(pages) for item in found]
    return {item.key for item in items if ticks.get(item.key, item.private)}


def leave_out(pages: Pages, private: Collection[str]) -> Pages:
    """Return a journal without the questions of these keys, and without the ticks."""
    kept = {key: one for key, one in pages.entries.items() if name_key(one) not in private}
    return leave_out_ticks(replace(pages, entries=kept))


def leave_out_ticks(pages: Pages) -> Pages:
    """Return a journal without the record of what was ticked as private."""
    kept = {key: one for key, one in pages.entries.items() if one.kind != TICKS_KIND}
    return replace(pages, entries=kept)
