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


@pytest.mark.parametrize(("measure", "none"), [("points", 0), ("odds", 1)])
def test_no_difference_has_a_line_of_full_height_with_its_name(measure: str, none: int) -> None:
    """The line stands at no difference, spans the plot, and is named."""
    layers = read_layers(read_spec(sw.charts.estimates_with_intervals(measure)))
    line, words = layers[:2]
    assert line["mark"]["type"] == "rule"
    assert "y" not in line["encoding"]
    assert "no difference" in words["mark"]["text"]
    (row,) = sw.charts.estimates_with_intervals(measure).layer[0].data.to_dict("records")
    assert row == {"value": none}


def test_each_warning_is_said_once() -> None:
    """Two studies with one warning give it once."""
    for measure in ("points", "odds"):
        said = sw.charts.estimates_with_intervals(measure).usermeta["misreading"].split(". ")
        assert len(said) == len(set(said)) > 1
