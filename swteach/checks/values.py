"""One value against what its column allows: type, closed list, pattern, bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from swteach.checks.problem import Nearest, Problem
from swteach.checks.rows import Table
from swteach.datapackage import Field

Fault = tuple[str, str]
INTEGER = re.compile(r"-?\d+", re.ASCII)
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NO_VALUE = {"n/a", "na", "nan", "none", "null", "-", "..", ":", "x", "c", "z", "?", "tbc", "~"}
ADD = {
    "source_id": "Name the publication it comes from, by its source_id in sources.csv.",
    "locator": "Say where in the publication it stands (table, page, row).",
}


def check_values(table: Table) -> Iterator[Problem]:
    """Yield every value of a table that its column does not allow."""
    fields = [field for field in table.resource.fields if field.name in table.columns]
    tests = [(field.name, _make_test(field)) for field in fields]
    for row in table.whole_rows:
        for name, test in tests:
            fault = test(row.cells[name])
            if fault:
                yield table.problem(row, name, *fault)


def _make_test(field: Field) -> Callable[[str], Fault | None]:
    """Return a function that says what is wrong with a value of one column."""
    rules = [*_TYPES.get(field.type, ()), *_list_rules(field)]
    absent = ADD.get(field.name, "Fill it in.")

    @cache
    def test(text: str) -> Fault | None:
        if not text:
            return ("is missing.", absent) if field.required else None
        return next((fault for rule in rules if (fault := rule(text))), None)

    return test


def _list_rules(field: Field) -> Iterator[Callable[[str], Fault | None]]:
    limits = field.constraints
    if field.enum:
        yield _in_list(field.enum)
    elif field.required:
        yield _no_outer_space
    if "pattern" in limits:
        yield _fits(re.compile(limits["pattern"]))
    if "minimum" in limits or "maximum" in limits:
        yield _within(limits.get("minimum"), limits.get("maximum"))


def _no_outer_space(text: str) -> Fault | None:
    if text != text.strip():
        return "has a space before or after it.", "Delete the space."
    return None


def _in_list(legal: tuple[str, ...]) -> Callable[[str], Fault | None]:
    known, nearest = set(legal), Nearest(legal, f"Use one of: {', '.join(legal)}.")

    def rule(text: str) -> Fault | None:
        return None if text in known else ("is not in the closed list.", nearest.suggest(text))

    return rule


def _fits(pattern: re.Pattern[str]) -> Callable[[str], Fault | None]:
    if "://" in pattern.pattern or pattern.pattern.startswith("http"):
        fault = ("is not a web address.", "Begin with https:// and leave no space in it.")
    else:
        fault = ("is not a short name.", "Use small letters, digits, - and _, without spaces.")
    return lambda text: None if pattern.fullmatch(text) else fault


def _within(low: float | None, high: float | None) -> Callable[[str], Fault | None]:
    def rule(text: str) -> Fault | None:
        number = float(text)
        if low is not None and number < low:
            return f"is less than {low}.", f"Give {low} or more, or leave it empty if not known."
        if high is not None and number > high:
            return f"is more than {high}.", f"Give {high} or less, or leave it empty if not known."
        return None

    return rule


def _number(text: str) -> Fault | None:
    return None if NUMBER.fullmatch(text) else ("is not a number.", _mend_number(text))


def _integer(text: str) -> Fault | None:
    return None if INTEGER.fullmatch(text) else ("is not a whole number.", _mend_number(text))


def _mend_number(text: str) -> str:
    if text.strip().casefold() in NO_VALUE:
        return "Leave it empty where nothing was published, or take the row out; never write 0."
    bare = re.sub(r"[,\s£%]", "", text)
    if NUMBER.fullmatch(bare):
        return f"Write {bare}: digits and a point, no comma, space or sign of a unit."
    return "Write digits, with a point for decimals."


def _date(text: str) -> Fault | None:
    if not DATE.fullmatch(text):
        return "is not a date.", f"Write year-month-day, as in {_mend_date(text)}."
    try:
        date.fromisoformat(text)
    except ValueError:
        return "is no day of the calendar.", "Correct the month or the day."
    return None


def _mend_date(text: str) -> str:
    british = re.fullmatch(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", text, re.ASCII)
    if british:
        return f"{british[3]}-{int(british[2]):02d}-{int(british[1]):02d}"
    return "2025-03-31"


_TYPES = {"integer": (_integer,), "number": (_number,), "date": (_date,)}
