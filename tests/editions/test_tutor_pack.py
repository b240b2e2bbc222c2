"""The tutor pack, read back by python-docx and csv: every answer, slip, prompt and other side."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import BytesIO, StringIO
from pathlib import Path
from shutil import copytree, ignore_patterns

import docx
import pytest
from docx.oxml.ns import qn
from student_course import close_questions, copy_course

from swteach.course import load_course
from swteach.course_folder import NoCourseError
from swteach.editions.commands import build_folder
from swteach.editions.items import read_sheets
from swteach.editions.sealing import list_replies, say_number
from swteach.editions.teaching_file import load_teaching
from swteach.exercises import Exercise
from swteach.yamlfile import CourseFileError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "pack"
    build_folder("tutors", ROOT, out)
    return out


@pytest.fixture(scope="module")
def document(pack: Path) -> docx.document.Document:
    return docx.Document(BytesIO((pack / "tutor-pack.docx").read_bytes()))


@pytest.fixture(scope="module")
def words(document: docx.document.Document) -> str:
    texts = (node.text or "" for node in document.element.iter(qn("w:t")))
    return fold(" ".join(texts))


@pytest.fixture(scope="module")
def exercises() -> list[Exercise]:
    return [one for sheet in read_sheets(ROOT) for one in sheet.exercises]


def fold(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def squeeze(text: str) -> str:
    """Keep letters and digits, whatever marks their look."""
    return re.sub(r"[\W_]+", "", text)


def test_every_question_has_its_answer_and_every_reply(words: str, exercises: list) -> None:
    """Stems, all replies to right and wrong answers, reveals, numbers and model answers."""
    counted = Counter()
    for one in exercises:
        texts = [one.stem, *list_replies(one), getattr(one, "model", ""), say_number(one)]
        missing = [text for text in texts if fold(text) not in words]
        assert missing == [], one.id
        counted.update(answers=1, texts=len(list_replies(one)))
    assert counted["answers"] > 230 and counted["texts"] > 900


def test_the_right_answer_stands_under_its_own_name(
    document: docx.document.Document, exercises: list
) -> None:
    """Below "Answer:" of a choice comes the right option, before the slips."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    checked = 0
    for one in exercises:
        if one.type == "choice":
            at = texts.index(one.id)
            answer = texts.index("Answer:", at)
            right = next(option for option in one.options if option.correct)
            assert texts[answer + 1] == f"{right.text.rstrip('.')}: {right.feedback}", one.id
            checked += 1
    assert checked > 50


def test_every_notebook_has_its_plan_and_its_other_side(document, words: str) -> None:
    """A table of minutes, what to leave out, the content note, prompts, and who answers."""
    styled = [(one.style.name, one.text) for one in document.paragraphs]
    heads = Counter(text for style, text in styled if style == "Heading 3")
    course = load_course(ROOT / "data")
    count = len(course.notebooks)
    for title in ("Plan", "Wellbeing reminder", "Questions, answers and likely slips"):
        assert heads[title] == count, title
    assert heads["Group and seminar prompts"] == count
    assert heads["Texts of the other side"] == count - 1  # Start here argues with nobody
    for notebook in course.notebooks:
        assert f"Minutes for the core, {notebook.minutes} in all" in words
        assert squeeze(notebook.content_note) in squeeze(words)
    tables = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
    assert ["Look", "20"] in tables and ["Recap", "3"] in tables


def test_prompts_and_links_come_from_the_notebooks(document) -> None:
    """A seminar question of the notebook, and the address of a page of the other side."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert any("Should a reader's comment count as evidence of anything?" in one for one in texts)
    links = {
        part.target_ref
        for part in document.part.rels.values()
        if part.reltype.endswith("hyperlink")
    }
    assert any("ofsted-inspections-change-childrens-services" in link for link in links)
    assert all(link.startswith("http") for link in links) and len(links) > 25


def test_rubric_and_marking_sheet(document, pack: Path) -> None:
    """The rubric as a table and as CSV, its weights adding up; a sheet with no names in it."""
    rubric = load_teaching(ROOT / "data").rubric
    rows = read_csv(pack / "rubric.csv")
    assert [row[0] for row in rows[1:]] == [one.name for one in rubric.criteria]
    assert sum(int(row[1]) for row in rows[1:]) == 100
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "Criterion")
    assert [cell.text for cell in table.rows[2].cells][1:] == list(rubric.criteria[1].bands)
    sheet = read_csv(pack / "marking-sheet.csv")
    assert sheet[0][0] == "Student number" and not any("".join(row) for row in sheet[1:])


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"))))


def test_the_page_says_what_the_word_file_says(pack: Path, exercises: list) -> None:
    """Both forms have the same questions; headings are in order in the page."""
    page = (pack / "tutor-pack.html").read_text(encoding="utf-8")
    assert all(f"<h4>{one.id}</h4>" in page for one in exercises)
    assert page.count("<h1>") == 1 and "<script" not in page


def test_the_same_bytes_in_another_folder(pack: Path, tmp_path: Path) -> None:
    """Built from a copy of the course elsewhere, all files are the same to the byte."""
    for name in ("data", "notebooks"):
        copytree(ROOT / name, tmp_path / "c" / name, ignore=ignore_patterns("journal*", ".*"))
    build_folder("tutors", tmp_path / "c", tmp_path / "again")
    names = sorted(path.name for path in pack.iterdir())
    assert len(names) == 5
    assert all(
        (pack / one).read_bytes() == (tmp_path / "again" / one).read_bytes() for one in names
    )


def test_a_students_copy_is_refused(tmp_path: Path) -> None:
    """It has no answers, so no pack is made of it, and the message says where to build from."""
    course, copy = close_questions(copy_course(tmp_path / "course")), tmp_path / "copy"
    build_folder("students", course, copy)
    (copy / "data/teaching.yaml").write_bytes((ROOT / "data/teaching.yaml").read_bytes())
    with pytest.raises(NoCourseError, match=r"students' copy, without answers.*--course FOLDER"):
        build_folder("tutors", copy, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_copy_that_shows_its_answers_is_refused_as_well(tmp_path: Path) -> None:
    """Nothing in it is sealed, but it has neither model answers nor what is for tutors."""
    copy = copy_course(tmp_path / "course")
    for name in ("teaching.yaml", "exercises/answers.json"):
        (copy / "data" / name).unlink()
    with pytest.raises(NoCourseError, match="students' copy"):
        build_folder("tutors", copy, tmp_path / "out")


def test_without_the_file_for_tutors_it_says_what_to_do(tmp_path: Path) -> None:
    """A course without teaching.yaml, such as a student copy, has no pack."""
    copytree(ROOT / "data", tmp_path / "data", ignore=ignore_patterns("teaching.yaml"))
    (tmp_path / "notebooks").mkdir()
    with pytest.raises(CourseFileError, match=r"teaching\.yaml.* missing.*Take it back"):
        build_folder("tutors", tmp_path, tmp_path / "out")
