"""Which rows a chart may draw, and with which words."""

from __future__ import annotations

from typing import Any

import pandas as pd

import swteach as sw
from swteach.charts.rows import UNCHECKED, find_breaks, find_sources
from swteach.charts.twin import NO_FIGURE, make_table

ROW = ("cla_provider_share", "Private provision", "2020")


def read_cell(chart: Any, period: str, column: str) -> str:
    """Return one cell of a chart's table."""
    twin = make_table(chart)
    cells = next(row for row in twin.rows if row[0] == period)
    return cells[twin.columns.index(column)]


def test_hidden_row_is_never_drawn(change_row: Any) -> None:
    """A row marked hide leaves a gap in the table and cuts the line on both sides of it."""
    assert read_cell(sw.charts.provider(), "2020", "Private") != NO_FIGURE
    change_row(*ROW, display="hide")
    chart = sw.charts.provider()
    assert read_cell(chart, "2020", "Private") == NO_FIGURE
    mine = chart.data[chart.data["group"] == "Private"].set_index("period")["segment"]
    assert mine["2019"] != mine["2021"]


def test_caveat_stands_beside_its_figure(change_row: Any) -> None:
    """A row shown with caveat carries the number of a note that says it."""
    change_row(*ROW, display="with caveat", caveat="Counted on another day.")
    chart = sw.charts.provider()
    assert read_cell(chart, "2020", "Private").endswith(" (note 1)")
    assert make_table(chart).notes == ["Counted on another day."]


def test_unchecked_row_says_so(change_row: Any) -> None:
    """A row that nobody checked says so, after its own caveat."""
    change_row(*ROW, checked="no", caveat="Press.")
    assert make_table(sw.charts.provider()).notes == [f"Press. {UNCHECKED}"]


def test_breaks_of_one_day_share_a_letter() -> None:
    """Two reasons for one day become one break, of both series, and letters follow the dates."""
    days = pd.Series(pd.to_datetime(["2012-01-01", "2026-12-31"]))
    series = ["wf_old_vacancy_rate", "state_of_nation_published_pct"]
    rows = sw.load_breaks(series=series)
    found = find_breaks(series, days)
    dates = [one["at"] for one in found]
    assert dates == sorted(set(dates))
    assert [one["mark"] for one in found] == [chr(65 + n) for n in range(len(found))]
    twice = rows[rows.duplicated(["series_id", "at"], keep=False)]
    assert not twice.empty
    for at, reasons in twice.groupby("at")["why"]:
        said = next(one["why"] for one in found if one["at"] == f"{at:%Y-%m-%d}")
        assert all(why in said for why in reasons)


def test_no_chart_has_two_letters_for_one_day(chart: Any) -> None:
    """Each day of a chart's breaks has one letter."""
    breaks = [(one["at"], *one["series"]) for one in chart.usermeta["breaks"]]
    assert len(set(breaks)) == len(breaks)


def test_sources_keep_their_order() -> None:
    """Publications come in the order asked for, each once."""
    ids = ["ofsted_csc_2025", "dfe_cla_2025", "ofsted_csc_2025"]
    assert find_sources(ids)["source_id"].tolist() == ids[:2]
