"""One measure by region: no ranking, and only years that the department published."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.charts.regions import MEASURES


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_regions_stand_in_alphabetical_order(measure: str) -> None:
    """England first, then the regions by name, whatever their figures."""
    names = sw.charts.by_region(measure).data["place_name"].tolist()
    assert names[0] == "England"
    assert names[1:] == sorted(names[1:])
    assert len(names) == 12


def test_a_year_without_regions_is_refused() -> None:
    """The message says which years there are."""
    with pytest.raises(ValueError, match="by region for 2022, 2024, 2025, not for 2023"):
        sw.charts.by_region("agency", 2023)
    with pytest.raises(ValueError, match="vacancy, turnover"):
        sw.charts.by_region("pay")
