"""The tables as files, read back by programs that are not ours."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hand_in_cases import course
from hypothesis import given
from hypothesis import strategies as st

from swteach.collecting.folder import collect
from swteach.collecting.sheets import Sheet, choose, make_sheets
from swteach.collecting.spreadsheet import guard, write_csv, write_workbook
from swteach.journal.exports.outline import JOINER

SIGNS = "=+-@＝＋－＠"
ATTACKS = [
    "=1+1",
    "  =1+1",
    "\t=1+1",
    "\r=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "x\n=1+1",
    "x;=1+1",
    "x,=1+1",
    'x"=1+1',
    "x\u2028=1+1",
    "\x00=1+1",
    "#N/A",
    "#REF!",
]


def read_csv(data: bytes, delimiter: str = ",") -> list[list[str]]:
    """Return the cells of a CSV file."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def open_workbook(sheets: list[Sheet]) -> openpyxl.Workbook:
    """Return a workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(write_workbook(sheets)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_begins_a_formula(delimiter: str) -> None:
    """Wherever a program parts the lines of the CSV, no part is one that it would run."""
    rows = read_csv(write_csv(Sheet("a", ("text",), [(text,) for text in ATTACKS])), delimiter)
    for cell in (cell for row in rows for cell in row):
        lines = cell.replace('"', "\n").splitlines() or [""]
        assert not [line for line in lines if line.strip()[:1] in [*SIGNS]], cell


def test_no_cell_of_the_workbook_is_a_formula_or_an_error() -> None:
    """All of them are text to openpyxl, in order, with their words as they were."""
    (sheet,) = open_workbook([Sheet("a", ("text",), [(text,) for text in ATTACKS])])
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(ATTACKS)
    words = [str(cell.value).replace(JOINER, "").strip() for cell in cells]
    assert words[0] == "=1+1" and words[4] == "+cmd|' /C calc'!A0" and words[14] == "#N/A"


@pytest.mark.parametrize("number", ["-12.5", "+3", "0", "1234567", "152.4"])
def test_plain_numbers_stay_as_they_are(number: str) -> None:
    """A number that a student typed can be sorted as one; it runs nothing."""
    assert guard(number) == number


@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    """Both files can be read whatever stands in them, and hold the same words."""
    sheet = Sheet("a", ("text", "n"), [(text, 7)])
    (_, (written, number)) = read_csv(write_csv(sheet))
    assert number == "7"
    (page,) = open_workbook([sheet])
    # XML has one line end, and Excel takes an empty cell for none.
    assert (page["A2"].value or "") == written.replace("\r\n", "\n").replace("\r", "\n")
    assert page["B2"].value == 7


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    """Excel would call the whole file damaged."""
    (page,) = open_workbook([Sheet("a", ("text",), [("x" * 40_000,)])])
    assert len(page["A2"].value) <= 32_767 and page["A2"].value.endswith("[cut here]")


def test_every_table_is_in_the_files(class_folder: Path) -> None:
    """Sheet for sheet, openpyxl and pandas read as many rows and columns as were made."""
    sheets = make_sheets(*collect(class_folder, course()), choose(course(), ()))
    book = open_workbook(sheets)
    assert book.sheetnames == [sheet.name for sheet in sheets]
    for sheet in sheets:
        frame = pd.read_csv(BytesIO(write_csv(sheet)), keep_default_na=False)
        assert list(frame.columns) == list(sheet.columns)
        assert len(frame) == len(sheet.rows) == book[sheet.name].max_row - 1 > 0
    assert book["students"].freeze_panes == "A2"


def test_the_files_are_the_same_bytes_each_time(class_folder: Path) -> None:
    """Two runs over the same journals differ in nothing."""
    made = [
        write_workbook(make_sheets(*collect(class_folder, course()), choose(course(), ())))
        for _ in range(2)
    ]
    assert made[0] == made[1]
