"""A chart without its words is refused."""

from __future__ import annotations

import altair as alt
import pytest

import swteach as sw
from swteach.charts.figure import check


def test_bare_chart_is_refused() -> None:
    """A chart that says nothing of itself is told what it lacks."""
    bare = alt.Chart({"values": []}).mark_point()
    with pytest.raises(ValueError, match="no title, no description, no notice, no misreading"):
        sw.show(bare)


@pytest.mark.parametrize("part", ["notice", "misreading", "sources", "table"])
def test_each_part_is_needed(part: str) -> None:
    """Without any one of its parts a chart is refused by name."""
    chart = sw.charts.provider()
    chart.usermeta = {**chart.usermeta, part: ""}
    with pytest.raises(ValueError, match=f"no {part}"):
        check(chart)


def test_unknown_source_is_refused() -> None:
    """A source that is not in the sources is refused."""
    chart = sw.charts.provider()
    chart.usermeta = {**chart.usermeta, "sources": ["no_such_source"]}
    with pytest.raises(ValueError, match="no_such_source"):
        check(chart)
