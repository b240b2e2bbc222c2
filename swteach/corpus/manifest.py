"""The two files a lecturer edits: which texts stand on which page, and which lines to leave out."""

from __future__ import annotations

import csv
import difflib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from swteach.corpus.problems import CorpusError, Problem
from swteach.corpus.tidy import tidy

TEXT_COLUMNS = ["doc_id", "source_file", "start_marker", "end_marker"]
CHOICE_COLUMNS = ["start_match", "end_match", "inside"]
OMIT_COLUMNS = ["source_file", "doc_id", "line_marker", "kind"]
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Text:
    """One text: a row of manifest.csv.

    An empty marker means the page's first line (start) or last line (end).  ``start_match`` and
    ``end_match`` say which, from 1, of several places to take; ``inside`` names the text that
    this one is quoted in.
    """

    doc_id: str
    source_file: str
    start_marker: str
    end_marker: str
    start_match: int | None
    end_match: int | None
    inside: str
    file: str
    line: int

    def problem(self, what: str, do: str) -> Problem:
        """Return a problem placed at this row."""
        return Problem(self.file, self.line, f"{self.doc_id}: {what}", do)


@dataclass(frozen=True, slots=True)
class Omission:
    """One line to leave out: a row of omit.csv.

    A marker of five words or more is the start of the line; a shorter one is the whole line.
    An empty ``doc_id`` means every text of that page.
    """

    source_file: str
    doc_id: str
    line_marker: str
    kind: str
    file: str
    line: int

    def problem(self, what: str, do: str) -> Problem:
        """Return a problem placed at this row."""
        return Problem(self.file, self.line, what, do)

    def fits(self, line: str) -> bool:
        """Say whether a tidied line is the one meant."""
        if len(self.line_marker.split()) < 5:
            return line == self.line_marker
        return line == self.line_marker or line.startswith(self.line_marker + " ")


def read_texts(path: Path) -> list[Text]:
    """Read manifest.csv, in its own order.

    Raises
    ------
    CorpusError
        With one problem for every mistake that shows without the pages.
    """
    problems: list[Problem] = []
    texts = [_text(path, line, row, problems) for line, row in _rows(path, TEXT_COLUMNS)]
    problems += _twice(texts) + _astray(texts)
    if not texts:
        problems.append(Problem(str(path), None, "no text is listed", "Write one row a text"))
    if problems:
        raise CorpusError(problems)
    return texts


def read_omissions(path: Path | None, texts: list[Text]) -> list[Omission]:
    """Read omit.csv; a missing file is an empty list.

    Raises
    ------
    CorpusError
        Where a row names a text or page that the manifest does not.
    """
    if path is None or not path.exists():
        return []
    rows = [_omission(path, line, row) for line, row in _rows(path, OMIT_COLUMNS)]
    pages = {(text.source_file, text.doc_id) for text in texts} if rows else set()
    problems = [problem for row in rows for problem in _unknown(row, pages)]
    if problems:
        raise CorpusError(problems)
    return rows


def _rows(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _checked_rows(path, csv.DictReader(file), columns)
    except FileNotFoundError:
        problem = Problem(str(path), None, "not found", "Name a file that exists")
        raise CorpusError([problem]) from None
    except UnicodeDecodeError:
        problem = Problem(str(path), None, "not UTF-8", "Save it as UTF-8 (CSV UTF-8)")
        raise CorpusError([problem]) from None


def _checked_rows(
    path: Path, reader: csv.DictReader, columns: list[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        what = f"the column {', '.join(missing)} is missing"
        raise CorpusError([Problem(str(path), 1, what, f"The columns are {', '.join(columns)}")])
    for row in reader:
        yield reader.line_num, {name: (row[name] or "").strip() for name in row if name}


def _text(path: Path, line: int, row: dict[str, str], problems: list[Problem]) -> Text:
    matches = [_match(path, line, row, column, problems) for column in CHOICE_COLUMNS[:2]]
    markers = [tidy(row[column]) for column in TEXT_COLUMNS[2:]]
    fields = [row[column] for column in TEXT_COLUMNS[:2]]
    # Interned: the same name stands in every row of a long manifest.
    text = Text(*fields, *markers, *matches, row.get("inside", ""), sys.intern(str(path)), line)
    if not _SLUG.fullmatch(text.doc_id):
        what = f"the doc_id {text.doc_id!r} cannot be used"
        problems.append(Problem(str(path), line, what, "Use letters, digits, hyphens and dots"))
    problems += leaves_folder(text)
    return text


def _match(
    path: Path, line: int, row: dict[str, str], name: str, problems: list[Problem]
) -> int | None:
    value = row.get(name, "")
    if value and not re.fullmatch("[1-9][0-9]*", value):
        what = f"{name} is {value!r}"
        problems.append(
            Problem(str(path), line, what, "Write 1 for the first place, 2 for the next")
        )
        return None
    return int(value) if value else None


def _omission(path: Path, line: int, row: dict[str, str]) -> Omission:
    marker = tidy(row["line_marker"])
    return Omission(row["source_file"], row["doc_id"], marker, row["kind"], str(path), line)


def leaves_folder(text: Text) -> list[Problem]:
    """Return a problem if a row's path is absolute, empty or climbs out with ``..``."""
    path = PurePosixPath(text.source_file.replace("\\", "/"))
    if text.source_file and not path.is_absolute() and ".." not in path.parts:
        return []
    what = f"the source_file {text.source_file!r} leaves the folder of pages"
    return [text.problem(what, "Name a file inside that folder, without ..")]


def _twice(texts: list[Text]) -> list[Problem]:
    first: dict[str, Text] = {}
    problems = []
    for text in texts:
        other = first.setdefault(text.doc_id, text)
        if other is not text:
            what = f"the same doc_id stands on line {other.line}"
            problems.append(text.problem(what, "Give each text an id of its own"))
    return problems


def _astray(texts: list[Text]) -> list[Problem]:
    pages = {text.doc_id: text.source_file for text in texts}
    problems = []
    for text in texts:
        if text.inside and pages.get(text.inside) != text.source_file:
            what = f"it is said to stand inside {text.inside!r}, no text of {text.source_file}"
            problems.append(text.problem(what, nearest(text.inside, pages)))
    return problems


def _unknown(row: Omission, pages: set[tuple[str, str]]) -> list[Problem]:
    ids = [doc_id for page, doc_id in pages if page == row.source_file]
    if not ids:
        what = f"no text of the manifest stands on the page {row.source_file!r}"
        return [row.problem(what, nearest(row.source_file, [page for page, _ in pages]))]
    if row.doc_id and row.doc_id not in ids:
        what = f"unknown doc_id {row.doc_id!r} on the page {row.source_file}"
        return [row.problem(what, nearest(row.doc_id, ids))]
    if not row.line_marker:
        return [row.problem("the line_marker is empty", "Write the first five words of the line")]
    return []


def nearest(value: str, legal: object) -> str:
    """Say which legal value is nearest to a wrong one, or list them where none is near."""
    names = sorted(set(legal))
    near = difflib.get_close_matches(value, names, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known: {', '.join(names[:10]) or 'none'}"
