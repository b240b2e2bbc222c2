"""What a journal holds, by notebook and question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from swteach.journal.entry import Entry
from swteach.journal.exports.outline import (
    clean,
    find_place,
    name_place,
    say_moment,
    say_value,
)
from swteach.journal.pages import Pages
from swteach.journal.privacy import find_private, leave_out_ticks, name_question


@dataclass(frozen=True)
class Item:
    """One question or tool: what was written last, when, and how often something was kept.

    Attributes
    ----------
    key
        What its entries have in common; see ``name_question``.
    title
        The question in plain words, or its id.
    lines
        The newest words, safe to show.
    private
        Whether its newest words are left out of what is handed in.
    """

    key: str
    title: str
    kind: str
    lines: tuple[str, ...]
    when: str
    count: int
    private: bool


def list_notebooks(pages: Pages) -> list[tuple[str, list[Item]]]:
    """Return what is kept, as pairs of a notebook's name and its questions, as exports sort it."""
    private = find_private(pages)
    entries = sorted(leave_out_ticks(pages).sorted(), key=find_place)
    return [
        (name_place(place), _list_items(group, private))
        for place, group in groupby(entries, key=find_place)
    ]


def _list_items(entries: Iterable[Entry], private: set[str]) -> list[Item]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name_question(entry), []).append(entry)
    return [_make_item(key, group, private) for key, group in found.items()]


def _make_item(key: str, entries: list[Entry], private: set[str]) -> Item:
    last = entries[-1]
    title = " ".join(clean(last.prompt or last.id))
    lines = tuple(clean("\n".join(say_value(last.value))))
    when = say_moment(last.at)
    return Item(key, title, last.kind, lines, when, len(entries), last.key in private)
