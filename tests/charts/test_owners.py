"""What the largest owners hold."""

from __future__ import annotations

import pytest
from chart_calls import read_layers, read_spec

import swteach as sw


def test_nothing_joins_the_years() -> None:
    """There is no line: 2022 is doubted, and 2025 is defined in another way."""
    spec = read_spec(sw.charts.largest_owners())
    assert "line" not in {layer["mark"]["type"] for layer in read_layers(spec)}


def test_doubted_year_is_hollow_and_2025_apart() -> None:
    """The doubted bar has a look of its own; the new definition has its own heading."""
    rows = sw.charts.largest_owners().data
    assert rows.loc[rows["group"] == "doubted", "period"].tolist() == ["2022"]
    assert (rows.loc[rows["group"] == "doubted", "caveat"] != "").all()
    new = rows[rows["period"] == "2025"]
    assert new["section"].nunique() == 1
    assert not set(new["section"]) & set(rows.loc[rows["period"] != "2025", "section"])


def test_years_outside_are_refused() -> None:
    """Years without figures are refused with those there are."""
    with pytest.raises(ValueError, match="2021 to 2025"):
        sw.charts.largest_owners(years=(2015, 2024))
