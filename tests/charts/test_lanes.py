"""The timeline: what is on it, and that nothing hides anything."""

from __future__ import annotations

import pandas as pd

import swteach as sw
from swteach.charts.events import _NARROW, _SIZES
from swteach.charts.twin import make_table


def test_texts_stand_for_themselves() -> None:
    """Every dated text is drawn once; the undated one is named instead."""
    chart = sw.charts.timeline()
    documents = sw.load_documents()
    dated = documents.dropna(subset=["date_start"])
    drawn = chart.data[chart.data["lane"] == "texts"]
    assert sorted(drawn["event_id"]) == sorted(dated["doc_id"])
    undated = documents[documents["date_start"].isna()]
    assert len(undated) == 1
    assert undated["title"].iloc[0] in chart.usermeta["caveats"][0]


def test_uncertain_dates_are_bars() -> None:
    """A date known to the day is a dot or a number; every other one is a bar or a number."""
    data = sw.charts.timeline(numbered=()).data
    exact = data["date_start"] == data["date_end"]
    assert (data["mark"] == exact.map({True: "day", False: "span"})).all()
    assert {"day", "span"} == set(data["mark"])


def test_no_entry_hides_another() -> None:
    """On a small screen two entries of one row are still a dot's width apart."""
    chart = sw.charts.timeline()
    scale = (pd.Timestamp(2026, 12, 31) - pd.Timestamp(2008, 1, 1)) / _NARROW
    for (_, mark), row in chart.data.groupby(["place", chart.data["mark"] == "number"]):
        starts, ends = row["date_start"].sort_values(), row["date_end"].sort_values()
        apart = starts.iloc[1:].to_numpy() - ends.iloc[:-1].to_numpy()
        assert (apart >= (_SIZES[mark][0] * scale).to_timedelta64()).all()


def test_numbers_are_explained_in_order_of_date() -> None:
    """Each number in the chart has its line under it, from the earliest event."""
    chart = sw.charts.timeline()
    numbered = chart.data[chart.data["number"] != ""].sort_values("date_start")
    assert numbered["number"].tolist() == [str(n) for n in range(1, len(numbered) + 1)]
    lines = [f"{row.number}: {row.when}, {row.title}" for row in numbered.itertuples()]
    assert chart.usermeta["key"] == lines


def test_lanes_are_those_asked_for() -> None:
    """Workforce is drawn only when asked; lanes keep the order given."""
    assert "workforce" not in set(sw.charts.timeline().data["lane"])
    chart = sw.charts.timeline(lanes=["workforce", "inspection"])
    order = chart.data.drop_duplicates("lane").sort_values("top")["lane"].tolist()
    assert order == ["workforce", "inspection"]


def test_caveats_of_dates_are_in_the_table() -> None:
    """An event whose day rests on one page says so in a note."""
    events = sw.load_events()
    said = events.loc[
        events["caveat"].notna() & events["date_start"].dt.year.between(2008, 2026)
        & ~events["lane"].isin(["workforce", "texts"]),
        "caveat",
    ]  # fmt: skip
    assert set(said) <= set(make_table(sw.charts.timeline()).notes)
    assert len(said) > 5
