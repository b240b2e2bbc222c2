"""Starters and leavers: which years lost people."""

from __future__ import annotations

import swteach as sw


def test_the_years_that_lost_people_are_named() -> None:
    """The notice names each year with more leavers than starters, and no other."""
    for measure in ("fte", "people"):
        chart = sw.charts.starters_and_leavers(measure=measure)
        table = chart.data.pivot(index="period", columns="group", values="value")
        for year, row in table.iterrows():
            assert (str(year) in chart.usermeta["notice"]) == (row["Leavers"] > row["Starters"])
