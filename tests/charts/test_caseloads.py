"""The average caseload: an axis from zero, and nothing that is not in the data."""

from __future__ import annotations

from chart_calls import read_layers, read_spec

import swteach as sw
from swteach.charts.show import _write_text
from swteach.charts.twin import make_table


def test_a_small_change_looks_small() -> None:
    """The line moves within a sixth of the axis, which starts at zero."""
    chart = sw.charts.caseload()
    line = next(x for x in read_layers(read_spec(chart)) if x["mark"]["type"] == "line")
    bottom, top = line["encoding"]["y"]["scale"]["domain"]
    assert bottom == 0
    assert chart.data["value"].max() - chart.data["value"].min() < top / 6


def test_the_poll_of_readers_is_not_shown() -> None:
    """A trade-press poll that is not in the data has no place beside the chart."""
    chart = sw.charts.caseload()
    words = _write_text(chart, make_table(chart)).lower()
    assert "poll" not in words
    assert "78%" not in words
