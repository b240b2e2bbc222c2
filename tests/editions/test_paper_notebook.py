"""A notebook on paper: what each kind of cell becomes, and what is left out by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from swteach.course import load_course
from swteach.editions.paper import Grid, Heading, Part, Picture, Space, Text, read_plain
from swteach.editions.paper_notebook import Omissions, can_draw, read_title, write_notebook
from swteach.exercises import load_exercises

NOTEBOOK = load_course().find(7)
EXERCISES = {one.id: one for one in load_exercises(7)}


@pytest.fixture
def left() -> Omissions:
    return Omissions()


def write(tmp_path: Path, left: Omissions, *cells: dict[str, Any]) -> list[Part]:
    path = tmp_path / "07_x.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return write_notebook(path, NOTEBOOK, EXERCISES, left)


def code(source: str, **data: Any) -> dict[str, Any]:
    outputs = [{"data": {kind.replace("_", "/"): text for kind, text in data.items()}}]
    return {"cell_type": "code", "id": "a", "source": source, "outputs": outputs}


def words(parts: list[Part]) -> str:
    return "\n".join(read_plain(part.words) for part in parts if isinstance(part, Text))


def test_one_call_for_all_questions_asks_all(tmp_path: Path, left: Omissions) -> None:
    """`sw.exercises(7)` becomes every question of the notebook, and none is left over."""
    said = words(write(tmp_path, left, code("sw.exercises(7)")))
    assert all(f"Question {name}. " in said for name in EXERCISES)
    assert not left.questions


def test_questions_that_the_notebook_does_not_ask_are_named(tmp_path, left: Omissions) -> None:
    """An unknown id is passed over; all that is not asked is left for the summary."""
    parts = write(tmp_path, left, code('sw.exercise("n7-num-1")'), code("sw.exercise('n7-none-9')"))
    assert "Question n7-num-1. " in words(parts)
    assert left.questions == set(EXERCISES) - {"n7-num-1"}


def test_a_tool_is_its_words_and_lines_to_write_on(tmp_path: Path, left: Omissions) -> None:
    """What a tool says without a computer stays, but for the line about running it."""
    text = "Your numbers:\n- 2012-13: ______\n\nRun this cell to use it. In the menu: Run."
    parts = write(tmp_path, left, code("sw.you_draw_it()", text_plain=text))
    assert words(parts) == "Your numbers:\n- 2012-13: ______" and isinstance(parts[-1], Space)


def test_what_needs_a_computer_is_named_in_its_place(tmp_path: Path, left: Omissions) -> None:
    """The journal's page is named on paper and for the summary."""
    parts = write(tmp_path, left, code("sw.journal_page()", text_plain="My journal."))
    assert words(parts) == "The journal's page needs a computer, and is not on paper."
    assert left.tools == ["The journal's page"]


def test_a_long_table_is_counted_and_a_short_one_kept(tmp_path: Path, left: Omissions) -> None:
    """Forty rows fit; of a longer table its caption and number of rows remain."""
    html = "<table><caption>Counts</caption><tr><th>Year</th></tr>{}</table>"
    short, long = (html.format("<tr><td>2010</td></tr>" * rows) for rows in (40, 41))
    parts = write(tmp_path, left, code("t", text_html=short), code("t", text_html=long))
    assert isinstance(parts[0], Grid) and len(parts[0].rows) == 40
    assert words(parts) == "Counts (41 rows) is not in this edition." and left.tables == 1


def test_the_line_about_menus_is_not_on_paper(tmp_path: Path, left: Omissions) -> None:
    """The opening that tells how to run the notebook goes; its heading stays."""
    source = f"# 7. Title\n\n{NOTEBOOK.opening}"
    cell = {"cell_type": "markdown", "id": "title", "source": source.splitlines(keepends=True)}
    assert write(tmp_path, left, cell) == [Heading(1, "7. Title")]


def test_a_chart_is_a_picture_with_its_description(tmp_path: Path, left: Omissions) -> None:
    """Titles are read in the form for wide windows; the picture says what it shows."""
    chart = {
        "title": {"text": {"expr": 'windowSize()[0] < 500 ? ["A", "b"] : ["A b, to", "c"]'}},
        "description": "It rose.",
        "config": {},
    }
    assert can_draw() and read_title(chart) == "A b, to c"
    cell = code("sw.show()")
    cell["outputs"] = [{"data": {"application/vnd.vegalite.v5+json": chart}}]
    picture = write(tmp_path, left, cell)[-1]
    assert isinstance(picture, Picture) and picture.description == "It rose."
    assert left.pictures == 1
