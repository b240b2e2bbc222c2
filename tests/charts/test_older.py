"""Homes under two laws, never joined."""

from __future__ import annotations

import swteach as sw


def test_panels_never_share_a_series() -> None:
    """The old counts and Ofsted's stand in two panels, and no group has both."""
    chart = sw.charts.homes_then_and_now()
    assert len(chart.to_dict()["vconcat"]) == 2
    assert (chart.data.groupby("group")["series_id"].nunique() == 1).all()
    old = chart.data[chart.data["series_id"].str.endswith("pre2002")]
    assert old["date"].max().year == 2000
    assert (old.groupby("group")["segment"].nunique() == 2).all()


def test_shares_of_three_kinds_only_are_not_drawn() -> None:
    """The old shares leave out one home in seven, so counts alone are drawn."""
    series = set(sw.charts.homes_then_and_now().data["series_id"])
    assert series == {"homes_by_sector_pre2002", "homes_by_sector"}
