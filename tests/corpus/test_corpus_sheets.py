"""Files that a person edits: a slip in one row is placed there and takes no other row with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.corpus.problems import Problem
from swteach.corpus.sheets import read_column, read_rows

COLUMNS = ["doc_id", "start_marker"]
OPEN = "a quotation mark is not closed where its field ends"


def read(path: Path, content: str | bytes) -> tuple[list[tuple[int, str]], list[Problem]]:
    """Write a file and read it: each row's line and doc_id, and the problems."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems: list[Problem] = []
    rows = [(line, row["doc_id"]) for line, row in read_rows(path, COLUMNS, problems)]
    return rows, problems


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ('b,"Open words', OPEN),
        ('b,"Quoted" words,x', OPEN),
        ('"b,Words,x', OPEN),
        ("b", "the row has 1 fields, and the first line names 3"),
        ("b,One, two,x", "the row has 4 fields, and the first line names 3"),
        ("b," + "x" * 131_073 + ",", "a field is longer than 131,072 characters"),
    ],
)
def test_bad_row_is_placed_and_swallows_no_other(tmp_path: Path, bad: str, what: str) -> None:
    """An open quotation mark, a lost or extra comma, a field without end: rows below are read."""
    good = 'a,"He said ""no"", then left",x\n\n', "c,Words,x\n", 'd,"More"\n'
    table = "doc_id,start_marker,kind\n" + good[0] + bad + "\n" + good[1] + good[2]
    rows, problems = read(tmp_path / "manifest.csv", table)
    assert rows == [(2, "a"), (5, "c"), (6, "d")]
    assert [(one.line, one.what) for one in problems] == [(4, what)]


def test_two_open_quotation_marks_do_not_close_each_other(tmp_path: Path) -> None:
    """A mark opened in one row and another closed in the next: both rows are named."""
    table = 'doc_id,start_marker\na,"One,\nb,two"\nc,"three\nd,four\n'
    rows, problems = read(tmp_path / "manifest.csv", table)
    assert rows == [(3, "b"), (5, "d")]
    assert [one.line for one in problems] == [2, 4]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_and_spare_commas(tmp_path: Path, ending: str) -> None:
    """Files of any system, with the empty fields and rows that spreadsheets leave, are read."""
    table = ending.join(["\ufeffdoc_id,start_marker,", "a,Words,,,", ",,", "", "b,More"])
    rows, problems = read(tmp_path / "manifest.csv", table)
    assert rows == [(2, "a"), (5, "b")]
    assert problems == []


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_separators_get_a_hint(tmp_path: Path, mark: str, name: str) -> None:
    """A spreadsheet of another country writes semicolons: the message says so."""
    table = f'"doc_id"{mark}"start_marker"\na{mark}"Words, and more"\n'
    rows, problems = read(tmp_path / "manifest.csv", table)
    assert rows == []
    assert [str(one).split(":", 1)[1] for one in problems] == [
        f"1: its columns are parted by {name}, not by commas. Save it as CSV parted by commas"
    ]


def test_file_that_is_not_utf8_is_placed(tmp_path: Path) -> None:
    """The line and byte that do not fit, and what the encoding looks like."""
    table = "doc_id,start_marker\na,Words\nb,caf\u00e9\n".encode("cp1252")
    _, problems = read(tmp_path / "manifest.csv", table)
    what = f"not UTF-8: byte {table.index(0xE9)} does not fit; it looks like Windows-1252"
    assert [(one.line, one.what) for one in problems] == [(3, what)]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"id,title\na,A\n", "the column doc_id is missing"),
        (b"", "the column doc_id is missing"),
        (b"doc_id;title\na;A\n", "its columns are parted by semicolons, not by commas"),
        (b"doc_id,title\na,caf\xe9\n", "not UTF-8: byte 18 does not fit"),
        (b"doc_id,title\na," + b"x" * 140_000, "a field is longer than 131,072 characters"),
    ],
)
def test_documents_that_cannot_be_read(tmp_path: Path, content: bytes, what: str) -> None:
    """A table of documents without doc_id, in another encoding or with an endless field."""
    path = tmp_path / "documents.csv"
    path.write_bytes(content)
    problems: list[Problem] = []
    read_column(path, "doc_id", problems)
    assert len(problems) == 1
    assert problems[0].what.startswith(what)


def test_documents_may_have_fields_of_many_lines(tmp_path: Path) -> None:
    """An abstract of two paragraphs in documents.csv is no mistake."""
    path = tmp_path / "documents.csv"
    path.write_text('doc_id,abstract\na,"One.\n\nTwo."\nb,Three.\n', encoding="utf-8")
    problems: list[Problem] = []
    assert read_column(path, "doc_id", problems) == ["a", "b"]
    assert problems == []


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A file named in error, or a folder."""
    problems: list[Problem] = []
    assert list(read_rows(tmp_path / "none.csv", COLUMNS, problems)) == []
    assert list(read_rows(tmp_path, COLUMNS, problems)) == []
    assert problems[0].what == "not found"
    assert problems[1].what.startswith("cannot be read (")
