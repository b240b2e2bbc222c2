"""When the texts were written, and where they stand."""

from __future__ import annotations

import pandas as pd
import pytest
from chart_calls import read_layers, read_rows, read_spec

import swteach as sw
from swteach.charts import library


def test_uncertain_dates_are_bars() -> None:
    """Only a text dated to the day is a dot; the undated one has no mark but its name."""
    chart = sw.charts.texts_in_time()
    rows, documents = chart.data, sw.load_documents().set_index("doc_id")
    exact = documents["date_start"] == documents["date_end"]
    for row in rows.itertuples():
        assert (row.mark == "day") == exact[row.source_id]
        assert (row.mark == "undated") == pd.isna(documents["date_start"][row.source_id])
    filters = [
        layer.get("transform", [{}])[0].get("filter") for layer in read_layers(read_spec(chart))
    ]
    assert {"datum.mark == 'span'", "datum.mark == 'day'"} <= set(filters)


def test_gap_is_found_in_the_dates() -> None:
    """The notice names the years of the longest stretch without a text."""
    notice = sw.charts.texts_in_time().usermeta["notice"]
    assert "from 2016 to 2021" in notice
    early = sw.charts.texts_in_time(genres=["reader comment", "interview"]).usermeta["notice"]
    assert "from 2014 to 2016" in early


def test_text_that_lasts_fills_the_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that may have been written late counts until its last possible day."""
    documents = sw.load_documents()
    wide = documents["doc_id"] == "betts-2016-iamsocialwork"
    documents.loc[wide, "date_end"] = pd.Timestamp(2020, 12, 31)
    monkeypatch.setattr(library, "load_documents", lambda: documents)
    assert "from 2021 to 2024" in sw.charts.texts_in_time().usermeta["notice"]


def test_stances_are_the_coding() -> None:
    """Each cell says what the documents say, and stands in a colour of its word."""
    chart = sw.charts.stances()
    rows = chart.data.set_index(["source_id", "group"])["shown"]
    for document in sw.load_documents().itertuples():
        assert rows[document.doc_id, "Inspection"] == document.stance_inspection
    fills = chart.data.groupby("fill")["shown"].nunique()
    assert (fills == 1).all()
    assert len(read_rows(read_spec(chart))) == 17 * 3


@pytest.mark.parametrize("issues", [[], ["Housing"]])
def test_unknown_issue_is_refused(issues: list[str]) -> None:
    """An issue that is not coded is refused by the names of those that are."""
    with pytest.raises(ValueError, match="Privatisation, Inspection, Workforce reform"):
        sw.charts.stances(issues=issues)


def test_undated_texts_alone_are_refused() -> None:
    """No axis of time is drawn where no text has a date."""
    with pytest.raises(ValueError, match="has a date"):
        sw.charts.texts_in_time(genres=["research summary"])
