"""Plans by category: five parts of one whole."""

from __future__ import annotations

import swteach as sw


def test_the_shares_make_the_whole() -> None:
    """In each year the five categories add to 100, and the counts to all plans."""
    shares = sw.charts.plan_categories().data.groupby("period")["value"].sum()
    assert len(shares) == 13
    assert (shares - 100).abs().max() < 0.3
    counts = sw.charts.plan_categories(measure="count").data.groupby("date")["value"].sum()
    known = sw.load_observations(series="dm_cpp_at31").set_index("period_end")["value"]
    assert (counts - known.loc[counts.index]).abs().max() <= 50


def test_2023_is_one_rounded_point_apart() -> None:
    """Neglect alone is known for 2023, and no line leads to it."""
    data = sw.charts.plan_categories(years=(2018, 2023)).data
    last = data[data["period"] == "2023"]
    assert last["group"].tolist() == ["Neglect"]
    neglect = data[data["group"] == "Neglect"].set_index("period")["segment"]
    assert neglect["2023"] != neglect["2022"]
