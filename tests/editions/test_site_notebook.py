"""A lecturer's own notebook as a page: odd cells are told or left to what they were saved with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from site_reading import read_html

from swteach.editions.items import Sheet, read_sheets
from swteach.editions.site_notebook import WORKED_OUT, Reader
from swteach.yamlfile import CourseFileError

ROOT = Path(__file__).resolve().parents[2]
TITLE = {"cell_type": "markdown", "id": "title", "source": "# Mine"}
Write = Callable[..., Path]


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """Return notebook 02 with its questions."""
    return next(one for one in read_sheets(ROOT) if one.notebook.number == 2)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a notebook of a title and cells with code, and let widgets find no journal."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))

    def write_cells(*cells: tuple[str, str]) -> Path:
        laid: list[dict[str, Any]] = [TITLE]
        for place, (source, said) in enumerate(cells):
            outputs = [{"output_type": "execute_result", "data": {"text/plain": said}}]
            laid.append({"cell_type": "code", "id": f"cell-{place}", "source": source})
            laid[-1]["outputs"] = outputs if said else []
        path = tmp_path / "02_mine.ipynb"
        path.write_text(json.dumps({"cells": laid}, indent=1), encoding="utf-8")
        return path

    return write_cells


def test_what_python_works_out_is_shown_as_it_was_saved(sheet: Sheet, write: Write) -> None:
    """No tool with other claims stands in its place, and the lecturer is told of the cell."""
    cells = ("sw.exercise('n2-mcq-1')\nsw.two_coders(field)", "Codes of mine.")
    reader = Reader(sheet, write(cells, ("for one in ids:\n    sw.exercise(one)", "")))
    words = read_html(reader.body).words
    assert words.count(WORKED_OUT) == 2 and "Codes of mine." in words
    assert [*reader.questions] == ["n2-mcq-1"] and reader.tools == {}
    assert reader.worked_out == ["cell-0", "cell-1"]


def test_all_questions_are_asked_by_the_number(sheet: Sheet, write: Write) -> None:
    """sw.exercises(2) asks each question of notebook 2 once, in order."""
    reader = Reader(sheet, write(("sw.exercises(2)", "")))
    assert [*reader.questions] == [one.id for one in sheet.exercises]


def test_a_name_may_be_given_by_its_word(sheet: Sheet, write: Write) -> None:
    """sw.exercise(exercise_id="...") asks the question too."""
    reader = Reader(sheet, write(("sw.exercise(exercise_id='n2-mcq-1')", "")))
    assert [*reader.questions] == ["n2-mcq-1"] and reader.worked_out == []


@pytest.mark.parametrize(
    "source",
    [
        "sw.ledger(['no-such-c01'])",
        "sw.ledger()",
        "sw.exercise()",
        "sw.exercise('n2-mcq-99')",
        "sw.exercise('n3-mcq-1')",
        "sw.exercises(3)",
    ],
)
def test_a_cell_that_asks_for_what_is_not_there_is_named(
    sheet: Sheet, write: Write, source: str
) -> None:
    """The message says in which file, on which line, in which cell, and what to do."""
    path = write(("1", ""), (source, ""))
    with pytest.raises(CourseFileError) as caught:
        Reader(sheet, path)
    [problem] = caught.value.problems
    assert (problem.file, problem.item) == ("02_mine.ipynb", "cell cell-1")
    assert '"cell-1"' in path.read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert "Run the cell" in problem.remedy


@pytest.mark.parametrize("text", ["{", "[]", '{"other": 1}', "3"])
def test_a_file_that_is_no_notebook_is_named(sheet: Sheet, write: Write, text: str) -> None:
    """A notebook that was damaged stops the build with its name, and no traceback."""
    path = write()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseFileError, match=r"02_mine\.ipynb, line 1: this is not a notebook"):
        Reader(sheet, path)


def test_a_question_may_be_asked_twice(sheet: Sheet, write: Write) -> None:
    """Choices of one do not undo those of the other, for a reader without scripts."""
    asked = ("sw.exercise('n2-mcq-1')\nsw.stance_barometer('n2')", "")
    page = read_html(Reader(sheet, write(asked, asked)).body)
    radios = [given for tag, given in page.tags if given.get("type") == "radio"]
    half = len(radios) // 2
    first, second = ({given["name"] for given in some} for some in (radios[:half], radios[half:]))
    assert len(first) == len(second) == 5 and not first & second
