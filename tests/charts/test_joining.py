"""Charts joined without copies behave like Altair's own."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import pytest
from chart_calls import read_spec

import swteach as sw


@pytest.mark.parametrize("name", ["provider", "base_year", "council_homes", "grades_by_sector"])
def test_altair_draws_the_same_with_all_its_copies(name: str) -> None:
    """A chart made of the same parts in Altair's own way has the same specification."""
    ours = getattr(sw.charts, name)()
    kind = alt.VConcatChart if isinstance(ours, alt.VConcatChart) else alt.LayerChart
    theirs = kind(**ours._kwds)
    assert json.dumps(read_spec(ours)) == json.dumps(read_spec(theirs))


def test_drawing_leaves_the_chart_as_it_was() -> None:
    """A chart drawn twice, with a change between that was undone, is the same."""
    chart = sw.charts.base_year()
    first = read_spec(chart)
    changed = chart.properties(height=100, title="Other")
    assert read_spec(changed)["height"] == 100
    assert read_spec(chart) == first


@pytest.mark.parametrize("name", ["provider", "council_homes"])
def test_a_changed_copy_leaves_the_original(name: str) -> None:
    """Changing a part of a deep copy does not reach the chart that was copied."""
    chart = getattr(sw.charts, name)()
    before = read_spec(chart)
    other: Any = chart.copy()
    parts = other.vconcat if name == "council_homes" else other.layer
    parts[0].name = "changed"
    parts.pop()
    assert read_spec(chart) == before
    assert read_spec(other) != before


def test_layers_can_be_added() -> None:
    """A lecturer's own layer stands over the course's chart, which stays as it was."""
    chart = sw.charts.provider()
    before = len(read_spec(chart)["layer"])
    rule = alt.Chart({"values": [{"y": 50}]}).mark_rule().encode(y="y:Q")
    chart.usermeta = alt.Undefined
    assert len((chart + rule).to_dict()["layer"]) == before + 1
    assert len(read_spec(chart)["layer"]) == before
