"""The rules of this course's own tables, which column types alone cannot say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from swteach.checks.codings import check_codings
from swteach.checks.problem import Problem
from swteach.checks.rows import Row, Table
from swteach.checks.values import DATE, INTEGER, NUMBER

Tables = dict[str, Table]
SPANS = (("period_start", "period_end"), ("date_start", "date_end"), ("start", "end"))
WORDED = (
    ("period", "period_start", "period_end"),
    ("date_text", "date_start", "date_end"),
    ("start_text", "start", "start"),
    ("end_text", "end", "end"),
)
# The least and the most that a value of a unit can be; units not named here have no bounds.
BOUNDS: dict[str, tuple[float, float]] = {
    "percent": (0, 100),
    "percentage points": (-100, 100),
    "percent change": (-100, float("inf")),
    "rate per 10,000 children": (0, 10_000),
    "rate per 100,000 children": (0, 100_000),
    "grade": (1, 4),
}
POSITIVE = (0, float("inf"))
UNBOUNDED = {"score"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = re.compile(rf"({'|'.join(MONTHS)})-(\d\d)")
# The last year of this century that two digits stand for.
LAST_YEAR = 49
CHANGE = re.compile(r"\b(change|compared with|difference)\b", re.IGNORECASE)


def check_record(tables: Tables) -> Iterator[Problem]:
    """Yield what breaks the rules between columns and between tables."""
    for table in tables.values():
        yield from check_spans(table)
        yield from check_years(table)
        yield from check_months(table)
        yield from check_display(table)
    for check in (check_units, check_breaks, check_evidence, check_paragraphs, check_codings):
        yield from check(tables)


def check_spans(table: Table) -> Iterator[Problem]:
    """Yield rows whose first day is after their last, or a single day that is two."""
    for first, last in SPANS:
        if table.columns.issuperset((first, last)):
            for row in table.whole_rows:
                message = _span_fault(row.cells, first, last)
                if message:
                    yield table.problem(row, last, message, "Correct one of the two dates.")


def _span_fault(cells: dict[str, str], first: str, last: str) -> str | None:
    start, end = cells[first], cells[last]
    if not (DATE.fullmatch(start) and DATE.fullmatch(end)):
        return None
    if end < start:
        return f"is before {first}, {start}."
    if cells.get("date_precision") == "day" and start != end:
        return f"is not {first}, {start}, though date_precision is day."
    return None


def check_display(table: Table) -> Iterator[Problem]:
    """Yield rows that are hidden or cautioned without a word why, or the other way round."""
    if not table.columns.issuperset(("display", "caveat")):
        return
    for row in table.whole_rows:
        display, caveat = row.cells["display"], row.cells["caveat"]
        if display in ("hide", "with caveat") and not caveat:
            remedy = "Say in a sentence what the reader must know, or why the row is hidden."
            yield table.problem(row, "caveat", f"is missing, but display is {display}.", remedy)
        if display == "plain" and caveat:
            message = "is plain, so nobody would see the row's caveat."
            yield table.problem(row, "display", message, "Write: with caveat.")


def check_years(table: Table) -> Iterator[Problem]:
    """Yield rows whose dates lie in other years than the words beside them say."""
    for text, first, last in WORDED:
        if table.columns.issuperset((text, first, last)):
            for row in table.whole_rows:
                start, end = row.cells[first][:4], row.cells[last][:4]
                years = _years(row.cells[text])
                if start and end and years and not any(start <= year <= end for year in years):
                    message = f"is in no year that {text} names: {row.cells[text]}."
                    yield table.problem(row, last, message, f"Correct the dates or {text}.")


def _years(words: str) -> list[str]:
    """Return the years that a text names, the second half of 2022-23 as 2023."""
    years = re.findall(r"\d{4}", words)
    return years + [a + b for a, b in re.findall(r"(\d\d)\d\d-(\d\d)(?!\d)(?!-)", words)]


def check_months(table: Table) -> Iterator[Problem]:
    """Yield periods that a spreadsheet program turned into a month: it makes Oct-09 of 2009-10."""
    for column in (text for text, *_ in WORDED if text in table.columns):
        for row in table.whole_rows:
            meant = mend_month(row.cells[column])
            if meant:
                message = f"is what a spreadsheet program makes of {meant}."
                remedy = f"Write {meant}, in a text editor: the program may change it once more."
                yield table.problem(row, column, message, remedy)


def mend_month(text: str) -> str:
    """Return the period that a spreadsheet program turned into such a month; else nothing."""
    found = MONTH.fullmatch(text)
    if not found:
        return ""
    century = "19" if int(found[2]) > LAST_YEAR else "20"
    return f"{century}{found[2]}-{MONTHS.index(found[1]) + 1:02}"


def check_units(tables: Tables) -> Iterator[Problem]:
    """Yield observations whose value cannot be in the unit of their series."""
    series, table = tables.get("series"), tables.get("observations")
    needed = series and series.columns.issuperset(("series_id", "unit", "title"))
    if not needed or not table or not table.columns.issuperset(("series_id", "value")):
        return
    tests = {row.cells["series_id"]: _unit_test(row) for row in series.whole_rows}
    for row in table.whole_rows:
        test, value = tests.get(row.cells["series_id"]), row.cells["value"]
        message = test(value) if test and NUMBER.fullmatch(value) else None
        if message:
            remedy = "Correct the value, or the unit of the series in series.csv."
            yield table.problem(row, "value", message, remedy)


def _unit_test(series: Row) -> Callable[[str], str | None]:
    unit, title = series.cells["unit"], series.cells["title"]
    low, high = BOUNDS.get(unit, POSITIVE)
    if unit in UNBOUNDED or (unit not in BOUNDS and CHANGE.search(title)):
        low = -high

    def test(value: str) -> str | None:
        if unit == "count" and not INTEGER.fullmatch(value):
            return "is not a whole number, but the series counts things."
        if low <= float(value) <= high:
            return None
        reach = f"{low:,.0f} to {high:,.0f}" if high < float("inf") else f"{low:,.0f} or more"
        return f"cannot be in the unit of its series, {unit} ({reach})."

    return test


def check_breaks(tables: Tables) -> Iterator[Problem]:
    """Yield breaks that do not lie between two observations of their series."""
    table, figures = tables.get("breaks"), tables.get("observations")
    needed = figures and figures.columns.issuperset(("series_id", "period_end"))
    if not needed or not table or not table.columns.issuperset(("series_id", "at")):
        return
    ends = _ends(figures)
    for row in table.whole_rows:
        series, at = row.cells["series_id"], row.cells["at"]
        known = ends.get(series)
        if known and DATE.fullmatch(at) and not min(known) < at <= max(known):
            message = f"is outside its series {series}, {min(known)} to {max(known)}."
            remedy = "Give a day after the first observation's end and not after the last one's."
            yield table.problem(row, "at", message, remedy)


def _ends(figures: Table) -> dict[str, list[str]]:
    ends: dict[str, list[str]] = {}
    for row in figures.rows:
        end = row.cells.get("period_end", "")
        if DATE.fullmatch(end):
            ends.setdefault(row.cells["series_id"], []).append(end)
    return ends


def check_evidence(tables: Tables) -> Iterator[Problem]:
    """Yield evidence that names neither a series nor an event, though it gives a verdict."""
    table = tables.get("evidence")
    if not table or not table.columns.issuperset(("series_id", "event_id", "verdict")):
        return
    for row in table.whole_rows:
        tested = row.cells["series_id"] or row.cells["event_id"]
        if not tested and row.cells["verdict"] != "not testable":
            remedy = "Name the series or the event that tests the claim, or write: not testable."
            message = f"is missing, and so is event_id, but the verdict is {row.cells['verdict']}."
            yield table.problem(row, "series_id", message, remedy)


def check_paragraphs(tables: Tables) -> Iterator[Problem]:
    """Yield claims whose paragraph the text does not have; paragraph 0 is its headline."""
    claims, index, names = tables.get("claims"), tables.get("paragraphs"), ("doc_id", "paragraph")
    if not claims or not index:
        return
    if not (claims.columns.issuperset(names) and index.columns.issuperset(names)):
        return
    known = {tuple(row.cells.get(name) for name in names) for row in index.rows}
    texts = {text for text, _ in known}
    for row in claims.whole_rows:
        text, paragraph = (row.cells[name] for name in names)
        if text in texts and paragraph != "0" and (text, paragraph) not in known:
            message = f"is no paragraph of {text}."
            yield claims.problem(
                row, "paragraph", message, "See its numbers in corpus/paragraphs.csv."
            )
