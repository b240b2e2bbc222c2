"""One thing a student committed to: an answer, a prediction, a reflection, with its time."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

TIME_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
TIME_SHAPE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
KEY_LENGTH = 32
MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class Entry:
    """
    One line of the journal, never changed once it is made.

    Attributes
    ----------
    at
        Time in UTC, to the microsecond, as "2026-11-25T19:42:00.000000Z".
    count
        Orders the entries of the same instant, from 0.
    session
        A random word for one run of one notebook; it says nothing about the student.
    notebook
        Name of the notebook file without its ending; empty where it is not known.
    kind
        What it is: answer, prediction, confidence, barometer, reflection, ...
    id
        Of the exercise or the widget.
    value
        What the student gave: anything that JSON can hold.
    prompt
        The question in plain words, so that an export can be read without the course.
    private
        Whether an export puts it under a heading of its own, and can leave it out.
    draft
        Whether it is typing under way, which later typing replaces once it holds every word.
    """

    at: str
    count: int
    session: str
    notebook: str
    kind: str
    id: str
    value: Any
    prompt: str = ""
    private: bool = False
    draft: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """Everything that was recorded, by name."""
        return {name: getattr(self, name) for name in NAMES}

    @cached_property
    def key(self) -> str:
        """A digest of all the rest: the same entry has the same key on every machine."""
        return digest(self.fields)

    @cached_property
    def line(self) -> str:
        """The entry as it stands in the file, on one line of JSON."""
        return dump({**self.fields, "key": self.key})

    @property
    def order(self) -> tuple[str, int, str, str]:
        """What entries are sorted by: time, count, then whatever settles a tie for good."""
        return self.at, self.count, self.session, self.key

    @property
    def stream(self) -> tuple[str, str, str, str, bool]:
        """What one piece of typing has in common."""
        return self.session, self.notebook, self.kind, self.id, self.private

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of a draft in order; none where the value is no text."""
        return tuple(self.value.split()) if isinstance(self.value, str) else ()

    def replaces(self, other: Entry) -> bool:
        """Return whether this is later typing of the same draft that holds its every word."""
        return (
            other.draft
            and isinstance(other.value, str)
            and isinstance(self.value, str)
            and self.stream == other.stream
            and self.order > other.order
            and holds(self.words, other.words)
        )


_TYPES = dict.fromkeys(("at", "session", "notebook", "kind", "id", "prompt"), str)
TYPES: dict[str, type] = {**_TYPES, "count": int, "private": bool, "draft": bool}
NAMES = (*TYPES, "value")


def make_entry(**fields: Any) -> Entry:
    """
    Return an entry exactly as it would be read back from the file.

    Raises
    ------
    TypeError, ValueError, RecursionError
        Where a value is not JSON (a set, a number that is not finite, a list within itself), or
        the entry is longer than a million characters.
    """
    entry = Entry(**store(Entry(**fields).fields))
    if len(entry.line) > MOST_CHARACTERS:
        raise ValueError(f"it is longer than {MOST_CHARACTERS:,} characters")
    return entry


def read_entry(fields: Any) -> Entry:
    """Return the entry of one line's JSON; raise ValueError where it is not whole."""
    if not isinstance(fields, dict) or fields.keys() != {*NAMES, "key"}:
        raise ValueError("not an entry of this journal")
    if any(type(fields[name]) is not kind for name, kind in TYPES.items()):
        raise ValueError("a field is of the wrong type")
    rest = {name: value for name, value in fields.items() if name != "key"}
    if fields["key"] != digest(rest) or fields["count"] < 0:
        raise ValueError("an entry was damaged")
    read_time(fields["at"])
    entry = Entry(**rest)
    entry.__dict__["key"] = fields["key"]
    return entry


def holds(later: tuple[str, ...], earlier: tuple[str, ...]) -> bool:
    """Return whether every earlier word stands, in order, in the later ones.

    The last earlier word may have been cut off while it was typed.
    """
    if not earlier:
        return True
    rest = iter(later)
    return all(word in rest for word in earlier[:-1]) and any(
        word.startswith(earlier[-1]) for word in rest
    )


def dump(value: Any) -> str:
    """Return the one form of JSON in which the journal writes a value: plain ASCII, sorted."""
    return json.dumps(value, sort_keys=True, allow_nan=False, separators=(",", ":"))


def store(value: Any) -> Any:
    """Return a value exactly as the file would give it back."""
    return json.loads(dump(value))


def digest(value: Any) -> str:
    """Return the first 32 hexadecimal digits of a value's SHA-256."""
    return digest_text(dump(value))


def digest_text(text: str) -> str:
    """Return the same of a text that is a value's JSON already."""
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def read_time(at: str) -> datetime:
    """Return the moment that a time in the journal's form names; raise ValueError for others."""
    if not TIME_SHAPE.fullmatch(at):
        raise ValueError("a time is not in the journal's form")
    return datetime.fromisoformat(at)


def say_time(moment: datetime) -> str:
    """Return a moment in the journal's form."""
    return moment.astimezone(UTC).strftime(TIME_FORM)
