"""The events and texts of the timeline: which are drawn, and where in their lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from swteach.charts.arguments import check_number, listed
from swteach.tables import load_documents, load_events
from swteach.timeline_entries import TEXTS, collect_entries

# What is drawn; all of it is in the saved chart.
_COLUMNS = [
    "event_id", "when", "date_start", "date_end", "title", "lane", "who", "caveat", "source_id",
    "url",
]  # fmt: skip

# Pixels: the width that crowding is measured at (a small screen's), an entry's own width, the
# distance of rows, and the room for a lane's name.
_NARROW = 330
_SIZES = {False: (14, 15), True: (26, 27)}
_NAME = 32


def gather_entries(
    lanes: Sequence[str], start: int, end: int, numbered: str | Sequence[str] = ()
) -> pd.DataFrame:
    """Return the events and dated texts of some lanes that may fall in some years.

    Parameters
    ----------
    lanes
        Lanes of the events, and ``texts``.
    start, end
        First and last year.
    numbered
        Ids of events to number, by date.

    Returns
    -------
    pandas.DataFrame
        In order of date: ``event_id``, ``when`` (in words), ``date_start`` and ``date_end``
        (the span it may have happened in), ``title``, ``lane``, ``who``, ``caveat``,
        ``source_id`` (empty for a text), ``url``, ``number`` (text, empty for most).

    Raises
    ------
    ValueError
        If nothing falls in the years, or an id is unknown.
    """
    numbered = listed(numbered)
    check_number("start", start, 1, 9999)
    check_number("end", end, 1, 9999)
    known = set(load_events()["event_id"])
    unknown = [name for name in numbered if name not in known]
    if unknown:
        raise ValueError(f"No event has the id {', '.join(map(repr, unknown))}: see load_events().")
    rows = collect_entries()
    rows = rows.assign(when=[_say_date(row) for row in rows.itertuples()])[_COLUMNS]
    rows = rows[rows["lane"].isin(list(lanes))]
    rows = _keep_years(rows, start, end).sort_values(["date_start", "date_end", "event_id"])
    return _number(rows.reset_index(drop=True), numbered)


def _say_date(row: Any) -> str:
    exact = row.lane == TEXTS and row.date_precision == "day"
    return f"{row.date_start.day} {row.date_start:%B %Y}" if exact else row.date_text


def say_undated() -> str:
    """Name the texts that have no date, which no timeline can show."""
    documents = load_documents()
    titles = documents.loc[documents["date_start"].isna(), "title"]
    return "Undated, so not in the chart: " + "; ".join(f"“{title}”" for title in titles) + "."


def _keep_years(rows: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    years = rows["date_start"].dt.year
    kept = rows[(rows["date_end"].dt.year >= start) & (years <= end)]
    if start > end or kept.empty:
        raise ValueError(
            f"No entry falls in {start} to {end}. These lanes have entries from {years.min()} "
            f"to {years.max()}."
        )
    return kept


def _number(rows: pd.DataFrame, numbered: Sequence[str]) -> pd.DataFrame:
    wanted = rows["event_id"].isin(list(numbered))
    counted = wanted.cumsum().astype("str")
    return rows.assign(number=counted.where(wanted, ""))


def add_places(rows: pd.DataFrame, lanes: Sequence[str], start: int, end: int) -> pd.DataFrame:
    """Stack the entries of each lane so that none hides another.

    Returns
    -------
    pandas.DataFrame
        The rows with ``mark`` (span, day, number), ``place`` (pixels from the top of the
        chart), and ``top`` and ``bottom`` of their lane. Spans are cut at the chart's first
        and last day.
    """
    first, last = pd.Timestamp(start, 1, 1), pd.Timestamp(end, 12, 31)
    rows = rows.assign(
        date_start=rows["date_start"].clip(lower=first),
        date_end=rows["date_end"].clip(upper=last),
        mark=_choose_marks(rows),
    )
    scale = (last - first) / _NARROW
    done, top = [], 0.0
    for lane in (lane for lane in lanes if lane in set(rows["lane"])):
        done.append(_place_lane(rows[rows["lane"] == lane], scale, top))
        top = done[-1]["bottom"].iloc[0]
    return pd.concat(done).sort_index()


def _choose_marks(rows: pd.DataFrame) -> pd.Series:
    rough = (rows["date_start"] < rows["date_end"]).map({True: "span", False: "day"})
    return rough.where(rows["number"] == "", "number")


def _place_lane(rows: pd.DataFrame, scale: pd.Timedelta, top: float) -> pd.DataFrame:
    places, edge = pd.Series(0.0, index=rows.index), top + _NAME
    for is_numbered, (width, step) in _SIZES.items():
        mine = rows[(rows["number"] != "") == is_numbered]
        levels = _stack(mine, width * scale)
        places[mine.index] = edge + (levels + 0.5) * step
        edge += step * (levels.max() + 1) if len(mine) else 0
    return rows.assign(place=places, top=top, bottom=edge + 6)


def _stack(rows: pd.DataFrame, width: pd.Timedelta) -> pd.Series:
    ends: list[pd.Timestamp] = []
    levels = []
    for row in rows.itertuples():
        free = [level for level, end in enumerate(ends) if row.date_start >= end]
        level = free[0] if free else len(ends)
        ends[level : level + 1] = [row.date_end + width]
        levels.append(level)
    return pd.Series(levels, index=rows.index, dtype="float64")
