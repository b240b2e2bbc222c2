"""Claims by type, text and evidence."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw


def test_segments_are_the_coded_claims() -> None:
    """Each segment counts the claims of its text and type; all claims are in the chart."""
    chart, claims = sw.charts.claim_types(), sw.load_claims()
    assert chart.data["value"].sum() == len(claims)
    rows = chart.data[chart.data["text"] == "Ray Jones, 2014"].set_index("group")["value"]
    mine = claims[claims["doc_id"] == "jones-2014-cavalry"]["claim_type"].value_counts()
    assert rows.to_dict() == mine.to_dict()


def test_grid_is_the_cross_table() -> None:
    """Each cell counts the claims of its type and evidence, zeros too."""
    rows = sw.charts.evidence_offered().data
    claims = sw.load_claims().astype("str")
    table = pd.crosstab(claims["claim_type"], claims["evidence_offered"])
    for (kind, offered), count in table.stack().items():
        cell = rows[(rows["claim_type"] == kind) & (rows["group"] == offered)]
        assert cell["value"].tolist() == [count]
    assert (rows["shown"] == "0").sum() == (table == 0).sum().sum()


def test_only_the_fullest_cell_is_darkest() -> None:
    """A cell without claims is white, and the shade grows with the number."""
    rows = sw.charts.evidence_offered().data
    assert set(rows.loc[rows["value"] == 0, "fill"]) == {"#ffffff"}
    order = rows.sort_values("value")["fill"].map(lambda fill: int(fill[1:3], 16))
    assert order.is_monotonic_decreasing


def test_filters_are_columns_of_claims() -> None:
    """A lecturer can draw one theme; an unknown value is refused with the nearest."""
    assert sw.charts.claim_types(theme="demand").data["value"].sum() == 18
    with pytest.raises(ValueError, match="workforce"):
        sw.charts.claim_types(theme="workfroce")
