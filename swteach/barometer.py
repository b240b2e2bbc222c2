"""Where a student stands on three issues, at several times: their own readings and no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from swteach.journal.entry import Entry

# What each word covers in this course; data/datapackage.json uses them in the same sense.
ISSUES = {
    "privatisation": "moving services, or the responsibility for them, out of public hands",
    "inspection": "checking and grading services from outside",
    "workforce reform": "changes to training, roles or staffing that the government leads",
}
POINTS = (
    "strongly against",
    "somewhat against",
    "in between, or torn",
    "somewhat for",
    "strongly for",
)
PASS = "I pass on this one"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
SURE = "how sure, from 1 to 5"
NOTHING = "not said"


@dataclass(frozen=True)
class Reading:
    """One reading: a point or a pass for each issue that was answered, and how sure (1 to 5)."""

    points: dict[str, str]
    sure: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was chosen at all."""
        return not self.points and self.sure is None

    def to_journal(self) -> dict[str, Any]:
        """Return the reading in words, as the journal keeps it and ``read`` takes it back."""
        return {**self.points, SURE: self.sure}

    def show(self, issue: str) -> str:
        """Return what was chosen for an issue, in words."""
        return self.points.get(issue, NOTHING)


def read(found: Any) -> Reading:
    """Return the reading in what a page sent or the journal kept; what is no part of it is left."""
    found = found if isinstance(found, dict) else {}
    points = {issue: found.get(issue) for issue in ISSUES}
    sure = found.get(SURE)
    kept = {issue: point for issue, point in points.items() if point in (*POINTS, PASS)}
    return Reading(kept, sure if type(sure) is int and 1 <= sure <= 5 else None)


def check_name(name: str) -> None:
    """
    Refuse a name that no barometer can have.

    Raises
    ------
    ValueError
        For other signs than small letters, digits and hyphens.
    """
    if not NAME.fullmatch(name):
        raise ValueError(
            f'"{name}" cannot name a barometer. Use small letters, digits and hyphens: "n5".'
        )


def say_stage(name: str) -> str:
    """
    Return which reading a name means.

    Examples
    --------
    >>> [say_stage(name) for name in ("n5", "n5-after", "before")]
    ['notebook 5', 'notebook 5, after', 'before']
    """
    found = re.fullmatch(r"n(\d+)(?:-(.+))?", name)
    if not found:
        return name
    number, part = found.groups()
    return f"notebook {number}, {part}" if part else f"notebook {number}"


def choose_pair(entries: Sequence[Entry]) -> tuple[Entry | None, Entry | None]:
    """
    Return a student's first and last reading; None where there is none, or only the first.

    Parameters
    ----------
    entries
        All readings, oldest first. The id of each says which barometer it was given with. The
        first one may be given anew until there is one with another barometer.
    """
    first = [one for one in entries if one.id == entries[0].id]
    later = [one for one in entries if one.id != entries[0].id]
    if not later:
        return (first[-1] if first else None), None
    newest = list(dict.fromkeys(one.id for one in later))[-1]
    last = [one for one in later if one.id == newest][-1]
    return [one for one in first if one.order < later[0].order][-1], last


def compare(before: Reading | None, after: Reading | None) -> list[list[str]]:
    """Return a row for each issue, and one for how sure: name, before, after, what moved."""
    readings = [reading or Reading({}) for reading in (before, after)]
    rows = [
        [issue, *(reading.show(issue) for reading in readings), _say_move(issue, *readings)]
        for issue in ISSUES
    ]
    sure = [f"{reading.sure} of 5" if reading.sure else NOTHING for reading in readings]
    return [*rows, ["how sure", *sure, ""]]


def _say_move(issue: str, before: Reading, after: Reading) -> str:
    points = [reading.points.get(issue) for reading in (before, after)]
    if any(point not in POINTS for point in points):
        return ""
    steps = POINTS.index(points[1]) - POINTS.index(points[0])
    if steps == 0:
        return "no step"
    count = f"{abs(steps)} step{'s' if abs(steps) > 1 else ''}"
    return f"{count} towards “{'for' if steps > 0 else 'against'}”"
