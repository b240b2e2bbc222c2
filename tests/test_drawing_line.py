"""The line a student draws: boxes, straight steps, and a scale that tells nothing."""

from __future__ import annotations

import pytest

from swteach.drawing import load_drawing
from swteach.drawing_line import choose_step, fill_line, make_scale, read_line

S47 = load_drawing()
RATIO = load_drawing("dm_s47_to_icpc_pct")


def test_boxes_are_read_kindly_and_errors_named() -> None:
    """Commas and scales are read; an empty box is no error; what is wrong is said by year."""
    texts = {"2011-12": "120,000", "2012-13": "130 thousand", "2013-14": " ", "2014-15": "many"}
    values, wrong = read_line(S47, {**texts, "2015-16": "-5", "2016-17": "9" * 30})
    assert values == {"2011-12": 120_000, "2012-13": 130_000}
    assert wrong["2014-15"].startswith("We cannot read this as a number.")
    assert wrong["2015-16"] == "Type a number that is not below 0."
    assert wrong["2016-17"] == "Type a number up to 1,000,000,000,000."
    assert read_line(RATIO, {"2024-25": "45%"})[0] == {"2024-25": 45}
    assert read_line(RATIO, {"2024-25": "450"})[1] == {"2024-25": "Type a number up to 100."}


def test_years_between_are_filled_in_straight_steps() -> None:
    """From the last figure given, year by year; what was typed stays, what lies beyond is empty."""
    filled = fill_line(S47, {"2012-13": 131_700.0, "2014-15": 151_700.0})
    assert sorted(filled) == ["2011-12", "2012-13", "2013-14", "2014-15"]
    assert filled["2011-12"] == pytest.approx(121_700, abs=30)  # years are 365 or 366 days
    assert filled["2013-14"] == pytest.approx(141_700, abs=30)


def test_the_paper_tells_nothing_of_the_record() -> None:
    """Before the record is shown the scale is the same whatever the years asked hold."""
    few, all_years = load_drawing(ask=["2011-12"]), make_scale(S47, {}, False)
    assert make_scale(few, {}, False) == all_years
    assert all_years["top"] == 400_000


def test_the_scale_holds_everything_drawn() -> None:
    """A number beyond the paper makes it higher; once shown the record fits; bars from zero."""
    low = load_drawing("cla_provider_share", breakdown="Private provision")
    assert make_scale(S47, {"2024-25": 900_000.0}, False)["top"] >= 900_000
    shown = make_scale(low, {}, True)
    assert shown["bottom"] == 0
    assert shown["top"] >= max(one.value for one in low.points)
    assert make_scale(RATIO, {}, False)["top"] == 100


@pytest.mark.parametrize(
    ("least", "step"), [(70_000, 100_000), (20, 20), (0.3, 0.5), (26, 50), (21, 25), (0, 1)]
)
def test_steps_are_round(least: float, step: float) -> None:
    """A step is 1, 2, 2.5, 5 or 10 times a power of ten, and not less than asked."""
    assert choose_step(least) == pytest.approx(step)
