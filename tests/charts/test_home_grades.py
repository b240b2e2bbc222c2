"""Grades of children's homes by sector."""

from __future__ import annotations

import pytest

import swteach as sw


def test_frameworks_and_the_pause_cut_every_line() -> None:
    """No line crosses a change of framework, nor the months without inspections."""
    chart = sw.charts.grades_by_sector()
    for _, mine in chart.data.groupby("group"):
        segment = mine.set_index("period")["segment"]
        assert segment.index[segment.diff() > 0].tolist() == ["2016", "2018", "2021"]
    assert any("March 2020 to March 2021" in found["why"] for found in chart.usermeta["breaks"])


def test_notice_counts_who_is_highest() -> None:
    """The notice names the years in which another sector than the most frequent leads."""
    chart = sw.charts.grades_by_sector()
    wide = chart.data.pivot(index="period", columns="group", values="value")
    led = wide.index[wide["Council"] == wide.max(axis=1)]
    assert f"council homes in {', '.join(led)}" in chart.usermeta["notice"]


@pytest.mark.parametrize("arguments", [{"grade": "good"}, {"sectors": ["health"]}])
def test_what_is_not_held_is_refused(arguments: dict[str, object]) -> None:
    """A grade or sector without a series is refused by the names of those there are."""
    with pytest.raises(ValueError, match="is not one of"):
        sw.charts.grades_by_sector(**arguments)
