"""Intervals come from the rows or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from swteach.charts.intervals import load_estimate

ADJUSTED = ("bm2022_or", "For-profit vs local authority, adjusted")


def test_interval_is_read_from_the_row(change_row: Any) -> None:
    """A lecturer's change of the row's note changes the interval."""
    assert load_estimate(*ADJUSTED)["range"] == "0.522 to 0.842"
    change_row(*ADJUSTED, "2021", note="95% CI 0.5 to 0.9; changed.")
    found = load_estimate(*ADJUSTED)
    assert (found["low"], found["high"], found["range"]) == (0.5, 0.9, "0.5 to 0.9")


def test_no_interval_is_made_up() -> None:
    """A row that states no interval is refused."""
    with pytest.raises(ValueError, match="states no 95% interval"):
        load_estimate("bm2022_or", "For-profit vs local authority, unadjusted")


def test_large_numbers_keep_their_commas() -> None:
    """Thousands in an interval are read as numbers and said as published."""
    found = load_estimate("bm2023_attributable", "Out-of-area placements")
    assert (found["low"], found["high"]) == (9015, 24987)
