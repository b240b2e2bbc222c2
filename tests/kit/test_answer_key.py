"""The answers last accepted: kept for whoever teaches, and for nobody else."""

from __future__ import annotations

import json
from pathlib import Path

from swteach.editions.student_copy import build
from swteach.kit.answer_key import (
    NAME,
    find_words,
    list_moved,
    list_new,
    read_key,
    work_out,
    write_key,
)

ROOT = Path(__file__).resolve().parents[2]


def test_the_course_s_own_key_is_what_its_data_give():
    """Every computed answer has its entry: run `swteach check --accept` if one has not."""
    key = read_key(ROOT / "data")
    assert {one.item: one.now for one in work_out(ROOT / "data")} == key
    assert len(key) >= 40


def test_students_do_not_get_it(course: Path, tmp_path: Path):
    """The student copy holds no file of answers, whatever the questions show."""
    build(course, tmp_path / "copy")
    assert (tmp_path / "copy/data/exercises").is_dir()
    assert not (tmp_path / "copy/data" / NAME).exists()


def test_a_question_that_asks_for_another_year_has_moved_too(course: Path):
    """The old answer is told until the new one is accepted; writing the same sum anew is none."""
    path = next((course / "data/exercises").glob("07_*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("to: 2022-23", 'to: "2022-23"'), encoding="utf-8")
    assert list_moved(course / "data") == []
    path.write_text(text.replace("to: 2022-23", "to: 2021-22"), encoding="utf-8")
    moved = {one.item: str(old) for one, old in list_moved(course / "data")}
    assert moved["n7-num-1"] == "152.4"
    assert "n7-num-1" in write_key(course / "data")
    assert list_moved(course / "data") == []


def test_a_sum_without_an_accepted_answer_is_new(course: Path):
    """It is said until it is accepted; of a key that is lost as a whole, each one is not."""
    path = course / "data" / NAME
    key = json.loads(path.read_text(encoding="utf-8"))
    del key["n7-num-1"]
    path.write_text(json.dumps(key), encoding="utf-8")
    assert [one.item for one in list_new(course / "data")] == ["n7-num-1"]
    assert write_key(course / "data") == ["n7-num-1"] and list_new(course / "data") == []
    path.unlink()
    assert list_new(course / "data") == []


def test_a_key_that_cannot_be_read_is_as_none(course: Path):
    """A damaged key hides no problem of the course, and is written anew when next accepted."""
    for damaged in ("{", "[]", '{"n7-num-1": 3}', '{"n7-num-1": {"asks": 1}}'):
        (course / "data" / NAME).write_text(damaged, encoding="utf-8")
        assert read_key(course / "data") == {}
    write_key(course / "data")
    assert json.loads((course / "data" / NAME).read_text(encoding="utf-8"))["n7-num-1"]


def test_a_number_is_found_whole():
    """A longer number that holds the old one is another number."""
    lines = ["89,300 then", "189,300", "89,300.5", "89,3000", "from 89,300."]
    assert [place for place, _ in find_words(["89,300"], lines)] == [0, 4]
