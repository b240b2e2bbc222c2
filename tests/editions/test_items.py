"""Every edition is given the same questions, of the folder it was asked about."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

from swteach.course import load_course
from swteach.editions.items import Sheet, list_lines, list_options, read_sheets
from swteach.exercises import Numeric, Several, Verdict, exercise_files, load_exercises
from swteach.exercises.models import Exercise

ROOT = Path(__file__).resolve().parents[2]


def test_all_questions_come_in_the_order_of_their_notebooks() -> None:
    """None is lost, and the course file decides the order."""
    sheets = read_sheets(ROOT)
    for sheet in sheets:
        ids = [one.id for one in sheet.exercises]
        assert sorted(ids) == sorted(one.id for one in load_exercises(sheet.notebook.number))
        assert ids == [name for name in sheet.notebook.exercises if name in ids]
    assert [sheet.notebook for sheet in sheets] == list(load_course().notebooks)
    assert len(sheets) == len(exercise_files())


def test_answers_rest_on_the_folder_s_own_data(tmp_path: Path) -> None:
    """A figure changed in a lecturer's folder changes the answer there, and nowhere else."""
    for name in ("notebooks", "data"):
        copytree(ROOT / name, tmp_path / name)
    table = tmp_path / "data" / "observations.csv"
    text = table.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^(dm_s47,England,all,2022-23,[^,]*,[^,]*,)225400", r"\g<1>178600", text)
    assert changed != text
    table.write_text(changed, encoding="utf-8")
    assert find(read_sheets(tmp_path), "n7-num-1").answer == 100.0
    assert round(find(read_sheets(ROOT), "n7-num-1").answer, 1) == 152.4


def find(sheets: list[Sheet], name: str) -> Exercise:
    """Return one question by its id."""
    return next(one for sheet in sheets for one in sheet.exercises if one.id == name)


def test_a_claim_is_never_shown_without_its_source(questions: list[Exercise]) -> None:
    """Who said it, in what, when and in which kind of text stand with every verdict."""
    verdicts = [one for one in questions if isinstance(one, Verdict)]
    assert verdicts
    for one in verdicts:
        text, said = " ".join(list_lines(one)), one.statement
        assert all(part in text for part in (said.text, said.title, said.date)), one.id
        assert said.speaker.removesuffix(" (comment)") in text
        assert said.genre in text or "comment" in said.title


def test_a_student_is_told_the_unit_and_no_answer(questions: list[Exercise]) -> None:
    """What is read before answering names the unit, and holds no reply."""
    numbers = [one for one in questions if isinstance(one, Numeric)]
    for one in numbers:
        lines = list_lines(one)
        assert f"Unit: {one.unit}" in lines
        assert one.feedback.correct not in " ".join(lines)


def test_options_stand_as_students_see_them(questions: list[Exercise]) -> None:
    """Mixed where the page mixes them, and a verdict's in sentences."""
    for one in questions:
        options = list_options(one)
        if isinstance(one, Several):
            assert options == one.shown
        if isinstance(one, Verdict):
            assert [option.text.startswith("The record") for option in options] == [True] * 4
            assert sum(option.correct for option in options) == 1
