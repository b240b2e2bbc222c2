"""Homes against places: what the chart says of them holds in every year."""

from __future__ import annotations

from typing import Any

import swteach as sw


def test_what_to_notice_holds_in_every_year() -> None:
    """Private bodies have more of the homes than of the places; the others fewer."""
    data = sw.charts.homes_and_places().data.pivot(index="period", columns="group", values="value")
    assert (data["Private homes"] > data["Private places"]).all()
    assert (data["Council homes"] < data["Council places"]).all()
    assert (data["Voluntary homes"] < data["Voluntary places"]).all()


def test_notice_is_made_from_the_rows(change_row: Any) -> None:
    """The words follow the figures: with fewer private homes the sector changes sides."""
    notice = sw.charts.homes_and_places().usermeta["notice"]
    assert "was the larger for private (83.7% and 76.2%); the smaller for council" in notice
    change_row("homes_share_by_sector", "Private", "2025", value="50")
    notice = sw.charts.homes_and_places().usermeta["notice"]
    assert "the smaller for private (50.0% and 76.2%), council" in notice
    assert "the larger for" not in notice


def test_lowest_year_is_made_from_the_rows(change_row: Any) -> None:
    """The year in which councils ran fewest homes is the one that the record gives."""
    chart = sw.charts.homes_and_places(measure="homes")
    assert "lowest in 2019, at 418" in chart.usermeta["notice"]
    change_row("homes_by_sector", "Local authority", "2023", value="7")
    chart = sw.charts.homes_and_places(measure="homes")
    assert "lowest in 2023, at 7," in chart.usermeta["notice"]


def test_september_is_named_and_stands_alone() -> None:
    """The count of September 2014 has its month as its name and no line to March 2015."""
    data = sw.charts.homes_and_places(measure="homes").data
    private = data[data["group"] == "Private"].set_index("period")
    assert private.index[0] == "September 2014"
    assert private.loc["September 2014", "segment"] != private.loc["2015", "segment"]


def test_gaps_stay_gaps() -> None:
    """No year without a count by sector is filled."""
    data = sw.charts.homes_and_places().data
    assert not {"2016", "2020", "2024"} & set(data["period"])
