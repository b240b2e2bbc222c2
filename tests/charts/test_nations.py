"""Three nations, each on its own scale."""

from __future__ import annotations

import pytest

import swteach as sw


def test_each_nation_has_its_own_scale_from_zero() -> None:
    """In each nation the longest bar reaches the end and lengths follow the numbers."""
    rows = sw.charts.three_nations().data
    assert (rows["start"] == 0).all()
    for _, mine in rows.groupby("section"):
        assert mine["end"].max() == 1
        assert (mine["end"] * mine["value"].max()).tolist() == pytest.approx(mine["value"].tolist())


def test_only_dates_with_every_sector() -> None:
    """England's years that lack a sector are not chosen as first or last."""
    rows = sw.charts.three_nations(nations=["England"]).data
    assert sorted(set(rows["period"])) == ["2025", "September 2014"]
    assert (rows.groupby("period")["group"].nunique() == 3).all()


def test_northern_ireland_is_refused() -> None:
    """A nation without figures is refused, and the chart says that they are missing."""
    with pytest.raises(ValueError, match="Wales, Scotland, England"):
        sw.charts.three_nations(nations=["Northern Ireland"])
    assert any("Northern Ireland" in said for said in sw.charts.three_nations().usermeta["caveats"])
