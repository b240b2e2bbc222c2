"""Estimates and how sure they are."""

from __future__ import annotations

from typing import Any

import pytest
from chart_calls import read_layers, read_spec

import swteach as sw


def test_points_lie_in_their_intervals() -> None:
    """Each estimate lies in its interval, said with the source's decimals."""
    for measure in ("points", "odds"):
        rows = sw.charts.estimates_with_intervals(measure).data
        assert ((rows["low"] < rows["value"]) & (rows["value"] < rows["high"])).all()
    shown = sw.charts.estimates_with_intervals().data["shown"].tolist()
    assert shown == ["0.23", "0.10"]


def test_pattern_across_councils_is_not_about_a_child() -> None:
    """Council-level estimates warn of the step from councils to children."""
    assert "one child" in sw.charts.estimates_with_intervals().usermeta["misreading"]


def test_crossing_is_said(change_row: Any) -> None:
    """An interval that crosses no difference is named in the notice."""
    name = ("bm2023_effect_disruption", "Placement disruption", "2022")
    assert "No interval crosses" in sw.charts.estimates_with_intervals().usermeta["notice"]
    change_row(*name, note="95% CI -0.02 to 0.17.")
    chart = sw.charts.estimates_with_intervals()
    assert "crosses the line of no difference for: Placement disrupted" in chart.usermeta["notice"]
    axes = [layer["encoding"]["x"] for layer in read_layers(read_spec(chart))]
    assert min(x["scale"]["domain"][0] for x in axes if "scale" in x) < -0.02


def test_unknown_measure_is_refused() -> None:
    """A measure that no study gives is refused."""
    with pytest.raises(ValueError, match="points, odds"):
        sw.charts.estimates_with_intervals("percent")
