"""One share, three wholes."""

from __future__ import annotations

import pytest

import swteach as sw


def test_three_wholes_of_one_year() -> None:
    """Each whole has the three sectors of the same year, on one scale to 100."""
    rows = sw.charts.which_denominator(2023).data
    assert (rows.groupby("section")["group"].nunique() == 3).all()
    assert rows["section"].nunique() == 3
    assert set(rows["date"].dt.year) == {2023}


def test_description_sets_the_three_beside_each_other() -> None:
    """The three private shares of 2025 are said in one sentence."""
    said = sw.charts.which_denominator().description
    assert [share in said for share in ("83.7%", "76.2%", "40.3%")] == [True] * 3


def test_year_without_one_of_them_is_refused() -> None:
    """A year that lacks a share is refused with the years that have all three."""
    with pytest.raises(ValueError, match="2014, 2018, 2021, 2022, 2023, 2025"):
        sw.charts.which_denominator(2019)


def test_no_note_on_a_year_that_is_not_drawn() -> None:
    """Notes about other years are left out, and those about the year or about none stay."""
    caveats = " ".join(sw.charts.which_denominator().usermeta["caveats"])
    assert "2014" not in caveats
    assert "2024" not in caveats
    assert "Health bodies run the few homes that are left." in caveats
