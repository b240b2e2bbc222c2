"""Inadequate homes by sector: a missing year, and a caveat that stays with its figure."""

from __future__ import annotations

import swteach as sw
from swteach.charts.twin import make_table


def test_the_missing_year_is_not_bridged() -> None:
    """2020-21 has no figure and no line crosses it."""
    data = sw.charts.inadequate_homes().data
    assert "2020-21" not in set(data["period"])
    for _, sector in data.groupby("group"):
        cut = sector.set_index("period")["segment"]
        assert cut["2019-20"] != cut["2021-22"]


def test_the_share_of_council_visits_carries_its_caveat() -> None:
    """14.2% in 2022-23 counts visits, and its note says what the count of homes gives."""
    twin = make_table(sw.charts.inadequate_homes())
    cells = {row[0]: row for row in twin.rows}
    assert "14.2% (note 1)" in cells["2022-23"]
    assert "3.9%" in twin.notes[0]
