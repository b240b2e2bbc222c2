"""The course's own file: what it says holds, and each slip in it is named with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swteach.course import course_problems, load_course
from swteach.datapackage import find_data

SLIPS = {
    "a part that is longer than the notebook": (
        "parts: {recap: 2, predict: 5, read: 12",
        "parts: {recap: 2, predict: 5, read: 90",
        "the notebook 75",
    ),
    "a part that is not one of the seven": ("parts: {recap: 2", "parts: {recup: 2", '"recap"'),
    "an unknown text": ("- jones-2014-cavalry\n", "- jones-2014-cavalary\n", "jones-2014-cavalry"),
    "an unknown exercise": ("- n3-date-1\n", "- n3-dates-1\n", "n3-date-1"),
    "an exercise of another notebook": ("- n3-date-1\n", "- n0-mcq-1\n", '"n0-mcq-1"'),
    "an unknown level": ("levels: [create]", "levels: [invent]", "create"),
    "an outcome of another notebook": ('id: "7.1"', 'id: "8.1"', "7.1"),
    "a number twice": ("number: 8\n", "number: 7\n", "stands twice"),
    "an unknown framework": ("      qaa: [", "      qca: [", "qaa"),
    "a route to nowhere": ("[[5], [7]]", "[[5], [17]]", "17"),
    "a missing title": ("    title: Who is speaking?\n", "", '"title"'),
    "standards that are no list": (
        'pcf: ["5 Knowledge", "6 Critical Reflection and Analysis"]',
        "pcf: 5",
        '"pcf" must be a list, not 5.',
    ),
    "standards that are empty": (
        'pcf: ["5 Knowledge", "6 Critical Reflection and Analysis"]',
        "pcf:",
        '"pcf" is missing.',
    ),
    "a number that is a list": ("number: 7\n", "number: []\n", '"number" must be a whole'),
    "standards in one word": (
        "    standards:\n",
        "    standards: all\n    old:\n",
        '"standards" must be',
    ),
    "levels that are no list": ("levels: [create]", "levels: 5", '"levels" must be a list, not 5.'),
    "a title of spaces": (
        "    title: Who is speaking?\n",
        '    title: " "\n',
        '"title" is missing',
    ),
    "an unread framework that is no list": ("to_confirm: all", "to_confirm: some", "to_confirm"),
    "a file of another number": ("file: 01_who", "file: 02_who", "Write 01_a_name."),
    "notebooks that are a number": ("\nnotebooks:\n", "\nnotebooks: 5\nold:\n", "not 5."),
    "a notebook that is a word": ("\nnotebooks:\n", "\nnotebooks:\n  - x\n", "must have fields"),
    "a tab": ("    minutes: 60", "\tminutes: 60", "spaces"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the data that a test may damage."""
    return Path(shutil.copytree(find_data(), tmp_path / "data"))


def test_the_course_has_its_ten_notebooks_in_order():
    """Start here, eight notebooks and the capstone, whose outcomes run from 1.1 to 9.3."""
    course = load_course()
    assert [one.number for one in course.notebooks] == list(range(10))
    outcomes = [outcome.id for one in course.notebooks for outcome in one.outcomes]
    assert outcomes == [f"{number}.{place}" for number in range(1, 10) for place in (1, 2, 3)]


def test_every_text_is_used():
    """Each of the 17 texts stands in at least one notebook."""
    from swteach.tables import load_documents

    used = {text for one in load_course().notebooks for text in one.texts}
    assert used == set(load_documents()["doc_id"])


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_with_its_line(folder: Path, name: str):
    """Each slip gives its own line and a remedy that names the right word."""
    old, new, said = SLIPS[name]
    path = folder / "course.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text, "the file no longer has what this test changes"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = course_problems(folder)
    assert any(said in str(found) for found in problems), problems
    assert all(found.line > 0 and found.remedy for found in problems)


def test_an_unknown_notebook_is_refused_with_those_there_are():
    """Asking for notebook 12 names the ten that exist."""
    with pytest.raises(ValueError, match="Use one of: 0, 1, 2"):
        load_course().find(12)
