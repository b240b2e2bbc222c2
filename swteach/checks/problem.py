"""A problem in a data file, and the nearest legal value to a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

# By this a lecturer keeps what was meant, and has line ends tidied.
ACCEPT = "swteach check --accept"
# Looking for near values costs milliseconds; a whole shifted column would cost half a minute.
MOST_LOOKED_UP = 20


class Problem(NamedTuple):
    """One thing to mend: where it stands, the bad value, what is wrong and what to do.

    ``line`` counts the lines of the file as an editor shows them, from 1; 0 means the file
    as a whole. ``field`` and ``value`` are empty where the problem is not in one value.
    """

    file: str
    line: int
    field: str
    value: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Say the problem in one line, the place first."""
        place = [self.file] + ([f"line {self.line}"] if self.line else [])
        place += [self.field] if self.field else []
        value = f"{shorten(self.value)!r} " if self.value else ""
        return f"{', '.join(place)}: {value}{self.message} {self.remedy}".rstrip()


class Nearest:
    """Find the legal values nearest to a wrong one, and remember the answers."""

    def __init__(self, legal: Collection[str], all_of: str) -> None:
        self.legal = sorted(legal)
        self.all_of = all_of
        self.find = lru_cache(maxsize=None)(self._find)

    def suggest(self, value: str) -> str:
        """Return a sentence that names the nearest legal values, or where they all stand."""
        near = self.find(value) if self.find.cache_info().misses < MOST_LOOKED_UP else []
        if near:
            return f"Did you mean {' or '.join(near)}?"
        if 0 < len(self.legal) <= 20:
            return f"Use one of: {', '.join(self.legal)}."
        return self.all_of

    def _find(self, value: str) -> list[str]:
        folded = {item.casefold(): item for item in reversed(self.legal)}
        near = get_close_matches(value.strip().casefold(), folded, n=2, cutoff=0.6)
        return [folded[item] for item in near]


def shorten(text: str, width: int = 60) -> str:
    """Return the text, cut where it is too long to print in a report."""
    return text if len(text) <= width else f"{text[: width - 1]}…"
