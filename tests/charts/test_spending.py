"""The private share of spending, cut where the form changed."""

from __future__ import annotations

import pytest

import swteach as sw


def test_stretches_end_where_the_form_changed() -> None:
    """Each of the four breaks starts a new stretch of the long line."""
    chart = sw.charts.private_spending()
    mine = chart.data[chart.data["group"] == "All care"].set_index("period")["segment"]
    firsts = mine.index[mine.diff() > 0].tolist()
    assert firsts == ["2009-10", "2012-13", "2014-15", "2018-19"]
    assert len(chart.usermeta["breaks"]) == 4


def test_short_lines_have_a_panel_of_their_own() -> None:
    """Lines that end in 2014 do not stand under the long one, and no panel is empty."""
    panels = sw.charts.private_spending().to_dict()["vconcat"]
    drawn = [
        next(layer["transform"][0]["filter"]["oneOf"] for layer in panel["layer"]
             if "transform" in layer)
        for panel in panels
    ]  # fmt: skip
    assert drawn == [["All care"], ["Residential", "Fostering"]]
    assert len(sw.charts.private_spending(kinds=["residential"]).to_dict()["vconcat"]) == 1


def test_unknown_kind_is_refused() -> None:
    """A kind of care that the returns do not tell apart is refused."""
    with pytest.raises(ValueError, match="all, residential, fostering"):
        sw.charts.private_spending(kinds=["adoption"])
