"""The keys of a table: rows that stand twice, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from swteach.checks.problem import Nearest, Problem
from swteach.checks.rows import Row, Table
from swteach.datapackage import Reference


def check_keys(table: Table) -> Iterator[Problem]:
    """Yield rows that repeat another, by their primary key or a column of unique values."""
    key = table.resource.primary_key
    yield from _find_repeats(table, key)
    for field in table.resource.fields:
        if field.constraints.get("unique") and (field.name,) != key:
            yield from _find_repeats(table, (field.name,))


def _find_repeats(table: Table, key: tuple[str, ...]) -> Iterator[Problem]:
    if not key or not table.columns.issuperset(key):
        return
    first: dict[tuple[str, ...], Row] = {}
    for row in table.whole_rows:
        values = tuple(row.cells[name] for name in key)
        other = first.setdefault(values, row)
        if other is not row and any(values):
            yield _repeat(table, row, other, key)


def _repeat(table: Table, row: Row, other: Row, key: tuple[str, ...]) -> Problem:
    value = ", ".join(row.cells[name] for name in key)
    if row.cells == other.cells:
        message, remedy = f"repeats the whole row of line {other.line}.", "Delete one of the two."
    else:
        message = f"stands on line {other.line} already."
        remedy = "Delete one of the two rows, or correct what should set them apart."
    return Problem(table.file, row.line, ", ".join(key), value, message, remedy)


def check_references(table: Table, tables: dict[str, Table]) -> Iterator[Problem]:
    """Yield values that should stand in a column of another table and do not.

    A table that could not be read, or that lacks the column, is not searched: that it is
    unreadable is said elsewhere, once.
    """
    for reference in table.resource.references:
        target = tables.get(reference.resource)
        ready = target and reference.target in target.columns
        if ready and reference.field in table.columns:
            yield from _find_dangling(table, reference, target)


def _find_dangling(table: Table, reference: Reference, target: Table) -> Iterator[Problem]:
    known = {row.cells.get(reference.target, "") for row in target.rows} - {""}
    nearest = Nearest(known, f"See the column {reference.target} of {target.file}.")
    for row in table.whole_rows:
        value = row.cells[reference.field]
        if value and value not in known:
            message = f"is not in the column {reference.target} of {target.file}."
            remedy = f"{nearest.suggest(value)} Otherwise add its row to {target.file}."
            yield table.problem(row, reference.field, message, remedy)
