"""A notebook that was not run before its site was built is told of, by its cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from student_course import copy_course

from swteach.editions.paper_notebook import read_source
from swteach.editions.site_build import build
from swteach.editions.site_unrun import is_shown

NAME = "03_delegation_to_profit_caps.ipynb"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("import swteach as sw", False),
        ("rows = sw.load_claims()\nsw.show(rows)", True),
        ("rows", True),
        ("rows;", False),
        ("%matplotlib inline\nx = 1", False),
        ("# Write here.", False),
        ("", False),
        ("for one in", False),
    ],
)
def test_what_a_cell_would_show(source: str, shown: bool) -> None:
    """A value in the last line is shown; what is only kept, imported or not Python is not."""
    assert is_shown(source) is shown


def test_cells_without_output_are_told(tmp_path: Path) -> None:
    """With one cell's output taken out, and with all, the summary names cells; as it comes none."""
    course = copy_course(tmp_path / "course")
    path = course / "notebooks" / NAME
    assert "without output" not in _build(course, tmp_path / "whole")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    charts = [cell for cell in notebook["cells"] if "sw.show(" in read_source(cell)]
    charts[0]["outputs"] = []
    path.write_text(json.dumps(notebook), encoding="utf-8")
    told = _build(course, tmp_path / "one")
    assert f"from cell {charts[0]['id']}, saved without output. Run the notebook" in told
    for cell in notebook["cells"]:
        cell |= {"outputs": []} if cell["cell_type"] == "code" else {}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    told = _build(course, tmp_path / "none")
    assert "19 questions, 0 charts." in told
    assert all(cell["id"] in told for cell in charts) and "setup" not in told


def _build(course: Path, out: Path) -> str:
    build(course, out, notebooks=[3])
    return (out / "summary.txt").read_text(encoding="utf-8")
