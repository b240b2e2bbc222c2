"""`swteach build vle`: every question of the course is in the files or named as left out."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from swteach.course_folder import NoCourseError
from swteach.editions import items, losses, vle
from swteach.editions.items import Sheet, read_sheets
from swteach.exercises import Reflection, find_right_response
from swteach.exercises.seal import make_seal

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one build."""
    out = tmp_path_factory.mktemp("vle")
    vle.build(ROOT, out)
    return out


def test_every_question_is_in_every_form_or_left_out_by_name(built: Path) -> None:
    """Each form holds the same ids; what is missing is listed with the reason."""
    everything = {one.id for sheet in read_sheets(ROOT) for one in sheet.exercises}
    gift = ids(r"(?m)^::(n[\w-]+)::", built.glob("gift/*.txt"))
    moodle = ids(r"<idnumber>(n[\w-]+)<", built.glob("moodle/*.xml"))
    table = {row["id"] for row in rows_of(built / "questions.csv")}
    left_out = {
        row["id"] for row in rows_of(built / vle.NOT_CARRIED) if row["what"].startswith("left out")
    }
    assert gift == moodle == table
    assert left_out
    assert gift | left_out == everything
    assert not gift & left_out
    print(len(gift), "questions,", len(left_out), "left out")


def ids(pattern: str, paths: object) -> set[str]:
    """Return the ids that a pattern finds in files."""
    return {
        name for path in paths for name in re.findall(pattern, path.read_text(encoding="utf-8"))
    }


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return a table's rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_private_reflections_stay_with_the_student(built: Path) -> None:
    """Not one of their questions is in any file: what is typed in a VLE is read by staff."""
    private = [
        one for sheet in read_sheets(ROOT) for one in sheet.exercises if losses.is_private(one)
    ]
    assert private
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in built.rglob("*.*")
        if path.suffix in (".xml", ".txt")
    )
    for one in private:
        assert isinstance(one, Reflection)
        assert one.stem[:40] not in text


def test_the_summary_counts_what_is_there(built: Path) -> None:
    """A person reads first how many questions of each type, and what is lost, with its reason."""
    text = (built / "summary.txt").read_text(encoding="utf-8")
    kept = ids(r"(?m)^::(n[\w-]+)::", built.glob("gift/*.txt"))
    total = sum(len(sheet.exercises) for sheet in read_sheets(ROOT))
    assert text.startswith(f"{len(kept)} of {total} questions")
    for loss in losses.find_losses(read_sheets(ROOT)):
        assert f"  {len(loss.ids)}: {loss.ids[0]}" in text
    assert max(map(len, text.splitlines())) <= 100


def test_losses_name_only_what_is_lost(sheets: list[Sheet]) -> None:
    """Model answers are with Moodle's notes for markers, so Moodle does not lose them."""
    found = {loss.what: loss for loss in losses.find_losses(sheets)}
    [models] = [loss for what, loss in found.items() if "model answer" in what]
    assert losses.MOODLE not in models.forms
    assert not [what for what in found if what.startswith(("left out", "all feedback"))]


def test_closed_questions_are_named_as_such(closed: list[Sheet]) -> None:
    """The lecturer is told which questions carry no feedback because of show_answers."""
    found = {loss.what: loss.ids for loss in losses.find_losses(closed)}
    [ids] = [ids for what, ids in found.items() if what.startswith("all feedback")]
    assert len(ids) == sum(
        not isinstance(one, Reflection) for sheet in closed for one in sheet.exercises
    )
    assert not [what for what in found if what.startswith("what is said to an answer")]


def test_a_students_copy_is_refused(
    sheets: list[Sheet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds no answers to export, so the message says where to build from."""
    first = sheets[0].exercises[0]
    sealed = replace(first, seal=make_seal(first, find_right_response(first), "5a17"))
    copy = replace(sheets[0], exercises=(sealed,))
    monkeypatch.setattr(items, "read_sheets", lambda folder: [copy])
    with pytest.raises(NoCourseError, match="students' copy"):
        vle.build(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()
