"""Sums written in course files."""

from __future__ import annotations

import pytest

from swteach.formula import read_formula


def test_a_sum_is_worked_out_in_the_order_taught_at_school() -> None:
    """Brackets first, then times and divided by, then plus and minus, from left to right."""
    values = {"a": 12, "b": 4, "c": 2}
    wanted = {
        "a - b - c": 6,
        "a - (b - c)": 10,
        "a / b x c": 6,
        "a + b × c": 20,
        "a x (1 + c / 100)": 12.24,
    }
    assert {text: read_formula(text).work_out(values) for text in wanted} == wanted


def test_the_smaller_or_greater_of_several_is_taken() -> None:
    """As deep as one likes; only what is asked for is a name, and the sum prints as written."""
    formula = read_formula("min(a, max(b, c) + 1, 9)")
    assert formula.names == ("a", "b", "c")
    assert formula.work_out({"a": 12, "b": 4, "c": 2}) == 5
    assert formula.fill({"a": "A", "b": "B", "c": "C"}) == "min(A, max(B, C) + 1, 9)"
    assert read_formula("min x 2").work_out({"min": 3}) == 6  # a name like any other


def test_a_sum_is_printed_with_what_stands_for_each_name() -> None:
    """The names go, the signs are those of school, numbers stay."""
    formula = read_formula("salary x (1 + on_cost / 100)\n - salary")
    assert formula.names == ("salary", "on_cost")
    filled = formula.fill({"salary": "£42,000", "on_cost": "30"})
    assert filled == "£42,000 × (1 + 30 ÷ 100) − £42,000"


CODE = [
    "a ** 2",
    "f(a)",
    "min(a)",
    "min(a, key=b)",
    "min(*a, b)",
    "max(a, b.c)",
    "min.x(a, b)",
    "min(a, b)(c)",
    "a.b",
    "__import__('os')",
    "a if b else c",
    "'a'",
    "[a]",
    "True",
    "a // b",
]
HALVES = ["", "True", "a +", "a; b", "a = b", "-a"]
LONG = ["(" * 240 + "a" + ")" * 240, "a + " * 200 + "a"]


@pytest.mark.parametrize("text", [*CODE, *HALVES, *LONG])
def test_nothing_but_a_sum_is_read(text: str) -> None:
    """Code, text, powers, and what is longer than any sum are refused in a sentence."""
    with pytest.raises(ValueError, match=r"\.$"):
        read_formula(text)
