"""Council-run homes: number and share, never joined to other rules."""

from __future__ import annotations

import swteach as sw


def test_fuller_figures_are_there() -> None:
    """The numbers and shares that the course teaches with are drawn."""
    shown = sw.charts.council_homes().data.set_index(["group", "period"])["shown"]
    numbers = {"2015": "473", "2017": "434", "2018": "423", "2019": "418", "2025": "483"}
    assert {year: shown["Number of homes", year] for year in numbers} == numbers
    shares = {"2013": "26%", "2016": "22%", "2017": "20%"}
    assert {year: shown["Share as published", year] for year in shares} == shares


def test_nothing_from_before_2002() -> None:
    """No count under the old registration rules is drawn, and the chart says so."""
    chart = sw.charts.council_homes()
    assert not chart.data["series_id"].str.contains("pre2002").any()
    assert any("before 2002" in caveat for caveat in chart.usermeta["caveats"])


def test_two_panels_of_one_width() -> None:
    """Number and share stand in panels of their own, each from zero."""
    panels = sw.charts.council_homes().to_dict()["vconcat"]
    assert len(panels) == 2
    assert len({panel["width"] for panel in panels}) == 1
