"""The student copy: what is not for students is in no file, and answers are marked all the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from student_course import OPEN, close_questions, copy_course

from swteach.check import check_folder
from swteach.editions.commands import build_folder
from swteach.editions.items import read_sheets
from swteach.editions.sealing import list_replies, must_seal
from swteach.exercises import Exercise, find_right_response, mark
from swteach.kit.choices import Choices
from swteach.kit.new import make_course
from swteach.yamlfile import CourseFileError

CLOSED = {"choice", "several", "numeric", "order", "match", "verdict"}
ANSWERING = {"answer", "feedback", "slips", "notes", "pairs", "model", "evidence", "tolerance"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return close_questions(copy_course(tmp_path_factory.mktemp("course")))


@pytest.fixture(scope="module")
def copy(course: Path) -> Path:
    out = course.parent / "student-copy"
    build_folder("students", course, out, replace=out.exists())
    return out


def questions(folder: Path) -> dict[str, Exercise]:
    return {one.id: one for sheet in read_sheets(folder) for one in sheet.exercises}


def list_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def squeeze(text: str) -> str:
    """Keep letters, digits and full stops, however a file breaks, quotes or escapes a text."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"[^\w.]+|_", "", re.sub(r"\\[ntr]", " ", text)).casefold()


def test_no_answer_stands_in_any_file(course: Path, copy: Path) -> None:
    """Not one reply or model of 230 closed questions is in the copy, code and notebooks too."""
    known = questions(course)
    shown = {text for one in known.values() if one.id in OPEN for text in list_replies(one)}
    texts = {
        text
        for one in known.values()
        if must_seal(one)
        for text in [*list_replies(one), getattr(one, "model", "")]
        if len(text.split()) >= 4 and text not in shown
    }
    assert len(texts) > 850
    held = {path: squeeze(path.read_text(encoding="utf-8")) for path in list_files(copy)}
    found = [(text, str(path)) for text in texts for path in held if squeeze(text) in held[path]]
    assert found == []


def test_no_field_of_a_closed_question_holds_an_answer(copy: Path) -> None:
    """Short answers, keys and right orders are gone with the fields that held them."""
    for path in (copy / "data" / "exercises").glob("*.yaml"):
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["exercises"]:
            if item["id"] in OPEN:
                continue
            assert not ANSWERING & set(item), item["id"]
            assert "correct" not in json.dumps(item.get("options", "")), item["id"]
            assert ("sealed" in item) == (item["type"] in CLOSED), item["id"]


def test_things_to_order_and_match_are_not_in_the_right_order(course: Path, copy: Path) -> None:
    """The file lists what a page shows, as a page shows it: mixed."""
    known = questions(copy)
    for one in questions(course).values():
        if one.type == "order" and one.id not in OPEN:
            shown = [item.text for item in known[one.id].items]
            assert shown == list(one.shown) != [item.text for item in one.items]
        if one.type == "match" and one.id not in OPEN:
            assert known[one.id].shown == one.shown
            assert one.shown[: len(one.pairs)] != tuple(pair.right for pair in one.pairs)


def test_every_closed_question_still_says_right_or_wrong(course: Path, copy: Path) -> None:
    """The hash of each says of the right answer that it is, and of another that it is not."""
    known, counted = questions(copy), 0
    for one in questions(course).values():
        right = find_right_response(one)
        if right is None or one.id in OPEN:
            continue
        sealed = known[one.id]
        assert mark(sealed, right).verdict == "right", one.id
        reply = mark(sealed, change(one, right))
        assert (reply.verdict, "tutor" in reply.text) == ("not quite", True), one.id
        counted += 1
    assert counted > 150


def change(one: Exercise, right: Any) -> Any:
    """Return an answer that is not right."""
    if one.type == "choice":
        return (right + 1) % len(one.options)
    if one.type == "numeric":
        return right + 3 * one.tolerance + 1
    if one.type == "verdict":
        return {**right, "answer": "partly" if right["answer"] != "partly" else "supports"}
    if one.type == "several":
        return list(range(len(one.options))) if len(right) == 1 else right[1:]
    return [right[1], right[0], *right[2:]]


