"""Councils by grade: bars that hold all councils, and counts that are never mixed."""

from __future__ import annotations

import pytest
from chart_calls import read_layers, read_spec

import swteach as sw


@pytest.mark.parametrize(
    ("counted_by", "series", "whole"),
    [
        ("course", "la_overall_derived_count", "councils with a judgement"),
        ("ofsted", "la_overall_official_count", "councils with a judgement"),
        ("so far", "sif_published_count", "inspections"),
    ],
)
def test_each_bar_holds_all_that_were_counted(counted_by: str, series: str, whole: str) -> None:
    """The parts of a bar add to the total in the record, and one series is drawn."""
    data = sw.charts.council_grades(counted_by=counted_by).data
    assert set(data["series_id"]) == {series}
    known = sw.load_observations(series=series, breakdown=whole)
    known = known.set_index("period_end")["value"]
    drawn = data.groupby("date")["value"].sum()
    assert len(drawn) >= 2
    assert drawn.tolist() == known.loc[drawn.index].tolist()


def test_dates_with_a_grade_missing_are_left_out() -> None:
    """January 2015 and October 2017 lack grades in the published count, so have no bar."""
    periods = set(sw.charts.council_grades(counted_by="so far").data["date"].dt.strftime("%Y-%m"))
    assert periods == {"2015-02", "2015-06", "2016-01"}


def test_breaks_lie_between_the_bars() -> None:
    """Each break has its letter between the last bar before it and the first after it."""
    chart = sw.charts.council_grades()
    spec = read_spec(chart)
    letters = [x for x in read_layers(spec) if x["encoding"].get("text", {}).get("field") == "mark"]
    (marks,) = [spec["datasets"][layer["data"]["name"]] for layer in letters]
    drawn = [mark for row in marks for mark in row["mark"].split(", ")]
    assert drawn == [found["mark"] for found in chart.usermeta["breaks"]]
    at = {found["mark"]: found["at"] for found in chart.usermeta["breaks"]}
    for row in marks:
        above = chart.data.loc[chart.data["place"] < row["place"], "date"].max()
        below = chart.data.loc[chart.data["place"] > row["place"], "date"].min()
        for mark in row["mark"].split(", "):
            assert f"{above:%Y-%m-%d}" < at[mark] <= f"{below:%Y-%m-%d}"


def test_first_inspections_are_of_all_councils() -> None:
    """152 councils under the single framework, 153 under ILACS."""
    data = sw.charts.first_grades().data
    assert data.groupby("period", sort=False)["value"].sum().tolist() == [152, 153]
