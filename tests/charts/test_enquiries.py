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
    """In every year, conferences per 100 enquiries follow from the counts drawn beside."""
    counts = sw.charts.protection_steps().data.pivot(
        index="period", columns="group", values="value"
    )
    drawn = sw.charts.conferences_per_100().data.set_index("period")["value"]
    worked = (100 * counts["Conferences"] / counts["Enquiries"]).round(1)
    pd.testing.assert_series_equal(drawn, worked, check_names=False)


def test_counts_drawn_together_are_of_one_edition() -> None:
    """Beside conferences stand the enquiries first published; alone stand those restated."""
    first = {
        steps: sw.charts.protection_steps(steps=list(steps)).data["shown"].iloc[0]
        for steps in (("enquiries", "conferences"), ("enquiries", "plans"), ("enquiries",))
    }
    assert list(first.values()) == ["87,700", "87,700", "89,300"]
    both = sw.charts.protection_steps(steps=["enquiries", "conferences"])
    assert both.data["source_id"].iloc[0] == "dfe_osr28_2010"
    assert any("first published, so that they go" in said for said in both.usermeta["caveats"])


def test_a_number_for_every_hundred_has_no_sign_of_percent() -> None:
    """The figures, the words and the axis speak of conferences for every 100, not of a share."""
    chart = sw.charts.conferences_per_100()
    spec = read_spec(chart)
    assert chart.data["shown"].tolist()[-1] == "31.3"
    assert "%" not in chart.description
    axes = [
        layer["encoding"]["y"].get("axis")
        for layer in read_layers(spec)
        if "y" in layer["encoding"]
    ]
    assert not any("%" in axis["labelExpr"] for axis in axes if axis)


def test_years_in_which_it_rose_are_named() -> None:
    """The notice names each rise from one year to the next, and no other year."""
    chart = sw.charts.conferences_per_100()
    rises = chart.data["value"].diff() > 0
    for period, rose in zip(chart.data["period"], rises, strict=True):
        assert (period in chart.usermeta["notice"]) == rose
