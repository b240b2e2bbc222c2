"""Homes against places: what the chart says of them holds in every year."""

from __future__ import annotations

import swteach as sw


def test_what_to_notice_holds_in_every_year() -> None:
    """Private bodies have more of the homes than of the places; the others fewer."""
    data = sw.charts.homes_and_places().data.pivot(index="period", columns="group", values="value")
    assert (data["Private homes"] > data["Private places"]).all()
    assert (data["Council homes"] < data["Council places"]).all()
    assert (data["Voluntary homes"] < data["Voluntary places"]).all()


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
