"""Filtering and describing the timeline, on the real events and texts."""

from __future__ import annotations

import pandas as pd
import pytest

from swteach.timeline_entries import collect_entries
from swteach.widgets import timeline_rows as rows

ALL = rows.LANES
OLDEST = "Oldest first"


@pytest.fixture(scope="module")
def entries() -> pd.DataFrame:
    """All events and dated texts."""
    return collect_entries()


def _titles(frame: pd.DataFrame) -> list[str]:
    return frame["title"].tolist()


def test_filter_by_lane_year_and_word(entries: pd.DataFrame) -> None:
    """The 2016 to 2017 exemption clauses are three rows of one lane with one word."""
    found = rows.choose_entries(entries, ["law and policy"], 2016, 2017, "CLAUSE", OLDEST)
    assert _titles(found)[:3] == [
        "Lords remove exemption clause",
        "Exemption clauses put back in committee",
        "Exemption clauses withdrawn",
    ]


def test_a_word_is_not_a_pattern(entries: pd.DataFrame) -> None:
    """Signs that mean something in a search pattern are looked for as they are."""
    assert len(rows.choose_entries(entries, ALL, 1900, 2100, "(", "Oldest first")) < len(entries)
    assert rows.choose_entries(entries, ALL, 1900, 2100, "[", "Oldest first").empty


def test_uncertain_dates_are_kept_where_they_may_fall(entries: pd.DataFrame) -> None:
    """A text dated some time in 2015 is found by 2015 and not by 2014 or 2016."""
    title = "Social Work graduation, is it worth while?"
    kept = {
        year: title in _titles(rows.choose_entries(entries, ALL, year, year, "", OLDEST))
        for year in (2014, 2015, 2016)
    }
    assert kept == {2014: False, 2015: True, 2016: False}


def test_years_that_make_no_sense_give_nothing(entries: pd.DataFrame) -> None:
    """A first year after the last one is an empty table and a plain sentence."""
    assert rows.choose_entries(entries, ALL, 2020, 2015, "", OLDEST).empty
    assert rows.say_result(0, 189, ALL, (2020, 2015), "") == (
        "The first year, 2020, is after the last year, 2015. Change one of them."
    )


def test_order(entries: pd.DataFrame) -> None:
    """Newest first is oldest first turned round; by lane groups the lanes in their order."""
    oldest, newest, by_lane = (
        rows.choose_entries(entries, ALL, 2014, 2016, "", order) for order in rows.ORDERS
    )
    assert newest["event_id"].tolist() == oldest["event_id"].tolist()[::-1]
    assert oldest["date_start"].is_monotonic_increasing
    assert by_lane["lane"].drop_duplicates().tolist() == list(ALL)


def test_dates_in_words(entries: pd.DataFrame) -> None:
    """A day, a month, a year and an inferred date are each said as far as they are known."""
    said = {row["title"]: rows.say_date(row) for _, row in entries.iterrows()}
    assert said["Ray Jones: 'Social work is under real threat'"] == "20 July 2016"
    assert said["Sedgemoor goes into administration"] == "some time in September 2007"
    assert said["Curtis report published"] == "some time in 1946"
    assert said["Social Work graduation, is it worth while?"] == "2015, on or after 21 January"


def test_sentences() -> None:
    """The sentence says how many of how many, which years, which lanes, which word."""
    assert rows.say_result(189, 189, ALL, (1946, 2027), "") == (
        "Showing 189 of 189 events and texts, 1946 to 2027, in all lanes."
    )
    assert rows.say_result(3, 189, ["inspection", "texts"], (2016, 2016), " trust ") == (
        "Showing 3 of 189 events and texts, in 2016, in 2 lanes: inspection, and texts, "
        "with the word “trust”."
    )
    assert rows.say_result(0, 189, ["texts"], (1950, 1960), "").startswith("Nothing matches: 1950")
    assert rows.say_result(0, 189, [], (1950, 1960), "").startswith("No lane is ticked")


def test_rows_cite_a_page(entries: pd.DataFrame) -> None:
    """Every event links to its publisher's page, and a text says where it could be read."""
    table = rows.table_rows(entries)
    unlinked = [row["title"] for row in table if not row["url"]]
    assert all(row["lane"] == "texts" for row in table if row["title"] in unlinked)
    sources = {row["title"]: row["source"] for row in table}
    title = "Ray Jones: 'Social work is under real threat'"
    assert sources[title] == "The Guardian, read at 4recruitmentservices.com"
    assert sources["Briefing for LSWG on Clauses 3 and 10 of the Children's Wellbeing Bill"] == (
        "Labour Social Work Group"
    )
    assert "nan" not in {value.lower() for row in table for value in row.values()}


def test_drawing_stays_on_the_page(entries: pd.DataFrame) -> None:
    """Every mark lies between 0 and 100 percent; a day has no width and a year has one."""
    found = rows.choose_entries(entries, ALL, 2014, 2016, "", OLDEST)
    drawing = rows.draw_lanes(found, ALL, 2014, 2016)
    marks = [mark for lane in drawing["lanes"] for mark in lane["marks"]]
    assert len(marks) == len(found)
    assert all(0 <= mark["x"] <= mark["x"] + mark["width"] <= 100.01 for mark in marks)
    days = (found["date_start"] == found["date_end"]).sum()
    assert sum(mark["width"] == 0 for mark in marks) == days
    assert [tick["label"] for tick in drawing["ticks"]] == ["2014", "2015", "2016"]
