"""The inspection simulator as a lecturer writes it in data/inspection_rules.yaml."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from swteach.datapackage import find_data
from swteach.formula import Formula, read_formula
from swteach.inspection_models import Area, Grade, Limit, Rule, Rules, Structure, Sum
from swteach.inspection_sums import find_fault, name_measures
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

FILE = "inspection_rules.yaml"
MOST_AREAS, MOST_GRADES = 10, 6  # more would take seconds to count, and no framework has them
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NO_FORMULA = "none"
_TEXT = ({str}, "text", "Put it in quotation marks.")
_TRUTH = ({bool}, "true or false", "Write true or false, without quotation marks.")
_NUMBER = ({int, float}, "a number", "Write a number, without quotation marks.")
_KINDS = {"counts": _TRUTH, "overall": _TRUTH, "points": _NUMBER}


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
    """Reads the file, and collects what is wrong with it on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def read(self, whole: Any) -> Rules:
        items = {name: self._list(whole, name) for name in ("grades", "structures", "rules")}
        grades = tuple(self._make(Grade, item) for item in items["grades"])
        self._check_grades(grades, items["grades"])
        structures = [self._read_structure(item) for item in items["structures"]]
        rules = [self._read_rule(item, grades) for item in items["rules"]]
        for name in items:
            self._check_ids(items[name])
        found = Rules(grades, _index(structures), _index(rules))
        if not self.problems:
            self._try_rules(found, items["rules"])
        return found

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
            else:
                self._check_kind(item, name)
        return kind(**{name: item.get(name) for name in wanted}, **extra)

    def _check_kind(self, item: Mapping, name: str) -> None:
        types, words, remedy = _KINDS.get(name, _TEXT)
        if type(item[name]) not in types:
            text = f'"{name}: {item[name]}" is not {words}.'
            self._tell(item.line_of(name), str(item.get("id", "")), text, remedy)

    def _check_ids(self, items: list[Mapping]) -> None:
        seen: set[str] = set()
        for item in items:
            name = str(item.get("id", ""))
            if name in seen:
                self._tell(item.line_of("id"), name, "this id stands twice.", "Change one.")
            seen.add(name)

    def _check_grades(self, grades: tuple[Grade, ...], items: list[Mapping]) -> None:
        if len(grades) > MOST_GRADES:
            text = f"there are {len(grades)} grades."
            self._tell(items[0].line, "grades", text, f"Leave at most {MOST_GRADES}.")
        for item in items:
            if not _ID.fullmatch(str(item.get("id"))):
                text = f'"{item.get("id")}" cannot be used in a formula.'
                remedy = "Use small letters and _, as in requires_improvement."
                self._tell(item.line_of("id"), "grades", text, remedy)
        for (better, worse), item in zip(pairwise(grades), items[1:], strict=True):
            numbers = (better.points, worse.points)
            if all(type(one) in (int, float) for one in numbers) and numbers[0] <= numbers[1]:
                text = f"it has no fewer points than {better.id}, which stands above it."
                self._tell(item.line_of("points"), worse.id, text, "Give a better grade more.")

    def _read_structure(self, item: Mapping) -> Structure:
        listed = [area for area in item.get("areas") or [] if isinstance(area, Mapping)]
        areas = tuple(self._make(Area, area, under=area.get("under")) for area in listed)
        name, line = str(item.get("id", "")), item.line_of("areas")
        counting = sum(1 for area in areas if area.counts)
        if not counting:
            text = "no area counts, so no rule has anything to look at."
            self._tell(line, name, text, 'Give one area "counts: true".')
        if counting > MOST_AREAS:
            self._tell(line, name, f"{counting} areas count.", f"Let at most {MOST_AREAS} count.")
        self._check_ids(listed)
        known = [area.id for area in areas]
        for area in listed:
            if area.get("under") not in [None, *known]:
                text = f'"{area["under"]}" is no area here.'
                self._tell(area.line_of("under"), name, text, f"Use one of: {', '.join(known)}.")
        return self._make(Structure, item, areas=areas)

    def _read_rule(self, item: Mapping, grades: tuple[Grade, ...]) -> Rule:
        known = [grade.id for grade in grades]
        limits = tuple(self._read_limit(one, item, known) for one in self._find_limits(item))
        return self._make(Rule, item, sum=Sum(self._read_formula(item, grades), limits))

    def _read_formula(self, item: Mapping, grades: tuple[Grade, ...]) -> Formula | None:
        name, line, text = str(item.get("id", "")), item.line_of("formula"), item.get("formula")
        if text == _NO_FORMULA:
            return None
        known = name_measures(grades)
        if text in (None, ""):
            remedy = f'Add "formula:" with a sum of: {", ".join(known)}. Or write "none".'
            self._tell(item.line, name, '"formula" is missing.', remedy)
            return None
        try:
            formula = read_formula(str(text))
        except ValueError as error:
            self._tell(line, name, "formula:", str(error))
            return None
        for missing in (one for one in formula.names if one not in known):
            remedy = f"Use: {', '.join(known)}."
            self._tell(line, name, f'the formula uses "{missing}", which is unknown.', remedy)
        return formula

    def _find_limits(self, item: Mapping) -> list[Mapping]:
        found = item.get("limits") or []
        good = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
        if not isinstance(found, list) or len(good) < len(found):
            remedy = 'Begin each with "- grade: ...".'
            name = str(item.get("id", ""))
            self._tell(item.line_of("limits"), name, "limits is no list of limits.", remedy)
        return good

    def _read_limit(self, item: Mapping, rule: Mapping, known: list[str]) -> Limit:
        name = str(rule.get("id", ""))
        for key in ("grade", "no_better_than"):
            if item.get(key) not in known:
                text = f'"{item.get(key)}" is no grade here.'
                self._tell(item.line_of(key), name, text, f"{key}: one of {', '.join(known)}.")
        least = item.get("at_least")
        if type(least) is not int or least < 1:
            remedy = 'Write a whole number from 1: "at_least: 2".'
            self._tell(item.line_of("at_least"), name, f'at_least is "{least}".', remedy)
        return Limit(item.get("grade", ""), least or 0, item.get("no_better_than", ""))

    def _try_rules(self, rules: Rules, items: list[Mapping]) -> None:
        """Work every rule out for all grades there can be, so that no student meets a fault."""
        counts = {len(structure.counting) for structure in rules.structures.values()}
        for item in items:
            rule = rules.rules[item["id"]]
            faults = [find_fault(rule.sum, rules.grades, areas) for areas in sorted(counts)]
            fault = next(filter(None, faults), "")
            if fault:
                self._tell(item.line_of("formula"), rule.id, fault, "Change the formula.")

    def _tell(self, line: int, item: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, line, item, message, remedy))


def _index(items: list[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}
