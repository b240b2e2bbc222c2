"""Labels that do not touch, and axes that leave room."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from chart_calls import read_layers, read_spec
from scene import read_marks

import swteach as sw
from swteach.charts.lines import find_top, spread


def test_spread_moves_only_what_is_crowded() -> None:
    """Crowded values end a gap apart around their middle; the others stay."""
    moved = spread(pd.Series([10.0, 2.0, 2.5]), 2.0)
    assert moved.tolist() == [10.0, 1.25, 3.25]


@pytest.mark.parametrize(
    ("highest", "top"), [(59.7, 65), (39_710, 45_000), (491, 550), (9.9, 10.5)]
)
def test_top_is_round_and_above(highest: float, top: float) -> None:
    """The axis ends at a round number at least five percent above the highest value."""
    assert find_top(pd.Series([1.0, highest])) == top


@pytest.mark.parametrize("values", [[0.0, 0.0], [0.0]])
def test_nothing_but_zeros_has_an_axis(values: list[float]) -> None:
    """Lines that lie on zero are drawn on an axis that goes up from zero."""
    assert find_top(pd.Series(values)) > 0


def test_zeros_alone_are_drawn(change_row: Any) -> None:
    """A chart of one year in which every figure is zero is drawn, and says zero."""
    for part in ("private", "local authority", "voluntary"):
        change_row("childrens_homes_in_year_pct", f"{part} | inadequate", "2024-03", value="0")
    chart = sw.charts.inadequate_homes(years=(2024, 2024))
    assert {"Private 0%", "Council 0%", "Voluntary 0%"} <= {m.words for m in read_marks(chart)}


def test_end_labels_stand_apart() -> None:
    """At the end of the lines no label is closer to another than its own height."""
    spec = read_spec(sw.charts.provider())
    text = next(layer for layer in read_layers(spec) if "expr" in str(layer["mark"].get("text")))
    values = sorted(row["value"] for row in spec["datasets"][text["data"]["name"]])
    pixels = spec["height"] / text["encoding"]["y"]["scale"]["domain"][1]
    steps = [(b - a) * pixels for a, b in pairwise(values)]
    assert len(values) == 5
    assert min(steps) >= 16


def test_break_stands_between_its_figures() -> None:
    """The mark of a break lies after the figure before it and before the figure after it."""
    chart = sw.charts.provider()
    spec = read_spec(chart)
    rule = next(layer for layer in read_layers(spec) if layer["mark"]["type"] == "rule")
    marks = {row["mark"]: row["date"] for row in spec["datasets"][rule["data"]["name"]]}
    assert [found["mark"] for found in chart.usermeta["breaks"]] == list(marks)
    for found in chart.usermeta["breaks"]:
        year = int(found["at"][:4])
        assert f"{year - 1}-03-31" < marks[found["mark"]] < f"{year}-03-31"


@pytest.mark.parametrize("name", ["good_over_time", "out_of_area", "private_spending"])
def test_letters_at_breaks_do_not_touch(name: str) -> None:
    """Two letters at one height have the room of a letter between them."""
    marks = read_marks(getattr(sw.charts, name)())
    letters = [m.box for m in marks if m.kind == "text" and m.words in {"A", "B", "C", "D"}]
    assert len(letters) >= 4
    for one, other in pairwise(sorted(letters)):
        assert other[0] - one[0] >= 20 or abs(other[1] - one[1]) >= 14
