"""Spending on early and late help: bars to both sides, and one figure that is never shown."""

from __future__ import annotations

import json

from chart_calls import read_layers, read_spec

import swteach as sw


def test_falls_point_left_and_rises_right_from_one_zero() -> None:
    """Early help fell in each report, late help rose, and zero lies inside the axis."""
    chart = sw.charts.early_and_late_spending()
    signs = chart.data.groupby("group")["value"].agg(["min", "max"])
    assert signs.loc["Early help", "max"] < 0 < signs.loc["Late help", "min"]
    (bar,) = [x for x in read_layers(read_spec(chart)) if x["mark"]["type"] == "bar"]
    low, high = bar["encoding"]["x"]["scale"]["domain"]
    assert low < 0 < high
    assert bar["encoding"]["x2"] == {"datum": 0}


def test_the_contradicted_share_is_nowhere() -> None:
    """The share of late spending, which pages contradict, is in no part of the chart."""
    text = json.dumps(read_spec(sw.charts.early_and_late_spending()))
    assert "sp_late_share" not in text
    assert "81%" not in text


def test_no_line_joins_the_reports() -> None:
    """Each end year comes from another report, so there is no line mark."""
    layers = read_layers(read_spec(sw.charts.early_and_late_spending()))
    assert "line" not in {layer["mark"]["type"] for layer in layers}
