"""The rows of a table as they stand in its lines: cells, quotation marks, line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from swteach.checks.header import UNKNOWN, check_header, read_header
from swteach.checks.lines import read_lines
from swteach.checks.problem import Problem
from swteach.datapackage import Resource

# How many lines one value may run over before its quotation mark counts as never closed.
MOST_JOINED = 40


@dataclass
class Row:
    """One row: the line it starts on, its cells by column, and whether it has them all."""

    line: int
    cells: dict[str, str]
    whole: bool = True

    def line_of(self, column: str) -> int:
        """Return the line on which a cell starts."""
        names = list(self.cells)
        before = names[: names.index(column)] if column in self.cells else []
        return self.line + sum(self.cells[name].count("\n") for name in before)


@dataclass
class Table:
    """One table as read; ``columns`` is empty where it could not be read at all."""

    resource: Resource
    columns: frozenset[str] = frozenset()
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.resource.path

    @property
    def whole_rows(self) -> list[Row]:
        """The rows that have as many cells as the header."""
        return [row for row in self.rows if row.whole]

    def problem(self, row: Row, column: str, message: str, remedy: str) -> Problem:
        """Return a problem in one cell of a row."""
        value = row.cells.get(column, "")
        return Problem(self.file, row.line_of(column), column, value, message, remedy)


def read_table(folder: Path, resource: Resource) -> Table:
    """Return one table with everything that is wrong in its bytes, header and rows."""
    lines, problems = read_lines(folder, resource.path)
    table = Table(resource, problems=problems)
    if lines:
        header = _split(lines[0]) or lines[0].split(",")
        table.problems += check_header(table.file, resource.names, header)
        columns, first = read_header(resource.names, header)
        if len(lines) > 1 and len(_split(lines[1]) or []) == len(resource.names):
            # The header lost a name, not the rows a value: read them as they were meant.
            columns = resource.names if len(columns) < len(resource.names) else columns
        table.columns = frozenset(columns) - {UNKNOWN}
        table.rows = list(_read_rows(table, lines, columns, first)) if columns else []
    return table


def _read_rows(table: Table, lines: list[str], columns: list[str], first: int) -> Iterator[Row]:
    at = first
    while at < len(lines):
        cells, taken = _read_cells(lines, at, len(columns))
        problem = _find_fault(table.file, at + 1, cells, taken, columns)
        if problem:
            table.problems.append(problem)
        if cells is None:
            cells = next(csv.reader([lines[at]]), [])
        if cells:
            named = dict(zip(columns, cells, strict=False))
            named.pop(UNKNOWN, None)
            yield Row(at + 1, named, len(cells) == len(columns))
        at += taken


def _read_cells(lines: list[str], at: int, width: int) -> tuple[list[str] | None, int]:
    """Return the cells of the row that starts on a line, and how many lines it takes.

    Each line is read for itself first: a quotation mark that is never closed must not swallow
    the rows below it.
    """
    cells = _split(lines[at])
    if cells is not None:
        return cells, 1
    text = lines[at]
    for taken, line in enumerate(lines[at + 1 : at + MOST_JOINED], 2):
        text = f"{text}\n{line}"
        cells = _split(text)
        if cells is not None:
            return (cells, taken) if len(cells) == width else (None, 1)
    return None, 1


def _split(text: str) -> list[str] | None:
    if text and '"' not in text:
        return text.split(",")
    try:
        return next(csv.reader([text], strict=True), [])
    except csv.Error:
        return None


def _find_fault(
    file: str, line: int, cells: list[str] | None, taken: int, columns: list[str]
) -> Problem | None:
    if cells is None:
        message = "has a quotation mark that is not closed, or words after a closing one."
        remedy = 'Put " at both ends of the value; write "" for one inside it.'
        return Problem(file, line, "", "", message, remedy)
    if not cells:
        return Problem(file, line, "", "", "is an empty line.", "Delete it.")
    if len(cells) != len(columns):
        message = f"has {len(cells)} values, but the header has {len(columns)} columns."
        remedy = 'Put values that hold a comma between " and keep empty ones as ,,'
        return Problem(file, line, "", "", message, remedy)
    if taken > 1:
        place = next(i for i, cell in enumerate(cells) if "\n" in cell)
        begins = line + sum(cell.count("\n") for cell in cells[:place])
        message = "holds a line break, but a row stands on one line."
        return Problem(file, begins, columns[place], cells[place], message, "Use a space there.")
    return None
