"""Out of area and far from home: two measures, two panels."""

from __future__ import annotations

import swteach as sw


def test_two_measures_two_panels() -> None:
    """Boundary and distance never share a panel."""
    chart = sw.charts.out_of_area(providers=True)
    panels = chart.to_dict()["vconcat"]
    drawn = [
        {
            layer["transform"][0]["filter"]["oneOf"][0]
            for layer in panel["layer"]
            if "transform" in layer
        }
        for panel in panels
    ]
    series = chart.data.groupby("group")["series_id"].first()
    assert [{series[name] for name in names} for names in drawn] == [
        {"cla_outside_share"},
        {"cla_distance_pct"},
    ]


def test_coverage_breaks_cut_the_line() -> None:
    """Each change in who is counted cuts the line of all children."""
    rows = sw.charts.out_of_area().data
    mine = rows[rows["group"] == "Outside the boundary"].set_index("period")["segment"]
    assert mine.index[mine.diff() > 0].tolist() == ["2014", "2015", "2019", "2021"]


def test_providers_are_said_only_when_drawn() -> None:
    """The description speaks of providers only where they are in the chart."""
    assert "private ones" not in sw.charts.out_of_area().description
    assert "private ones" in sw.charts.out_of_area(providers=True).description
