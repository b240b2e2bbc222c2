"""The plan of what the course covers, counted again another way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from swteach.course import load_course
from swteach.course_coverage import find_shown_claims, tabulate, write_plan
from swteach.datapackage import find_data

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
PATHS = {path.stem: path for path in FOLDER.glob("*.ipynb")}


@pytest.fixture(scope="module")
def plan() -> str:
    """Return the generated half of docs/teaching.md."""
    return write_plan(load_course(), PATHS)


def test_every_outcome_has_two_questions(plan: str):
    """Each of the 27 outcomes is served by at least two questions that a notebook shows."""
    counts = re.findall(r"^\| (\d\.\d) \| [^|]+ \| (\d+) \|", plan, re.MULTILINE)
    assert len(counts) == 27
    assert not [outcome for outcome, count in counts if int(count) < 2]


def test_claims_in_code_are_found():
    """A claim named in a cell or asked about in a question is counted as shown."""
    course = load_course()
    shown = find_shown_claims(PATHS["03_delegation_to_profit_caps"], course.find(3))
    assert "jones-2014-cavalry-c05" in shown and "jones-2025-lswg-briefing-c02" not in shown
    file = find_data() / "exercises" / "07_more_investigations_less_help.yaml"
    asked = {
        item["claim"]
        for item in yaml.safe_load(file.read_text("utf-8"))["exercises"]
        if item["type"] == "verdict"
    }
    seven = course.find(7)
    assert asked <= set(find_shown_claims(PATHS[seven.file], seven))


def test_a_bar_or_a_new_line_stays_in_its_cell():
    """A lecturer's title with a bar in it does not shift the columns."""
    table = tabulate(["Notebook", "Minutes"], [["Rights | wrongs\nand law", 20]])
    assert table.splitlines()[-1] == r"| Rights \| wrongs and law | 20 |"


def test_every_text_has_a_row(plan: str):
    """The table of texts has 17 rows, each with a mark."""
    rows = re.findall(r"^\| `([a-z]+-\w+-[a-z-]+)` \|(.+)\|$", plan, re.MULTILINE)
    assert len(rows) == 17 and all("x" in marks for _, marks in rows)
