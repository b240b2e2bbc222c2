"""The one journal of a kernel: opened on first use, shared by every widget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from swteach.journal.book import Journal
from swteach.journal.entry import Entry
from swteach.journal.outcome import Outcome
from swteach.journal.place import find_journal

_OPEN: dict[Path, Journal] = {}


def open_journal() -> Journal:
    """
    Return the journal of this notebook, opening it if need be; never raises.

    It lies in the notebook's folder as journal.json, or where ``SWTEACH_JOURNAL`` says. As the
    last line of a cell it says where it is, and whatever the student should know about it.
    """
    path = find_journal()
    if path not in _OPEN:
        _OPEN[path] = Journal(path)
    return _OPEN[path]


def record(kind: str, id: str, value: Any, **options: Any) -> Outcome:
    """Save one thing in this notebook's journal; see ``Journal.record`` for the options."""
    return open_journal().record(kind, id, value, **options)


def latest(id: str, kind: str | None = None) -> Entry | None:
    """Return what was recorded last under an id, in whichever notebook or session; or None."""
    return open_journal().latest(id, kind)


def tell_notices() -> list[str]:
    """Return what a student must be told about the file and has not been told yet."""
    return open_journal().tell_notices()


def history(id: str, kind: str | None = None) -> list[Entry]:
    """Return all that was recorded under an id, oldest first."""
    return open_journal().history(id, kind)
