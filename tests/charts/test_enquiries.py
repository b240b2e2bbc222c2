"""Enquiries, conferences and plans: an experimental first year, and a ratio of two counts."""

from __future__ import annotations

import pandas as pd
import pytest
from chart_calls import read_layers, read_spec

import swteach as sw


@pytest.mark.parametrize("name", ["protection_steps", "conferences_per_100", "base_year"])
def test_the_experimental_first_year_is_shaded_and_stands_alone(name: str) -> None:
    """The band ends at the break, and no line leaves the first year."""
    chart = getattr(sw.charts, name)()
    spec = read_spec(chart)
    band = next(x for x in read_layers(spec) if x["mark"]["type"] == "rect")
    (row,) = spec["datasets"][band["data"]["name"]]
    assert row["date"] < "2010-04-01" < row["until"] < "2011-03-31"
    first = chart.data[chart.data["date"] == "2010-03-31"]
    later = chart.data[chart.data["date"] > "2010-03-31"]
    assert len(first) and not set(first["segment"]) & set(later["segment"])


def test_years_without_the_first_have_no_band() -> None:
    """From 2011 on nothing is experimental, so nothing is shaded."""
    spec = read_spec(sw.charts.protection_steps(years=(2011, 2025)))
    assert "rect" not in {layer["mark"]["type"] for layer in read_layers(spec)}


def test_the_ratio_is_that_of_the_two_counts() -> None:
    """From 2010-11 on, conferences per 100 enquiries follow from the counts drawn beside."""
    counts = sw.charts.protection_steps().data.pivot(
        index="period", columns="group", values="value"
    )
    drawn = sw.charts.conferences_per_100().data.set_index("period")["value"]
    worked = (100 * counts["Conferences"] / counts["Enquiries"]).round(1)
    pd.testing.assert_series_equal(drawn.iloc[1:], worked.iloc[1:], check_names=False)


def test_years_in_which_it_rose_are_named() -> None:
    """The notice names each rise from one year to the next, and no other year."""
    chart = sw.charts.conferences_per_100()
    rises = chart.data["value"].diff() > 0
    for period, rose in zip(chart.data["period"], rises, strict=True):
        assert (period in chart.usermeta["notice"]) == rose
