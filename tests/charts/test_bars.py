"""Bars start at zero, stand apart, and hold their figures."""

from __future__ import annotations

import pandas as pd
import pytest
from chart_calls import read_layers, read_rows, read_spec

import swteach as sw
from swteach.charts.bars import BAR, measure_luminance, place_bars

ROWS = pd.DataFrame({"name": ["a", "a", "b"], "value": [3.0, 4.0, 5.0], "shown": ["3", "4", "5"]})


def test_segments_of_a_bar_follow_one_another() -> None:
    """A stacked bar begins at zero and each segment where the one before ends."""
    placed = place_bars(ROWS, "name", stacked=True)
    assert placed["start"].tolist() == [0, 3, 0]
    assert placed["end"].tolist() == [3, 7, 5]
    assert placed["place"].iloc[0] == placed["place"].iloc[1]


def test_bars_side_by_side_all_start_at_zero() -> None:
    """Bars of one name stand under each other, each from zero, under one name."""
    placed = place_bars(ROWS, "name")
    assert (placed["start"] == 0).all()
    assert placed["place"].diff().min() > BAR
    assert placed["name"].tolist() == ["a", "", "b"]


def test_heading_takes_room_of_its_own() -> None:
    """The first bar under a heading stands lower than it would without."""
    rows = ROWS.assign(part=["x", "x", "y"])
    headed, plain = place_bars(rows, "name", "part"), place_bars(rows, "name")
    assert headed["heading"].tolist() == ["x", "", "y"]
    room = headed["place"] - plain["place"]
    assert 0 < room.iloc[0] == room.iloc[1] < room.iloc[2]


@pytest.mark.parametrize("name", ["claim_types", "words_by_voice", "largest_owners"])
def test_every_bar_is_drawn_from_its_start(name: str) -> None:
    """The bar layer goes from start to end, and the first segment starts at zero."""
    spec = read_spec(getattr(sw.charts, name)())
    bar = next(layer for layer in read_layers(spec) if layer["mark"]["type"] == "bar")
    assert (bar["encoding"]["x"]["field"], bar["encoding"]["x2"]["field"]) == ("end", "start")
    rows = pd.DataFrame(read_rows(spec))
    assert (rows.groupby("place")["start"].min() == 0).all()
    assert (rows["end"] - rows["start"]).tolist() == pytest.approx(rows["value"].tolist())


def test_figures_on_segments_can_be_read() -> None:
    """A figure in a segment has a contrast of 4.5:1 with the segment's colour."""
    spec = read_spec(sw.charts.claim_types())
    layers = read_layers(spec)
    fill = next(layer for layer in layers if layer["mark"]["type"] == "bar")["encoding"]["fill"]
    text = next(layer for layer in layers if "indexof" in str(layer["mark"].get("color")))
    bright = text["mark"]["color"]["expr"].partition("]")[0]
    for name, colour in zip(fill["scale"]["domain"], fill["scale"]["range"], strict=True):
        ink = "#1a1a1a" if f'"{name}"' in bright else "#ffffff"
        light, dark = sorted(map(measure_luminance, (colour, ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, name
