"""The inspection simulator's rules: how the grades of areas could make one overall grade.

The structures (what was graded) and rules are read from ``inspection_rules.yaml``, which a
lecturer may change. The arithmetic of each rule stands here, under the id of the rule.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from swteach.datapackage import find_data
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

FILE = "inspection_rules.yaml"


class Grade(NamedTuple):
    """A grade and its points, which count only for the rule that averages."""

    id: str
    name: str
    points: int


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
    """A way to make one grade of several: what it does is in :func:`apply_rule`."""

    id: str
    name: str
    label: str
    description: str
    ties: str


class Rules(NamedTuple):
    """All that the file says, by id; grades stand best first."""

    grades: tuple[Grade, ...]
    structures: dict[str, Structure]
    rules: dict[str, Rule]


def load_rules(path: Path | None = None) -> Rules:
    """Return the grades, structures and rules of the inspection simulator.

    Parameters
    ----------
    path
        The YAML file; by default the one of the course's data.

    Raises
    ------
    CourseFileError
        If the file lacks something; each problem names the line and what to do.
    """
    path = find_data() / FILE if path is None else path
    reader = _Reader(path.name)
    read = reader.read(read_yaml(path))
    if reader.problems:
        raise CourseFileError(reader.problems)
    return read


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def read(self, whole: Any) -> Rules:
        items = {name: self._list(whole, name) for name in ("grades", "structures", "rules")}
        grades = [self._make(Grade, item) for item in items["grades"]]
        structures = [self._read_structure(item) for item in items["structures"]]
        rules = [self._read_rule(item) for item in items["rules"]]
        return Rules(tuple(grades), _index(structures), _index(rules))

    def _list(self, whole: Any, name: str) -> list[Mapping]:
        found = whole.get(name) if isinstance(whole, Mapping) else None
        if not isinstance(found, list) or not found:
            self._tell(1, "", f'there is no list "{name}".', f'Add "{name}:" with a list under it.')
            return []
        good = [item for item in found if isinstance(item, Mapping)]
        if len(good) < len(found):
            line = whole.line_of(name)
            self._tell(line, name, "not all entries have keys.", 'Begin each with "- id: ...".')
        return good

    def _make(self, kind: Any, item: Mapping, **extra: Any) -> Any:
        wanted = [name for name in kind._fields if name not in extra]
        for name in wanted:
            if item.get(name) in (None, ""):
                text = f'"{name}" is missing.'
                self._tell(item.line, str(item.get("id", "")), text, f'Add "{name}: ...".')
        return kind(**{name: item.get(name) for name in wanted}, **extra)

    def _read_structure(self, item: Mapping) -> Structure:
        listed = [area for area in item.get("areas") or [] if isinstance(area, Mapping)]
        areas = tuple(self._make(Area, area, under=area.get("under")) for area in listed)
        name, line = str(item.get("id", "")), item.line_of("areas")
        if not any(area.counts for area in areas):
            text = "no area counts, so no rule has anything to look at."
            self._tell(line, name, text, 'Give one area "counts: true".')
        known = {area.id for area in areas}
        for area in listed:
            if area.get("under") not in {None, *known}:
                text = f'"{area["under"]}" is no area here.'
                self._tell(area.line_of("under"), name, text, f"Use one of: {', '.join(known)}.")
        return self._make(Structure, item, areas=areas)

    def _read_rule(self, item: Mapping) -> Rule:
        name = item.get("id")
        if name is not None and name not in _DECIDE:
            known = ", ".join(_DECIDE)
            text = f'no rule with the id "{name}" is known.'
            self._tell(item.line_of("id"), "rules", text, f"Use one of: {known}.")
        return self._make(Rule, item)

    def _tell(self, line: int, item: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, line, item, message, remedy))


def _index(items: list[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def apply_rule(rules: Rules, rule: str, profile: Sequence[str]) -> str | None:
    """Return the overall grade that a rule makes of the grades of the areas that count.

    Parameters
    ----------
    rules
        What :func:`load_rules` returned.
    rule
        The id of a rule.
    profile
        The id of a grade for each area, in any order.

    Returns
    -------
    str or None
        The id of a grade; None where the rule gives no overall grade.

    Raises
    ------
    ValueError
        If the rule or a grade is unknown, or there is no grade at all.

    Examples
    --------
    >>> apply_rule(load_rules(), "median", ["good", "inadequate", "good"])
    'good'
    """
    places = {grade.id: place for place, grade in enumerate(rules.grades)}
    unknown = [grade for grade in profile if grade not in places]
    if rule not in rules.rules or unknown or not profile:
        raise ValueError(
            f"Rule {rule!r} or grades {list(profile)!r} not known. Rules: "
            f"{', '.join(rules.rules)}. Grades: {', '.join(places)}."
        )
    decided = _DECIDE[rule](sorted(places[grade] for grade in profile), rules.grades)
    return None if decided is None else rules.grades[decided].id


def count_combinations(rules: Rules, structure: str) -> dict[str, Counter[str | None]]:
    """Return how many of all combinations of area grades each rule turns into each grade.

    Parameters
    ----------
    rules
        What :func:`load_rules` returned.
    structure
        The id of a structure.

    Returns
    -------
    dict
        For each rule a count by grade id; None counts combinations without an overall grade.

    Raises
    ------
    ValueError
        If the structure is unknown; the message says which there are.

    Examples
    --------
    >>> count_combinations(load_rules(), "ilacs_2018")["median"]["inadequate"]
    10
    """
    if structure not in rules.structures:
        known = ", ".join(rules.structures)
        raise ValueError(f"Structure {structure!r} is not one of: {known}.")
    areas = len(rules.structures[structure].counting)
    profiles = list(product([grade.id for grade in rules.grades], repeat=areas))
    return {
        rule: Counter(apply_rule(rules, rule, profile) for profile in profiles)
        for rule in rules.rules
    }


# Each takes the places of the grades, best first (0 is the best), and gives the place of one.
def _decide_median(places: list[int], _grades: tuple[Grade, ...]) -> int:
    return places[len(places) // 2]


def _decide_worst_if_lowest(places: list[int], grades: tuple[Grade, ...]) -> int:
    lowest = len(grades) - 1
    return lowest if lowest in places else _decide_median(places, grades)


def _decide_mean(places: list[int], grades: tuple[Grade, ...]) -> int:
    points = math.ceil(mean(grades[place].points for place in places) - 0.5)
    return min(range(len(grades)), key=lambda place: (abs(grades[place].points - points), -place))


def _decide_majority(places: list[int], _grades: tuple[Grade, ...]) -> int:
    counts = Counter(places)
    return max(counts, key=lambda place: (counts[place], place))


def _decide_lowest(places: list[int], _grades: tuple[Grade, ...]) -> int:
    return places[-1]


def _decide_nothing(_places: list[int], _grades: tuple[Grade, ...]) -> None:
    return None


_DECIDE: dict[str, Callable[[list[int], tuple[Grade, ...]], int | None]] = {
    "worst_if_inadequate": _decide_worst_if_lowest,
    "median": _decide_median,
    "mean_rounded": _decide_mean,
    "majority": _decide_majority,
    "weakest_link": _decide_lowest,
    "profile_only": _decide_nothing,
}
