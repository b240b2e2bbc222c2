"""Margins, of the largest only."""

from __future__ import annotations

import pytest

import swteach as sw


def test_every_margin_says_largest() -> None:
    """The word stands in the title and in the heading of each margin."""
    chart = sw.charts.margins_of_the_largest()
    assert "largest" in chart.title.text
    margins = chart.data[chart.data["series_id"].str.contains("margin")]
    assert len(margins) == 3
    assert margins["section"].str.contains("largest").all()


def test_two_studies_never_share_a_heading() -> None:
    """Measures of other firms and years have headings of their own, and each its misreading."""
    chart = sw.charts.margins_of_the_largest()
    assert (chart.data.groupby("section")["series_id"].nunique() == 1).all()
    assert "cannot be compared" in chart.usermeta["misreading"]


def test_one_study_and_an_unknown_one() -> None:
    """A lecturer can draw one study; an unknown one is refused."""
    assert set(sw.charts.margins_of_the_largest(studies=["lga"]).data["series_id"]) == {
        "lga_top20_margin"
    }
    with pytest.raises(ValueError, match="cma, lga"):
        sw.charts.margins_of_the_largest(studies=["nao"])
