"""CSV files that a person edits: each fault at its line, and the other rows all the same.

A row stands on one line.  So a quotation mark that is left open spoils its own row only, where a
reader of many-line fields would take in the rows below it and say nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from swteach.corpus.problems import Problem
from swteach.corpus.readers import guess_encoding

_PARTED = {";": "semicolons", "\t": "tabs"}
_QUOTES = 'Keep a row on one line; a field with a comma or a quotation mark reads "so ""here"" so"'


def read_rows(
    path: Path, columns: list[str], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row that can be read, with its line; add what is wrong to ``problems``."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from _rows(path, file, columns, problems)
    except UnicodeDecodeError:
        problems.append(_undecodable(path))
    except OSError as error:
        problems.append(_unopened(path, error))


def read_column(path: Path, column: str, problems: list[Problem]) -> list[str]:
    """Give one column of a table whose fields may be of many lines."""
    values: list[str] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            problems += _lacking(path, 1, reader.fieldnames or [], [column])
            if not problems:
                values += ((row[column] or "").strip() for row in reader)
    except UnicodeDecodeError:
        problems.append(_undecodable(path))
    except csv.Error as error:
        problems.append(_unparted(path, reader.line_num, error))
    except OSError as error:
        problems.append(_unopened(path, error))
    return values


def _rows(
    path: Path, file: Iterator[str], columns: list[str], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    head: list[str] = []
    for line, written in enumerate(file, 1):
        cells = _split(path, line, written, problems, strict=bool(head))
        if head and cells and any(cells):
            wrong = _misfit(path, line, cells, head, columns)
            problems += wrong
            if not wrong:
                yield line, dict(zip(head, cells, strict=False))
        elif not head and cells is None:
            return
        elif not head and cells:
            head, wrong = cells, _lacking(path, line, cells, columns)
            problems += wrong
            if wrong:
                return
    if not head:
        problems += _lacking(path, 1, head, columns)


def _split(
    path: Path, line: int, written: str, problems: list[Problem], *, strict: bool
) -> list[str] | None:
    try:
        return [cell.strip() for cell in next(csv.reader([written], strict=strict), [])]
    except csv.Error as error:
        problems.append(_unparted(path, line, error))
        return None


def _misfit(
    path: Path, line: int, cells: list[str], head: list[str], columns: list[str]
) -> list[Problem]:
    enough = len(cells) > max(map(head.index, columns))
    if enough and not any(cells[len(head) :]):
        return []
    what = f"the row has {len(cells)} fields, and the first line names {len(head)}"
    return [Problem(str(path), line, what, f"Write a comma between fields. {_QUOTES}")]


def _lacking(path: Path, line: int, head: list[str], columns: list[str]) -> list[Problem]:
    whole = ",".join(head)
    for mark, name in _PARTED.items():
        names = {cell.strip(' "') for cell in whole.split(mark)}
        if mark in whole and names & set(columns):
            what = f"its columns are parted by {name}, not by commas"
            return [Problem(str(path), line, what, "Save it as CSV parted by commas")]
    missing = [name for name in columns if name not in head]
    what = f"the column {', '.join(missing)} is missing"
    do = f"The columns are {', '.join(columns)}"
    return [Problem(str(path), line, what, do)] if missing else []


def _unparted(path: Path, line: int, error: csv.Error) -> Problem:
    if "limit" in str(error):
        what = f"a field is longer than {csv.field_size_limit():,} characters"
        return Problem(str(path), line, what, "Is this the right file?")
    return Problem(str(path), line, "a quotation mark is not closed where its field ends", _QUOTES)


def _undecodable(path: Path) -> Problem:
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = (
            f"not UTF-8: byte {error.start} does not fit; it looks like {guess_encoding(content)}"
        )
        return Problem(str(path), line, what, "Save it as UTF-8 (CSV UTF-8)")
    return Problem(str(path), None, "it changed while it was read", "Try again")


def _unopened(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(str(path), None, "not found", "Name a file that exists")
    return Problem(str(path), None, f"cannot be read ({error.strerror})", "Name a file of text")
