"""Which rows a chart may draw, and with which words."""

from __future__ import annotations

from typing import Any

import pytest

import swteach as sw
from swteach.charts.rows import UNCHECKED, find_sources
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


REFUSALS = [
    ("provider", {"years": (2000, 2010)}, "has figures for 2011 to 2025, not for 2000 to 2010"),
    ("provider", {"years": (2020, 2015)}, "the first year is after the last"),
    ("provider", {"geography": "Wales"}, "no figures for geography 'Wales'. It has: England"),
    ("provider", {"measure": "miles"}, "measure='miles' is not one of: share, count"),
    ("homes_and_places", {"years": (2015, 2016)}, "has figures for 2014, 2018, 2021"),
    ("homes_and_places", {"measure": "rooms"}, "not one of: share, homes, places"),
    ("homes_and_places", {"measure": "homes", "years": (2019, 2019)}, "no figure for 'Private'"),
    ("council_homes", {"years": (1997, 2000)}, "has figures for 2013 to 2025"),
    ("council_homes", {"years": (2013, 2013)}, "no figure for 'Number of homes'"),
    ("timeline", {"lanes": ["law"]}, "Lane 'law' is not one of: law and policy, inspection"),
    ("timeline", {"lanes": []}, "at least one lane"),
    ("timeline", {"start": 1900, "end": 1910}, "have entries from 1946 to"),
    ("timeline", {"start": 2020, "end": 2010}, "No entry falls in 2020 to 2010"),
    ("timeline", {"numbered": ["no-such-event"]}, "No event has the id 'no-such-event'"),
]


@pytest.mark.parametrize(("name", "arguments", "words"), REFUSALS)
def test_what_the_data_cannot_answer_is_refused(
    name: str, arguments: dict[str, Any], words: str
) -> None:
    """A chart that the data cannot make is refused in words that say what they have."""
    with pytest.raises(ValueError, match=words.replace("(", r"\(")):
        getattr(sw.charts, name)(**arguments)


def test_sources_keep_their_order() -> None:
    """Publications come in the order asked for, each once."""
    ids = ["ofsted_csc_2025", "dfe_cla_2025", "ofsted_csc_2025"]
    assert find_sources(ids)["source_id"].tolist() == ids[:2]
