"""What stands in the tables, added up by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand_in_cases import course, gather, write_entry

from swteach.collecting import load_answers
from swteach.collecting.folder import collect
from swteach.collecting.sheets import Sheet, choose, make_sheets
from swteach.exercises import Choice, Exercise, Reflection
from swteach.journal.fileformat import write_pages

CHOICE = next(one for one in course() if isinstance(one, Choice) and not one.predict)
REFLECTION = next(one for one in course() if isinstance(one, Reflection) and not one.private)


def text_of(right: bool) -> str:
    """Return an option of the choice that is right, or the first that is not."""
    return next(option.text for option in CHOICE.options if option.correct is right)


def tables(folder: Path, asked: tuple[Exercise, ...], *, names: bool = False) -> dict[str, Sheet]:
    """Return the tables of a folder by their names."""
    made = make_sheets(*collect(folder, course()), choose(asked, ()), names=names)
    return {sheet.name: sheet for sheet in made}


def rows(sheet: Sheet) -> list[dict[str, object]]:
    """Return the rows of a table, each by the names of its columns."""
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a folder with two students: one right at the second attempt, one who wrote."""
    long = " ".join(["word"] * REFLECTION.words)
    first = [
        write_entry(CHOICE, text_of(right), at, "one") for at, right in enumerate([False, True])
    ]
    second = [write_entry(CHOICE, text_of(False), 0, "two"), write_entry(REFLECTION, long, 61, "2")]
    (tmp_path / "Ada.json").write_bytes(write_pages(gather(first, "Ada")))
    (tmp_path / "Bo.json").write_bytes(write_pages(gather(second)))
    return tmp_path


def test_students_are_added_up(two: Path) -> None:
    """Attempts, marks at first and at last, reflections, words and the last day, each by hand."""
    found = tables(two, (CHOICE, REFLECTION), names=True)
    ada, bo = sorted(rows(found["students"]), key=lambda row: str(row["file"]))
    names = ("closed questions", "answered", "right at first", "right at last", "attempts")
    assert [ada[name] for name in names] == [1, 1, 0, 1, 2]
    assert [bo[name] for name in names] == [1, 1, 0, 0, 1]
    names = ("reflections asked", "complete", "incomplete", "not handed in", "words")
    assert [ada[name] for name in names] == [1, 0, 0, 1, 0]
    assert [bo[name] for name in names] == [1, 1, 0, 0, REFLECTION.words]
    assert (ada["name"], ada["file"]) == ("Ada", "Ada.json")
    assert bo["last written (UTC)"] == "2026-11-25 00:01"


def test_questions_are_added_up(two: Path) -> None:
    """Of each question: who answered, how many were right, and the most frequent slip."""
    (row,) = rows(tables(two, (CHOICE,))["questions"])
    assert (row["students"], row["right at first"], row["right at last"]) == (2, 0, 1)
    wrong = "most frequent last answer that is not right"
    assert (row[wrong], row["how many gave it"]) == (text_of(False), 1)


def test_reflections_stand_with_their_question(two: Path) -> None:
    """The words, how many were asked for, and room for a mark that nobody has given."""
    (row,) = rows(tables(two, (REFLECTION,))["reflections"])
    assert row["what was asked"] == REFLECTION.stem and row["complete or not"] == "complete"
    assert (row["words"], row["words asked"]) == (REFLECTION.words, REFLECTION.words)
    assert (row["mark"], row["comment"]) == ("", "")


def test_nothing_names_a_student_unless_it_is_asked_for(two: Path) -> None:
    """No table joins a student's words to a file or a name; the list of files has no words."""
    found = tables(two, course())
    files = found.pop("files")
    assert "Ada" not in repr(found) and "Bo.json" not in repr(found)
    students = {row[0] for row in found["students"].rows}
    assert not [word for word in students if word in repr(files)]
    assert [row[0] for row in files.rows] == ["Ada.json", "Bo.json"]


def test_answers_are_a_data_frame(two: Path) -> None:
    """One row for each answer, with times and numbers as such, and the same rows as the table."""
    frame = load_answers(two)
    assert len(frame) == len(tables(two, course())["answers"].rows) == 3
    assert frame["at"].dt.year.eq(2026).all() and frame["notebook"].notna().all()
    assert sorted(frame["last"]) == ["complete", "not quite", "right"]


def test_notebooks_that_nobody_opened_have_a_row(two: Path) -> None:
    """Each student has a row for each notebook that asks something, with zeros where due."""
    found = rows(tables(two, course())["notebooks"])
    assert len(found) == 2 * len({one.notebook for one in course()})
    assert sum(int(str(row["attempts"])) for row in found) == 3
