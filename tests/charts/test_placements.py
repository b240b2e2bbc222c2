"""Who looks after children: parts that make the whole."""

from __future__ import annotations

import swteach as sw


def test_shares_make_the_whole() -> None:
    """With the small kinds of provider added, the shares of each year add to 100."""
    data = sw.charts.provider().data
    totals = data.groupby("period")["value"].sum()
    assert len(totals) == 15
    assert (totals - 100).abs().max() <= 0.25


def test_counts_make_the_whole() -> None:
    """The counts of each year add to all children looked after, revisions and rounding aside."""
    drawn = sw.charts.provider(measure="count").data.groupby("date")["value"].sum()
    known = sw.load_observations(series="cla_total").set_index("period_end")["value"]
    assert (drawn / known.loc[drawn.index] - 1).abs().max() < 0.002


def test_breaks_of_2016_2024_and_2025_are_marked() -> None:
    """The recoding of 2016 and the recording of 2024 and 2025 are drawn; 2018 is there."""
    chart = sw.charts.provider()
    assert [found["at"][:4] for found in chart.usermeta["breaks"]] == ["2016", "2024", "2025"]
    assert "2018" in set(chart.data["period"])


def test_added_up_shares_are_those_of_the_counts() -> None:
    """The share of parents and others is their count divided by all, to one decimal."""
    counts, shares = (
        sw.charts.provider(measure=measure).data.pivot(
            index="period", columns="group", values="value"
        )
        for measure in ("count", "share")
    )
    expected = 100 * counts["Parents and others"] / counts.sum(axis="columns")
    assert (shares["Parents and others"] - expected).abs().max() <= 0.0501