def test_a_text_that_stands_elsewhere_too_stops_the_build(tmp_path: Path) -> None:
    """A reply that a notebook says as well is named with its file and question; nothing is made."""
    course = close_questions(copy_course(tmp_path / "course"), open_still=())
    with pytest.raises(CourseFileError, match=r"notebooks/08_.*cell .*n8-match-1.*set in law"):
        build_folder("students", course, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_it_is_built_by_an_installed_swteach_too(tmp_path: Path) -> None:
    """Where the lecturers' pages lie within the package, they neither clash nor come along."""
    course, package = tmp_path / "course", tmp_path / "package"
    make_course(course, Choices("T", "I", "L", (0, 7)))
    zipfile.ZipFile(next((course / "package").glob("*.whl"))).extractall(package)
    assert "With three average rates you can." in (package / "swteach/docs/adapting.md").read_text(
        encoding="utf-8"
    )
    [path] = (course / "data/exercises").glob("07_*.yaml")
    before, name, after = path.read_text(encoding="utf-8").partition("  - id: n7-mcq-1\n")
    closed = after.replace("show_answers: after_attempt", "show_answers: never", 1)
    path.write_text(before + name + closed, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "swteach", "build", "--for", "students", "--out", "copy"],
        cwd=course,
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "hash says right or wrong (1): n7-mcq-1." in done.stdout
    assert not list((course / "copy").rglob("adapting.md"))
    mine = {str(path.relative_to(package / "swteach")) for path in list_files(package / "swteach")}
    copied = course / "copy/swteach"
    made = {str(path.relative_to(copied)) for path in list_files(copied)}
    outside = {"data", "notebooks", "docs"}
    assert made == {name for name in mine if Path(name).parts[0] not in outside}


def test_same_bytes_in_another_folder_on_another_day(course: Path, tmp_path: Path) -> None:
    """Where the course lies, and when its files were touched, leaves no trace."""
    other = close_questions(copy_course(tmp_path / "elsewhere"))
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    first, second = tmp_path / "first", tmp_path / "second"
    build_folder("students", course, first)
    build_folder("students", other, second)
    held, again = (
        {path.relative_to(out).as_posix(): path.read_bytes() for path in list_files(out)}
        for out in (first, second)
    )
    assert len(held) > 100
    assert [name for name in held | again if held.get(name) != again.get(name)] == []


def test_the_summary_accounts_for_every_question(copy: Path) -> None:
    """Those that are whole and those named as short of something are all that there are."""
    told = (copy / "summary.txt").read_text(encoding="utf-8")
    whole = int(re.search(r"^(\d+) have all that they had", told, re.MULTILINE)[1])
    short = set(re.findall(r"\bn\d+-[\w-]+", told.partition("\nLeft out")[0]))
    assert whole + len(short) == len(questions(copy))


def test_the_copy_is_a_course_without_problems(copy: Path) -> None:
    """`swteach check` finds nothing to mend in it."""
    assert check_folder(copy / "data") == []


def test_the_copy_runs_from_its_own_code_and_data(copy: Path) -> None:
    """Python started in the copy shows a question, marks it by the hash, and tells no answer."""
    program = """
import swteach as sw
from swteach.datapackage import find_data
question = sw.exercise("n7-num-1")
verdicts = [question.answer(typed)["verdict"] for typed in ("152.4%", "60.4")]
print(find_data(), *verdicts, sep="|")
print(question.show()["text"])
"""
    kept = {key: value for key, value in os.environ.items() if key != "SWTEACH_DATA"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=copy,
        env={**kept, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    first, second = done.stdout.splitlines()
    assert first == f"{copy / 'data'}|right|not quite", done.stderr
    assert "Your tutor will go through" in second


def test_a_lecturer_s_own_files_stay_behind(tmp_path: Path) -> None:
    """Journals, notes, hidden files and the texts for tutors are not copied; data are named."""
    course = copy_course(tmp_path / "course")
    (course / "data" / "answers.docx").write_text("mine")
    (course / "data" / "teaching.yaml").write_text("rubric: []")
    (course / "data" / ".exercises.swp").write_text("mine")
    (course / "notebooks" / "journal.json").write_text("mine")
    (course / "notebooks" / "journal-export.docx").write_text("mine")
    (course / "data" / "exercises" / "answers.json").write_text("{}")
    told = build_folder("students", course, tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").rglob("*")}
    left = {"answers.docx", "exercises/answers.json", "teaching.yaml", ".exercises.swp"}
    assert not names & {Path(name).name for name in left}
    assert not names & {"journal.json", "journal-export.docx"}
    assert all(f"data/{name}" in told for name in left)
