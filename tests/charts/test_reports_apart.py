"""Months between reports: ranges that hold their medians, cases that add up."""

from __future__ import annotations

import pytest

import swteach as sw


@pytest.mark.parametrize("measure", ["next", "better"])
def test_medians_lie_inside_and_cases_add_up(measure: str) -> None:
    """Shortest, median and longest are in order; pairs of frameworks make up all cases."""
    data = sw.charts.months_between_reports(measure).data
    table = data.pivot(index="period", columns="group", values="value")
    assert ((table["Shortest"] <= table["Median"]) & (table["Median"] <= table["Longest"])).all()
    parts = table.drop(index="All")
    assert parts["Reports"].sum() == table.loc["All", "Reports"]
    assert parts["Shortest"].min() == table.loc["All", "Shortest"]
    assert parts["Longest"].max() == table.loc["All", "Longest"]


def test_the_lines_reach_from_shortest_to_longest() -> None:
    """The row that draws a line knows both ends of it, and the chart calls them an upper bound."""
    chart = sw.charts.months_between_reports()
    data = chart.data
    medians = data[data["group"] == "Median"].set_index("period")
    for end in ("Shortest", "Longest"):
        found = data[data["group"] == end].set_index("period")["value"]
        assert medians[end.lower()].tolist() == found[medians.index].tolist()
    assert chart.usermeta["caveats"][0].startswith("An upper bound")
