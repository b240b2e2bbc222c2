"""Grades over time: two counts that agree and are never mixed."""

from __future__ import annotations

import pytest

import swteach as sw


def test_the_two_counts_agree_and_are_apart() -> None:
    """Each chart has one series, and at dates that both have they differ by two points at most."""
    both = [sw.charts.good_over_time(counted_by=who).data for who in ("course", "ofsted")]
    assert [data["series_id"].nunique() for data in both] == [1, 1]
    course, ofsted = (data.set_index(["group", "date"])["value"] for data in both)
    shared = course.index.intersection(ofsted.index)
    assert len(shared) >= 12
    assert (course[shared] - ofsted[shared]).abs().max() <= 2


def test_each_change_of_counting_cuts_the_line() -> None:
    """Coverage in 2017, frameworks in 2018 and 2023 and the stop of visits are marked."""
    chart = sw.charts.good_over_time()
    assert [found["at"][:4] for found in chart.usermeta["breaks"]] == [
        "2017",
        "2018",
        "2021",
        "2023",
    ]
    good = chart.data[chart.data["group"] == "Good or outstanding"]
    assert good["segment"].nunique() == 5


def test_the_sentence_counts_all_councils() -> None:
    """Its first figure is not that of the twelve visited by 2014, and it names what changed."""
    said = sw.charts.good_over_time().description
    assert "37.4% in October 2017 and 72.5% in 2026" in said and "2014" not in said
    assert said.endswith("What the grades rest on changed in 2018, 2021 and 2023.")
    early = sw.charts.good_over_time(years=(2014, 2016)).description
    assert early.startswith("Of councils in England inspected so far")


def test_an_unknown_counter_is_refused() -> None:
    """The message names those that there are."""
    with pytest.raises(ValueError, match="course, ofsted"):
        sw.charts.good_over_time(counted_by="press")
