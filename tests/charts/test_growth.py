"""Growth a year: worked out from counts that stand beside it, marked across a break."""

from __future__ import annotations

import pytest

import swteach as sw


def test_growth_follows_from_the_counts_at_both_ends() -> None:
    """Growing at the rate drawn for the years of a period leads from one count to the other."""
    bounds = ("2010-11", "2014-15", "2019-20", "2024-25")
    data = sw.charts.growth_by_period("conferences", bounds).data
    table = data.pivot(index="period", columns="group", values="value")
    for period, row in table.iterrows():
        first, last = (int(year[:4]) for year in str(period).split(" to "))
        grown = row["At the start"] * (1 + row["Growth a year"] / 100) ** (last - first)
        assert grown == pytest.approx(row["At the end"], rel=0.004)


def test_the_design_s_three_rates() -> None:
    """12.4, 4.3 and 1.1 percent a year, the first across the experimental year and hollow."""
    data = sw.charts.growth_by_period().data
    bars = data[data["series_id"] == ""]
    assert bars["value"].tolist() == [12.4, 4.3, 1.1]
    assert ["across" in group for group in bars["group"]] == [True, False, False]
    assert bars["caveat"].iloc[0].startswith("2009-10 is an experimental first year")


def test_growth_and_fall_have_their_own_words() -> None:
    """A rise is called growth alone, and a fall is called a fall, without a minus."""
    assert "grew on average by 12.4% a year from" in sw.charts.growth_by_period().description
    said = sw.charts.growth_by_period("conferences", ("2010-11", "2017-18", "2024-25")).description
    assert "grew on average by" in said
    assert ", fell on average by" in said
    assert "-" not in said.partition("fell on average by ")[2].split("%")[0]


@pytest.mark.parametrize("bounds", [("2010-11",), ("2014-15", "2010-11"), ("2010-11", "2031-32")])
def test_bounds_that_make_no_period_are_refused(bounds: tuple[str, ...]) -> None:
    """One year, years out of order and years without a count are refused."""
    with pytest.raises(ValueError, match="two or more years in order, of: 2009-10"):
        sw.charts.growth_by_period(bounds=bounds)
