"""The rubric and an empty marking sheet as tables for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from swteach.editions.teaching_file import Rubric
from swteach.journal.exports.outline import clean

STUDENTS = 30


def write_rubric(rubric: Rubric) -> str:
    """Return the rubric as CSV: criterion, weight in percent, one column for each band."""
    rows = [[one.name, str(one.weight), *one.bands] for one in rubric.criteria]
    return _write(["Criterion", "Weight (%)", *rubric.bands], rows)


def write_marking_sheet(rubric: Rubric) -> str:
    """Return a sheet to fill in as CSV: a row for each of thirty students, no names in it."""
    marks = [f"{one.name} (of {one.weight})" for one in rubric.criteria]
    columns = ["Student number", *marks, "In all (of 100)", "One thing to keep", "To work on"]
    return _write(columns, [[""] * len(columns)] * STUDENTS)


def _write(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table with a mark that tells a spreadsheet it is UTF-8, and no formula in it."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([" ".join(clean(cell)) for cell in row] for row in (columns, *rows))
    return "\ufeff" + buffer.getvalue()
