"""All that a journal holds, and how two of them become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from swteach.journal.entry import Entry


@dataclass(frozen=True, order=True)
class Name:
    """The student's name, if they wish to give one, and when they last said so."""

    at: str = ""
    count: int = 0
    session: str = ""
    text: str = ""


@dataclass(frozen=True)
class Pages:
    """
    The entries by their keys, and the name.

    ``a | b`` is everything of both. The order in which journals are joined, and how often, makes
    no difference to the outcome.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    name: Name = Name()

    def __or__(self, other: Pages) -> Pages:
        mine, theirs = self._beyond(other), other._beyond(self)
        gone = {*_replaced(mine, theirs), *_replaced(theirs, mine)}
        both = {**self.entries, **other.entries}
        kept = {key: entry for key, entry in both.items() if key not in gone} if gone else both
        return Pages(kept, max(self.name, other.name))

    def __len__(self) -> int:
        return len(self.entries)

    def _beyond(self, other: Pages) -> list[Entry]:
        return [self.entries[key] for key in self.entries.keys() - other.entries.keys()]

    def add(self, entry: Entry) -> Pages:
        """Return these pages with one more entry."""
        return self | Pages({entry.key: entry})

    def sorted(self) -> list[Entry]:
        """Return the entries in order of time."""
        return sorted(self.entries.values(), key=lambda entry: entry.order)

    def history(self, id: str, kind: str | None = None) -> list[Entry]:
        """Return what was recorded under an id, oldest first."""
        return [e for e in self.sorted() if e.id == id and kind in (None, e.kind)]

    def newest(self) -> tuple[str, int]:
        """Return time and count of the newest thing in the journal."""
        stamps = [(entry.at, entry.count) for entry in self.entries.values()]
        return max([*stamps, (self.name.at, self.name.count)])


def _replaced(old: list[Entry], new: list[Entry]) -> Iterator[str]:
    later = defaultdict(list)
    for entry in new:
        later[entry.stream].append(entry)
    for entry in old:
        if entry.draft and any(other.replaces(entry) for other in later[entry.stream]):
            yield entry.key
