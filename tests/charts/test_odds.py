"""Odds into chances, with no kernel."""

from __future__ import annotations

from typing import Any

import pytest
from chart_calls import read_spec
from scene import read_spec_marks

import swteach as sw
from swteach.charts.odds import convert


@pytest.mark.parametrize("base", [5, 50, 95])
def test_conversion_is_by_odds(base: int) -> None:
    """The odds of the answer over the odds of the base rate are the ratio again."""
    found = convert(base, 0.663)
    assert found / (100 - found) / (base / (100 - base)) == pytest.approx(0.663)
    assert convert(base, 1) == pytest.approx(base)


def test_ninety_five_is_not_sixty_three() -> None:
    """At 95 of 100 the matching figure is 92.6, as the course teaches."""
    assert "92.6 of 100" in sw.charts.odds_and_chances().description


@pytest.mark.parametrize("base", [1, 5, 50, 72, 95, 99, 150, "40", ""])
def test_the_page_does_the_same_sum(base: int | str) -> None:
    """For any number typed, and kept from 1 to 99, the page draws what Python works out."""
    chart = sw.charts.odds_and_chances()
    spec = read_spec(chart)
    next(param for param in spec["params"] if param["name"] == "rate")["value"] = base
    drawn = [mark.words for mark in read_spec_marks(spec) if mark.kind == "text"]
    kept = min(max(int(base or 0), 1), 99)
    low, value, high = (convert(kept, ratio) for ratio in (0.522, 0.663, 0.842))
    wanted = {str(kept), f"{value:.1f}", f"Private ({low:.1f} to {high:.1f})"}
    assert wanted <= set(drawn)


def test_the_table_says_what_the_page_draws() -> None:
    """At each rate of the table the rows are those that the page would draw."""
    rows = sw.charts.odds_and_chances().data
    private = rows[rows["group"] == "Private homes"]
    assert private["shown"].tolist() == [f"{convert(base, 0.663):.1f}" for base in private["base"]]


def test_control_is_a_number() -> None:
    """The control is typed into, since JupyterLab takes the arrow keys of a slider."""
    params = read_spec(sw.charts.odds_and_chances())["params"]
    bound = next(param["bind"] for param in params if "bind" in param)
    assert bound["input"] == "number"
    assert "1 to 99" in bound["name"]


def test_ratio_is_the_row_of_the_record(change_row: Any) -> None:
    """A corrected row changes every figure of the chart."""
    change_row("bm2022_or", "For-profit vs local authority, adjusted", "2021", value="1")
    assert "means 95.0 of 100 private homes" in sw.charts.odds_and_chances().description
