"""What a cell calls of swteach is read without running it, and never read wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from swteach.editions.site_notebook import ASKED, TOOLS
from swteach.notebook_calls import Asked, Call, find_asked, find_calls, parse_cell

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def test_calls_come_in_order_with_their_arguments() -> None:
    """Two calls in one cell, one within another, and no call of anything else."""
    source = "x = len([1])\nsw.show(sw.ledger(['a'], name='b'), 2)\nsw.exercise('n1-mcq-1')"
    assert [call.name for call in find_calls(source)] == ["show", "ledger", "exercise"]
    assert [*find_calls(source)][1:] == [
        Call("ledger", [["a"]], {"name": "b"}),
        Call("exercise", ["n1-mcq-1"], {}),
    ]


@pytest.mark.parametrize("inner", ["one", "*many", "**named", "claims=found", "{[]: 1}", "f'{x}'"])
def test_what_is_worked_out_is_not_taken_for_nothing(inner: str) -> None:
    """A call with arguments that only Python knows has None in their place, and no default."""
    assert [*find_calls(f"sw.two_coders({inner})")] == [Call("two_coders", None, {})]


def test_a_list_may_be_written_in_short() -> None:
    """Ids that differ in their number are read, as notebook 05 has them; no call is ever made."""
    source = "sw.argument_map(claims=[f'a-c{n:02}' for n in (20, 3)], name='b')"
    expected = Call("argument_map", [], {"claims": ["a-c20", "a-c03"], "name": "b"})
    assert [*find_calls(source)] == [expected]
    for inner in ("open('x')", "[f'{open}' for n in (1,)]", "().__class__", "(lambda: 1)()"):
        assert [*find_calls(f"sw.ledger({inner})")] == [Call("ledger", None, {})]


def test_no_call_of_the_course_is_left_to_python() -> None:
    """Every question and tool of the course's notebooks has its fields on the page."""
    cells = [
        "".join(cell["source"])
        for path in NOTEBOOKS
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    calls = [call for cell in cells for call in find_calls(cell) if call.name in (*ASKED, *TOOLS)]
    assert len(calls) > 250
    assert [call.name for call in calls if call.given is None] == []


def test_lines_for_the_shell_hide_no_call() -> None:
    """Lines that begin with % or ! are passed over; a cell that is no Python calls nothing."""
    source = "%matplotlib inline\nif True:\n    !ls\nsw.messy_page()"
    assert [*find_calls(source)] == [Call("messy_page", [], {})]
    assert [*find_calls("sw.messy_page(")] == []


@pytest.mark.parametrize(
    "source",
    [
        'sw.exercise("n7-num-1")',
        "sw.exercise('n7-num-1')",
        'sw.exercise( "n7-num-1", )',
        "sw.exercise(\n    'n7-num-1'\n)",
        "sw.exercise(exercise_id='n7-num-1')",
        "swteach.exercise('''n7-num-1''')",
    ],
)
def test_a_question_is_found_in_whatever_form_python_allows(source: str) -> None:
    """Quotation marks, spaces and lines make no difference to Python, and none here."""
    assert find_asked(source) == Asked(["n7-num-1"], [])


def test_what_is_not_asked_is_not_found() -> None:
    """A call in a comment or a text asks nothing, nor does a name that is worked out."""
    for source in ("# sw.exercise('n7-num-1')", "x = 'sw.exercise(1)'", "sw.exercise(one)"):
        assert find_asked(source) == Asked([], [])
    assert find_asked("sw.exercises(7)\nsw.exercises(notebook=8)") == Asked([], [7, 8])


def test_a_cell_that_is_no_python_is_told_from_one_that_asks_nothing() -> None:
    """A bracket too few keeps a call from being found, and is no reason to say there is none."""
    assert parse_cell("%matplotlib inline\nsw.exercise('a')")
    assert parse_cell("sw.exercise('a'") is None
