"""What is wrong with a corpus, where, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

HINTS = 50
"""Wrong values for which the nearest right one is sought: each search reads every right one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person must put right.

    Parameters
    ----------
    file
        The manifest, omit list or page that holds the mistake.
    line
        Its line there, from 1; None where the whole file is meant.
    what
        What is wrong, with the value that was read.
    do
        What to do about it, in a sentence.
    """

    file: str
    line: int | None
    what: str
    do: str

    def __str__(self) -> str:
        """Give one line: the place, what is wrong, what to do."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.what}. {self.do}"


class CorpusError(ValueError):
    """Everything that is wrong, found in one run; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=_place)
        super().__init__("\n".join(map(str, self.problems)))


def _place(problem: Problem) -> tuple[str, int, str]:
    return (problem.file, problem.line or 0, problem.what)


class Nearest:
    """Says which legal value is nearest to a wrong one; only lists some after many wrong ones."""

    def __init__(self, legal: Iterable[str]) -> None:
        self.names = sorted(set(legal))
        self._left = HINTS

    def __call__(self, value: str) -> str:
        """Name the nearest legal value, or some where none is near."""
        self._left -= 1
        near = difflib.get_close_matches(value, self.names, n=1) if self._left >= 0 else []
        if near:
            return f"Did you mean {near[0]}?"
        rest = f" and {len(self.names) - 10} more" if len(self.names) > 10 else ""
        return f"Known: {', '.join(self.names[:10]) or 'none'}{rest}"
