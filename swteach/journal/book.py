"""The journal as widgets use it: record, bring back, import."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from swteach.journal.disk import read_file
from swteach.journal.entry import Entry, make_entry, say_time, store
from swteach.journal.fileformat import Reading, read_pages, write_pages
from swteach.journal.outcome import Outcome, report_failure
from swteach.journal.pages import Name, Pages
from swteach.journal.place import find_notebook, reminder
from swteach.journal.store import Store

PRIVATE_KINDS = frozenset({"barometer"})
SESSION = secrets.token_hex(8)
SAVED = "Saved in your journal."


class Journal:
    """
    One journal file, shared by every widget of this kernel and with other kernels.

    No method raises where a disk, a file or another process misbehaves; what could not be saved
    stays in memory and goes to the disk with the next change.

    Parameters
    ----------
    path
        The file. It is made with the first change.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store = Store(path)
        self._told = 0

    def record(
        self,
        kind: str,
        id: str,
        value: Any,
        *,
        prompt: str = "",
        private: bool | None = None,
        draft: bool = False,
        notebook: str | None = None,
    ) -> Outcome:
        """
        Add one answer, prediction, reflection or the like, and save the journal.

        Parameters
        ----------
        kind
            answer, prediction, confidence, barometer, reflection, ledger, claim check, drawing,
            map, calculation, or another plain word.
        id
            Of the exercise or widget; what ``latest`` finds it by.
        value
            Anything that JSON can hold. Text is exported as text; a dict as a list of its parts.
        prompt
            The question in plain words, for the export.
        private
            Whether it is left out of what is handed in, with all that stood there before (see
            ``swteach.journal.privacy``). By default a barometer's reading is, and nothing else.
        draft
            Whether it is typing under way: later typing of this session that holds every word
            of it takes its place, so that an hour of writing leaves a few entries, not hundreds.
        notebook
            Default: the notebook that this kernel serves.
        """
        try:
            made = make_entry(
                **{"at": say_time(datetime.now(UTC)), "count": 0, "session": SESSION},
                **{"kind": kind, "id": id, "value": value, "prompt": prompt, "draft": draft},
                notebook=find_notebook() if notebook is None else notebook,
                private=kind in PRIVATE_KINDS if private is None else private,
            )
        except (TypeError, ValueError, RecursionError) as error:
            return Outcome(False, f"Not saved: the journal cannot hold this ({error}).")
        return self._record(made)

    def _record(self, made: Entry) -> Outcome:
        stamped = made

        def add(pages: Pages) -> Pages:
            nonlocal stamped
            at, count = _next_stamp(pages)
            stamped = replace(made, at=at, count=count)
            return pages.add(stamped)

        return replace(self._change(add), entry=stamped)

    def latest(self, id: str, kind: str | None = None) -> Entry | None:
        """Return what was recorded last under an id (and of one kind), or None."""
        found = self.history(id, kind)
        return found[-1] if found else None

    def history(self, id: str, kind: str | None = None) -> list[Entry]:
        """Return all that was recorded under an id (and of one kind), oldest first."""
        return self.pages.history(id, kind)

    @property
    def pages(self) -> Pages:
        """All that is known now, other open notebooks' work included."""
        return self._store.pages

    @property
    def unsaved(self) -> bool:
        """Whether something in memory is not on the disk."""
        return self._store.unsaved

    @property
    def notices(self) -> tuple[str, ...]:
        """What a student should be told about the file, in complete sentences."""
        return tuple(self._store.notices)

    def tell_notices(self) -> list[str]:
        """Return the notices that nobody has been told yet; each is returned once."""
        new = self.notices[self._told :]
        self._told += len(new)
        return list(new)

    @property
    def name(self) -> str:
        """The student's name; empty unless they gave one."""
        return self.pages.name.text

    def set_name(self, text: str) -> Outcome:
        """Keep the student's name in place of the one before; an empty one takes it away."""
        clean = store(str(text).strip())
        return self._change(
            lambda pages: pages | Pages(name=Name(*_next_stamp(pages), SESSION, clean))
        )

    def save(self) -> Outcome:
        """Try again to save what is not saved yet."""
        return self._change(lambda pages: pages)

    def to_bytes(self) -> bytes:
        """Return the whole journal as a file to download; ``merge`` takes it back."""
        return write_pages(self.pages)

    def write_beside(self, name: str, data: bytes) -> Path:
        """Write an export into the journal's folder, whole, and return its path.

        Raises
        ------
        OSError
            Where it cannot be written.
        """
        path = self.path.with_name(name)
        self._store.write_beside(path, data)
        return path

    def merge(self, source: Path | bytes) -> Outcome:
        """
        Join a downloaded journal with this one; no word of either is dropped.

        Parameters
        ----------
        source
            The journal.json, or what is in it.
        """
        reading = read_file(source) if isinstance(source, Path) else read_pages(bytes(source))
        if reading.trouble and not reading.pages.entries:
            return Outcome(False, f"Nothing was imported: the file {reading.trouble.value}.")
        before = self.pages
        added = len((before | reading.pages).entries.keys() - before.entries.keys())
        outcome = self._change(lambda pages: pages | reading.pages)
        message = _say_import(added, reading) if outcome else outcome.message
        return replace(outcome, added=added, message=message)

    def _change(self, change: Callable[[Pages], Pages]) -> Outcome:
        error = self._store.change(change)
        if error:
            return Outcome(False, report_failure(error, self.path.parent))
        return Outcome(True, SAVED)

    def _repr_html_(self) -> str:
        lines = "".join(f"<p>{escape(line)}</p>" for line in self._lines())
        return f'<div role="status">{lines}</div>'

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        place = f"What you write is kept in {self.path.name}, beside this notebook."
        return [line for line in (place, *self.notices, reminder()) if line]


def _next_stamp(pages: Pages) -> tuple[str, int]:
    """Return now, but never before what is already written: a clock may be set back."""
    now, (newest, count) = say_time(datetime.now(UTC)), pages.newest()
    return (now, 0) if now > newest else (newest, count + 1)


def _say_import(added: int, reading: Reading) -> str:
    words = {0: "Nothing in it was new.", 1: "1 entry was new."}
    what = words.get(added, f"{added} entries were new.")
    if reading.trouble:
        return f"The file {reading.trouble.value}, but part of it could be read. {what}"
    return f"Imported. {what}"
