"""The two routes to fill a post, by hand-computed examples."""

from __future__ import annotations

import random

import pytest

from swteach.agency_cost import print_working, read_inputs, say_result, show, show_result, work_out
from swteach.agency_file import load_calculator

CALCULATOR = load_calculator()
START = {one.id: float(one.default) for one in CALCULATOR.inputs}


def _work(**changes: float) -> dict[str, float | None]:
    return work_out(CALCULATOR, {**START, **changes})


def test_the_starting_numbers_by_hand() -> None:
    """40 x 37 x 47 against 42,000 and 30%; 9,200 at the start is earned back in 7.38 months."""
    found = _work()
    assert found["agency_year"] == 69_560
    assert found["permanent_year"] == pytest.approx(54_600)
    assert found["difference_year"] == pytest.approx(14_960)
    assert found["start_cost"] == pytest.approx(5_000 + 4_200)
    # 4 months at 69,560 a year, 9,200, and 36 months at 54,600 a year, over 40 months.
    assert found["permanent_cycle_year"] == pytest.approx(196_186.67 / 40 * 12, abs=0.01)
    assert found["break_even_months"] == pytest.approx(9_200 / 14_960 * 12)


def test_sums_written_out_a_second_time_agree() -> None:
    """On 2,000 random sets of inputs the file's sums equal the same sums written in Python."""
    rng = random.Random(5)
    for _ in range(2_000):
        v = {one.id: rng.uniform(one.minimum, one.maximum) for one in CALCULATOR.inputs}
        agency = v["charge_per_hour"] * v["hours_per_week"] * v["weeks_per_year"]
        year = v["salary"] * (100 + v["on_cost_percent"]) / 100
        start = v["recruitment_cost"] + year / 52 * v["induction_weeks"]
        months = 12 * start / (agency - year)
        found = work_out(CALCULATOR, v)
        assert found["agency_year"] == pytest.approx(agency)
        assert found["difference_year"] == pytest.approx(agency - year)
        assert found["break_even_months"] == (pytest.approx(months) if agency > year else None)


@pytest.mark.parametrize(
    "changes",
    [
        {"charge_per_hour": 20},
        {"charge_per_hour": 54_600 / 37 / 47, "on_cost_percent": 30},
        {"charge_per_hour": 20, "recruitment_cost": 0, "induction_weeks": 0},
    ],
)
def test_never(changes: dict[str, float]) -> None:
    """Where the permanent route costs as much or more each month it never earns anything back."""
    found = _work(**changes)
    if found["break_even_months"] is not None:  # equal but for the last binary digit
        assert abs(found["difference_year"] or 0) < 1e-6
        return
    last = CALCULATOR.outputs[-1]
    assert show_result(last, None) == last.none_when
    said = say_result({**START, **changes}, found)
    assert said.endswith("So the permanent hire never earns back its cost at the start.")


def test_the_account_in_words() -> None:
    """Both costs, the difference, the months, and what they mean for the stay typed in."""
    said = say_result(START, _work())
    assert "agency route costs £69,560 and the permanent £54,600" in said
    assert "the agency route costs £14,960 more" in said
    assert "stayed 7.4 months. With a stay of 36 months, the permanent hire has cost less" in said
    short = {**START, "months_of_stay": 1.0}
    assert "With a stay of 1 month, it has not yet cost less" in say_result(
        short, work_out(CALCULATOR, short)
    )


def test_the_working_holds_every_assumption() -> None:
    """Every input's number stands in the printed sums, and each step gives its result."""
    odd = {one.id: number for one, number in zip(CALCULATOR.inputs, range(21, 30), strict=True)}
    odd["salary"] = 40_123.0
    steps = print_working(CALCULATOR, odd, work_out(CALCULATOR, odd))
    printed = " ".join(step["sum"] for step in steps)
    missing = [i for i, n in odd.items() if show(n, "").rstrip("%") not in printed]
    assert missing == []
    assert steps[0]["formula"] == "charge per hour × hours per week × weeks per year"
    assert steps[0]["sum"] == "£21 × 22 × 23"
    assert steps[0]["result"] == "£10,626"


@pytest.mark.parametrize(
    ("box", "text", "value"),
    [
        ("charge_per_hour", "£34.50", 34.5),
        ("charge_per_hour", " 34.50 ", 34.5),
        ("recruitment_cost", "1,800", 1800),
        ("recruitment_cost", "£1 800", 1800),
        ("on_cost_percent", "30%", 30),
        ("on_cost_percent", "30 per cent", 30),
        ("months_of_stay", "36 months", 36),
    ],
)
def test_numbers_are_read_kindly(box: str, text: str, value: float) -> None:
    """A pound sign, commas, spaces, a percent sign or the unit do no harm."""
    assert read_inputs(CALCULATOR, {box: text})[box].value == value


@pytest.mark.parametrize(
    ("box", "text", "words"),
    [
        ("hours_per_week", "80", "You typed 80. Type a number from 1 to 60."),
        ("charge_per_hour", "-40", "You typed −£40. Type a number from £10 to £150."),
        ("on_cost_percent", "300%", "You typed 300%. Type a number from 0% to 60%."),
        ("salary", "", "There is no number yet."),
        ("salary", "forty", "We cannot read this as a number."),
        ("salary", "1e9", "We cannot read this as a number."),
        ("salary", "nan", "We cannot read this as a number."),
    ],
)
def test_what_cannot_be_used_is_said(box: str, text: str, words: str) -> None:
    """Out of range, empty or no number: a plain sentence, and no value."""
    found = read_inputs(CALCULATOR, {box: text})[box]
    assert (found.value, found.error[: len(words)]) == (None, words)
