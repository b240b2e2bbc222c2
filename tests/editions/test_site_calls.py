"""What a cell calls of swteach is read without running it, and never read wrong."""

from __future__ import annotations

import pytest

from swteach.editions.site_calls import Call, find_calls


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


def test_lines_for_the_shell_hide_no_call() -> None:
    """Lines that begin with % or ! are passed over; a cell that is no Python calls nothing."""
    source = "%matplotlib inline\nif True:\n    !ls\nsw.messy_page()"
    assert [*find_calls(source)] == [Call("messy_page", [], {})]
    assert [*find_calls("sw.messy_page(")] == []
