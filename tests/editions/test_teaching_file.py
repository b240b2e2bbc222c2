"""The file for tutors: what is said where it was changed in a way that would not print."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from swteach.check import check_folder
from swteach.editions.teaching_file import NAME, load_teaching, teaching_problems

DATA = Path(__file__).resolve().parents[2] / "data"
SLIPS = {
    "add up to 95": ("      weight: 20\n", "      weight: 15\n"),
    "3 bands, but the rubric names 4": ("        - Some link\n", ""),
    '"balance" is missing': ("balance: >-", "balanced: >-"),
    '"weight" must be': ("weight: 25", "weight: a quarter"),
    "must be text": ("  - Keep Predict, one chart of Look", "  - Keep: one chart of Look"),
}


def test_the_course_s_own_has_no_problems() -> None:
    """Five lists and a rubric of six criteria with four bands each."""
    assert teaching_problems(DATA) == []
    rubric = load_teaching(DATA).rubric
    assert [len(one.bands) for one in rubric.criteria] == [4] * 6


@pytest.mark.parametrize("said", SLIPS)
def test_a_slip_is_named_with_its_line(said: str, tmp_path: Path) -> None:
    """Each is told with the line that it stands on, and what to do."""
    text = (DATA / NAME).read_text(encoding="utf-8")
    changed = text.replace(*SLIPS[said], 1)
    assert changed != text
    (tmp_path / NAME).write_text(changed, encoding="utf-8")
    told = [one for one in teaching_problems(tmp_path) if said in one.message]
    assert len(told) == 1 and told[0].line and told[0].remedy


def test_the_check_says_it_too(tmp_path: Path) -> None:
    """`swteach check` names the file for tutors among all others."""
    copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / NAME
    path.write_text(path.read_text(encoding="utf-8").replace("weight: 25", "weight: 20"), "utf-8")
    (told,) = check_folder(tmp_path / "data")
    assert told.file == NAME and "add up to 95" in told.message


def test_a_student_copy_has_none_and_no_problem(tmp_path: Path) -> None:
    """Where there is no such file, there is nothing wrong with it."""
    assert teaching_problems(tmp_path) == []
