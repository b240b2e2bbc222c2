"""What the inspection simulator is made of: grades, areas, frameworks, and rules."""

from __future__ import annotations

from typing import NamedTuple

from swteach.formula import Formula


class Grade(NamedTuple):
    """A grade and its points; a better grade has more."""

    id: str
    name: str
    points: int


class Limit(NamedTuple):
    """With so many areas of a grade, or more, the whole is no better than another grade."""

    grade: str
    at_least: int
    no_better_than: str


class Sum(NamedTuple):
    """How one grade is made of several; without a formula there is none."""

    formula: Formula | None
    limits: tuple[Limit, ...] = ()


class Area(NamedTuple):
    """An area that inspectors grade; ``counts`` if a rule looks at it."""

    id: str
    name: str
    counts: bool
    under: str | None


class Structure(NamedTuple):
    """What was graded under a framework."""

    id: str
    name: str
    regime: str
    overall: bool
    source_id: str
    note: str
    areas: tuple[Area, ...]

    @property
    def counting(self) -> tuple[Area, ...]:
        """The areas that a rule looks at."""
        return tuple(area for area in self.areas if area.counts)


class Rule(NamedTuple):
    """A way to make one grade of several."""

    id: str
    name: str
    label: str
    description: str
    ties: str
    sum: Sum


class Rules(NamedTuple):
    """All that the file says, by id; grades stand best first."""

    grades: tuple[Grade, ...]
    structures: dict[str, Structure]
    rules: dict[str, Rule]
