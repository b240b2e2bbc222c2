"""Odds into chances, with no kernel."""

from __future__ import annotations

from typing import Any

import pytest
from chart_calls import read_layers, read_spec

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


def test_every_position_of_the_slider_has_its_rows() -> None:
    """Each step of the slider finds two bars, in the same two places, and every layer follows."""
    chart = sw.charts.odds_and_chances()
    spec = read_spec(chart)
    slide = next(param for param in spec["params"] if "bind" in param)["bind"]
    stops = range(slide["min"], slide["max"] + 1, slide["step"])
    assert chart.data["base"].value_counts().to_dict() == dict.fromkeys(stops, 2)
    assert chart.data.groupby("group")["place"].nunique().tolist() == [1, 1]
    for layer in read_layers(spec):
        filters = [step.get("filter") for step in layer["transform"]]
        assert "datum.base == base_rate" in filters


def test_ratio_is_the_row_of_the_record(change_row: Any) -> None:
    """A corrected row changes every figure of the chart."""
    change_row("bm2022_or", "For-profit vs local authority, adjusted", "2021", value="1")
    assert "means 95.0 of 100 private homes" in sw.charts.odds_and_chances().description


@pytest.mark.parametrize(
    "arguments", [{"start": 94}, {"rates": [5, 10, 95]}, {"rates": [0, 50, 100], "start": 50}]
)
def test_rates_that_no_slider_can_take_are_refused(arguments: dict[str, Any]) -> None:
    """A start off the steps, uneven steps, and certainty are refused."""
    with pytest.raises(ValueError, match=r"rates=|start="):
        sw.charts.odds_and_chances(**arguments)
