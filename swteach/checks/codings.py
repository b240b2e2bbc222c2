"""The rules of the table of two coders: codes of the claims' own lists, and reasons where due."""

from __future__ import annotations

from collections.abc import Iterator

from swteach.checks.problem import Nearest, Problem
from swteach.checks.rows import Row, Table

NEEDED = ("field", "first_coder", "second_coder", "agree", "reason", "outcome")
CODERS = ("first_coder", "second_coder")
EXPLAINED = ("reason", "outcome")


def check_codings(tables: dict[str, Table]) -> Iterator[Problem]:
    """Yield codes that their field does not have, and rows that say what their codes do not."""
    table, claims = tables.get("codings"), tables.get("claims")
    if not table or not claims or not table.columns.issuperset(NEEDED):
        return
    lists = {field.name: field.enum for field in claims.resource.fields if field.enum}
    for row in table.whole_rows:
        yield from _check_codes(table, row, lists.get(row.cells["field"], ()))
        yield from _check_verdict(table, row)


def _check_codes(table: Table, row: Row, codes: tuple[str, ...]) -> Iterator[Problem]:
    for coder in CODERS if codes else ():
        value = row.cells[coder]
        if value and value not in codes:
            remedy = Nearest(codes, "").suggest(value)
            yield table.problem(row, coder, f"is no code of {row.cells['field']}.", remedy)


def _check_verdict(table: Table, row: Row) -> Iterator[Problem]:
    same = row.cells["first_coder"] == row.cells["second_coder"]
    if row.cells["agree"] != ("yes" if same else "no"):
        message = f"but the two codes are {'the same' if same else 'not the same'}."
        yield table.problem(row, "agree", message, "Correct it, or one of the two codes.")
        return
    for column in EXPLAINED:
        if bool(row.cells[column]) == same:
            message = "is given, though the two agree." if same else "is missing: the two differ."
            remedy = "Delete it." if same else "Say why they differ, and what was done."
            yield table.problem(row, column, message, remedy)
