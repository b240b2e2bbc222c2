"""The base year: what the page works out is what the table says."""

from __future__ import annotations

import pytest
from chart_calls import read_spec

import swteach as sw


def test_the_table_holds_the_index_for_each_base() -> None:
    """Each index is the count as a percent of that of its base year."""
    data = sw.charts.base_year(bases=("2009-10", "2014-15")).data
    table = data.pivot(index="period", columns="group", values="value")
    for base in ("2009-10", "2014-15"):
        worked = (100 * table["Enquiries"] / table.loc[base, "Enquiries"]).round(1)
        assert table[f"Index, {base} = 100"].tolist() == worked.tolist()


def test_the_design_s_three_rises_to_2022_23() -> None:
    """From 2009-10, 2010-11 and 2014-15 the rise to 2022-23 is 152%, 102% and 40%."""
    rows = sw.charts.base_year().data
    ends = rows[rows["period"] == "2022-23"].set_index("group")["value"]
    said = [ends[f"Index, {base} = 100"] - 100 for base in ("2009-10", "2010-11", "2014-15")]
    assert [round(rise) for rise in said] == [152, 102, 40]


def test_every_year_can_be_chosen_in_the_page() -> None:
    """The list offers all years, opens with the first base, and the axis fits every choice."""
    chart = sw.charts.base_year(bases=("2012-13",))
    spec = read_spec(chart)
    (param,) = [p for p in spec["params"] if p["name"] == "base"]
    counts = chart.data[chart.data["group"] == "Enquiries"]
    assert param["bind"]["options"] == counts["period"].tolist()
    assert param["value"] == "2012-13"
    line = next(x for x in spec["layer"] if x["mark"]["type"] == "line")
    highest = 100 * counts["value"].max() / counts["value"].min()
    assert line["encoding"]["y"]["scale"]["domain"][0] == 0
    assert highest <= line["encoding"]["y"]["scale"]["domain"][1] <= 1.3 * highest


def test_an_unknown_base_is_refused() -> None:
    """The message names the years that there are."""
    with pytest.raises(ValueError, match="2010-11"):
        sw.charts.base_year(bases=("1999",))
