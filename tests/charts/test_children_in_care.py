"""Children looked after: the figures of the placement statistics, cut where samples were used."""

from __future__ import annotations

import swteach as sw


def test_the_counts_are_those_of_the_placement_series() -> None:
    """Where both series have a year they differ by 100 children at most."""
    drawn = sw.charts.looked_after().data.set_index("date")["value"]
    known = sw.load_observations(series="cla_total").set_index("period_end")["value"]
    both = drawn.index.intersection(known.index)
    assert len(both) >= 10
    assert (drawn[both] - known[both]).abs().max() <= 110


def test_the_years_of_a_sample_stand_alone() -> None:
    """1998 to 2003 are a stretch of their own."""
    data = sw.charts.looked_after().data
    sampled = data["date"].dt.year.between(1998, 2003)
    assert data.loc[sampled, "segment"].nunique() == 1
    assert not set(data.loc[sampled, "segment"]) & set(data.loc[~sampled, "segment"])


def test_years_without_a_rate_stay_empty() -> None:
    """No line leads from the rate of 2010 to that of 2019."""
    data = sw.charts.looked_after(measure="rate").data.set_index("period")["segment"]
    assert data["2010"] != data["2019"]
    assert "2015" not in data.index
