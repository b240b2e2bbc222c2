"""Events and texts in one table, as the chart and the explorer take them."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw
from swteach.charts.events import gather_entries
from swteach.charts.rows import UNCHECKED
from swteach.timeline_entries import collect_entries
from swteach.widgets.timeline_rows import LANES


@pytest.fixture(scope="module")
def entries() -> pd.DataFrame:
    """All events and dated texts."""
    return collect_entries()


def test_every_event_and_dated_text_is_there(entries: pd.DataFrame) -> None:
    """Nothing is lost or doubled by the joins; only the undated text is left out."""
    dated = sw.load_documents()["date_start"].notna().sum()
    assert dated == 16
    others = sw.load_events()
    others = others[others["lane"] != "texts"]
    assert len(entries) == len(others) + dated
    assert entries["event_id"].is_unique
    assert set(entries["lane"]) == set(LANES)


def test_chart_and_explorer_hold_the_same(entries: pd.DataFrame) -> None:
    """What is drawn over all years is what the table lists, with the same words of care."""
    drawn = gather_entries(LANES, 1900, 2100).set_index("event_id")
    listed = entries.set_index("event_id").loc[drawn.index]
    assert len(drawn) == len(entries)
    shared = [name for name in drawn if name in listed]
    assert drawn[shared].equals(listed[shared]) and "caveat" in shared


def test_unchecked_events_say_so(entries: pd.DataFrame) -> None:
    """An event that was not checked against its source is never listed without a word of it."""
    events = sw.load_events()
    silent = events[(events["checked"] == "no") & events["caveat"].isna()]
    caveats = entries.set_index("event_id")["caveat"]
    listed = [name for name in silent["event_id"] if name in caveats.index]
    assert {caveats[name] for name in listed} <= {UNCHECKED}
    assert not entries["caveat"].isna().any()
