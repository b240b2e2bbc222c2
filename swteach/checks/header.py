"""The header of a table: the columns it should have, and those it has."""

from __future__ import annotations

from collections.abc import Iterator

from swteach.checks.lines import SAVE
from swteach.checks.problem import Problem

UNKNOWN = "?"


def read_header(names: list[str], header: list[str]) -> tuple[list[str], int]:
    """Return the column of each cell of a row, and how many lines the header takes.

    A column that is not known gives ``?``; a misspelt one is read as the column that is missing
    in its place, so that its values can still be checked. Without any known column the list is
    empty, unless the header is missing and the first line is a row.
    """
    if set(header) & set(names):
        return [_name(names, header, place) for place in range(len(header))], 1
    return (names, 0) if len(header) == len(names) else ([], 1)


def check_header(file: str, names: list[str], header: list[str]) -> Iterator[Problem]:
    """Yield what is wrong with a header: missing, unknown, doubled and moved columns."""
    if header == names:
        return
    remedy = f"The first line must be: {','.join(names)}"
    if not set(header) & set(names):
        yield _not_a_header(file, header, remedy)
        return
    columns = [_name(names, header, place) for place in range(len(header))]
    yield from _unknown(file, header, columns, remedy)
    for name in names:
        if name not in columns:
            yield Problem(file, 1, name, "", "column is missing.", remedy)
    if sorted(header) == sorted(names):
        place = next(i for i, name in enumerate(names) if header[i] != name)
        message = f"columns are in another order: this stands where {names[place]} belongs."
        yield Problem(file, 1, header[place], "", message, remedy)


def _name(names: list[str], header: list[str], place: int) -> str:
    cell = header[place]
    if cell in names:
        return cell if header.index(cell) == place else UNKNOWN
    misspelt = place < len(names) and names[place] not in header
    return names[place] if misspelt else UNKNOWN


def _unknown(file: str, header: list[str], columns: list[str], remedy: str) -> Iterator[Problem]:
    for cell, column in zip(header, columns, strict=True):
        if column == UNKNOWN and cell in columns:
            yield Problem(file, 1, cell, "", "column stands twice.", remedy)
        elif column == UNKNOWN:
            yield Problem(file, 1, "", cell, "is not a column of this table.", remedy)
        elif column != cell:
            message = f"is not a column of this table; {column} is missing in its place."
            yield Problem(file, 1, column, cell, message, f"Rename it {column}.")


def _not_a_header(file: str, header: list[str], remedy: str) -> Problem:
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and mark in header[0]:
            return Problem(file, 1, "", "", f"columns are parted by {name}, not commas.", SAVE)
    message = "is not the header: none of its cells is a column of this table."
    return Problem(file, 1, "", ",".join(header), message, remedy)
