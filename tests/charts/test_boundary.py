"""Out of area and far from home: two measures, two panels."""

from __future__ import annotations

from chart_calls import read_layers, read_spec

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
    mine = rows[rows["group"] == "All children, outside"].set_index("period")["segment"]
    assert mine.index[mine.diff() > 0].tolist() == ["2014", "2015", "2019", "2021"]


def test_providers_are_said_only_when_drawn() -> None:
    """The description speaks of providers only where they are in the chart."""
    assert "private ones" not in sw.charts.out_of_area().description
    assert "private ones" in sw.charts.out_of_area(providers=True).description


def test_one_colour_means_one_thing_in_both_panels() -> None:
    """No two groups share a colour, but all children, who are blue above and below."""
    chart = sw.charts.out_of_area(providers=True)
    colours: dict[str, set[str]] = {}
    for layer in read_layers(read_spec(chart)):
        if layer["mark"]["type"] == "line":
            scale = layer["encoding"]["color"]["scale"]
            for group, colour in zip(scale["domain"], scale["range"], strict=True):
                colours.setdefault(colour, set()).add(group)
    assert [groups for groups in colours.values() if len(groups) > 1] == [
        {"All children, outside", "Over 20 miles, all"}
    ]
