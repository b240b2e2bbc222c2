"""Vacancy, turnover and agency rates: two ways of counting that never meet."""

from __future__ import annotations

import pytest
from chart_calls import read_spec

import swteach as sw


def test_the_two_ways_of_counting_share_no_panel() -> None:
    """Each panel draws series of one kind only, and no group has rows of both."""
    chart = sw.charts.staff_rates()
    old = chart.data["series_id"].str.startswith("wf_old_")
    assert not set(chart.data.loc[old, "group"]) & set(chart.data.loc[~old, "group"])
    assert (chart.data.loc[old, "date"].dt.year <= 2016).all()
    assert (chart.data.loc[~old, "date"].dt.year >= 2017).all()
    named = [str(panel) for panel in read_spec(chart)["vconcat"]]
    assert ["Old" in panel for panel in named] == [False, True]


def test_both_panels_have_one_scale() -> None:
    """A slope means the same above and below."""
    panels = read_spec(sw.charts.staff_rates())["vconcat"]
    lines = [next(x for x in p["layer"] if x["mark"]["type"] == "line") for p in panels]
    assert len({tuple(line["encoding"]["y"]["scale"]["domain"]) for line in lines}) == 1


def test_a_region_has_no_older_panel() -> None:
    """Regions are drawn without the totals of before 2017."""
    assert len(read_spec(sw.charts.staff_rates(geography="North East"))["vconcat"]) == 1


def test_an_unknown_rate_is_refused() -> None:
    """The message names the rates that there are."""
    with pytest.raises(ValueError, match="vacancy, turnover, agency"):
        sw.charts.staff_rates(rates=["sickness"])
