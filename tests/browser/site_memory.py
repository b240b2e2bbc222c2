"""A journal in memory for tests that record thousands of times, and boxes filled in by chance."""

from __future__ import annotations

from typing import Any

import pytest
from site_play import CLOCK, KEPT, Entries

from swteach.journal.book import Journal
from swteach.journal.entry import Entry
from swteach.journal.outcome import Outcome

# Numbers that are typed in unusual ways, and what is no number.
TYPED = ["", " ", "abc", "£", "1,5", "1.234", "£1.2 million", "−3", "-0", "1e3", "١٢", "4 2", "1/2"]
TYPED += ["12 per cent", "30%", "37 hours", "£40 an hour", "0.005", "2.675", "1'000", "9" * 45]
TYPED += ["about 40", "1,234,567", "1.234.567", "😀" * 70, "\ufeff", "\x85", "0", "1e400", "∞"]


def keep_in_memory(monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Begin a journal that no disk slows down; return the list of what is recorded in it."""
    told: Entries = []
    entries: list[Entry] = []

    def record(self: Journal, made: Entry) -> Outcome:
        told.append({name: made.fields[name] for name in KEPT})
        entries.append(made)
        return Outcome(True, "Saved.", made)

    def find(self: Journal, id: str, kind: str | None = None) -> list[Entry]:
        return [one for one in entries if one.id == id and kind in (None, one.kind)]

    monkeypatch.setattr("swteach.journal.book.say_time", lambda _: CLOCK)
    monkeypatch.setattr(Journal, "_record", record)
    monkeypatch.setattr(Journal, "history", find)
    return told


def flatten(views: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the views of all sittings, one after the other."""
    return [view for sitting in views for view in sitting]
