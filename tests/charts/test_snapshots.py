"""Figures of single days, ready for bars."""

from __future__ import annotations

import pytest

from swteach.charts.snapshots import Bar, load_bars

TOP = Bar("homes_top10_share", "10 largest private owners", "b", "Second")
ALONE = Bar("homes_single_owner_share", "Single private owners", "a", "First")


def test_bars_stand_in_the_order_asked_for() -> None:
    """Rows follow the list, then the date, and carry the words of their bar."""
    rows = load_bars([TOP, ALONE])
    assert rows["section"].tolist() == ["Second"] * 4 + ["First"] * 4
    assert rows["period"].tolist() == ["2021", "2022", "2023", "2024"] * 2
    assert rows["shown"].str.endswith("%").all()


def test_hidden_rows_stay_hidden() -> None:
    """The share of 2021 that its own counts contradict is not among the bars."""
    rows = load_bars([Bar("homes_largest_share_private", "21 largest companies", "x", "y")])
    assert rows["period"].tolist() == ["2022"]


def test_unknown_part_is_refused() -> None:
    """A part that the series lacks is refused with those it has."""
    with pytest.raises(ValueError, match="10 largest private owners"):
        load_bars([TOP._replace(part="5 largest")])
