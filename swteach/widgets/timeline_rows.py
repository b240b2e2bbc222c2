"""Choose, order and describe the events that the timeline explorer shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from swteach.timeline_entries import TEXTS

LANES = ("law and policy", "inspection", "reviews and market", "workforce", TEXTS)
ORDERS = ("Oldest first", "Newest first", "By lane")


def choose_entries(
    entries: pd.DataFrame, lanes: Sequence[str], first: int, last: int, word: str, order: str
) -> pd.DataFrame:
    """
    Keep the rows of some lanes that touch the years from first to last and hold a word.

    A row whose date is uncertain is kept where any day it may have happened on falls in
    those years. The word is looked for in title, actor and summary, in any case.
    """
    start, end = pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)
    touches = (entries["date_end"] >= start) & (entries["date_start"] <= end)
    text = entries["title"] + " " + entries["who"] + " " + entries["summary"]
    holds = text.str.contains(word.strip(), case=False, regex=False)
    return _sort(entries[touches & holds & entries["lane"].isin(list(lanes))], order)


def _sort(entries: pd.DataFrame, order: str) -> pd.DataFrame:
    by_date = ["date_start", "date_end", "event_id"]
    if order == "By lane":
        places = entries["lane"].map({lane: place for place, lane in enumerate(LANES)})
        return entries.assign(place=places).sort_values(["place", *by_date])
    return entries.sort_values(by_date, ascending=order != "Newest first")


def say_date(row: pd.Series) -> str:
    """Say a date in words, and say so where it is not known to the day."""
    start = row["date_start"]
    if row["date_precision"] == "day":
        return f"{start.day} {start:%B %Y}"
    if row["date_precision"] == "month":
        return f"some time in {start:%B %Y}"
    if row["date_precision"] == "year":
        return f"some time in {start.year}"
    return str(row["date_text"])


def say_result(
    shown: int, total: int, lanes: Sequence[str], years: tuple[int, int], word: str
) -> str:
    """
    Say in one sentence what the filters leave.

    Examples
    --------
    >>> say_result(2, 189, ["texts"], (2014, 2016), "")
    'Showing 2 of 189 events and texts, 2014 to 2016, in one lane: texts.'
    """
    first, last = years
    if not lanes:
        return "No lane is ticked, so nothing is shown. Tick at least one lane."
    if first > last:
        return f"The first year, {first}, is after the last year, {last}. Change one of them."
    holding = f", with the word “{word.strip()}”" if word.strip() else ""
    span = f"in {first}" if first == last else f"{first} to {last}"
    where = f"{span}, {_say_lanes(lanes)}{holding}"
    if not shown:
        return f"Nothing matches: {where}. Try more years, more lanes or another word."
    return f"Showing {shown} of {total} events and texts, {where}."


def _say_lanes(lanes: Sequence[str]) -> str:
    if len(lanes) == len(LANES):
        return "in all lanes"
    if len(lanes) == 1:
        return f"in one lane: {lanes[0]}"
    return f"in {len(lanes)} lanes: {', '.join(lanes[:-1])}, and {lanes[-1]}"


def table_rows(entries: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows of the table as plain text: date, lane, title, note, who, source, url."""
    return [_table_row(row) for _, row in entries.iterrows()]


def _table_row(row: pd.Series) -> dict[str, str]:
    return {
        "date": say_date(row),
        "lane": row["lane"],
        "title": row["title"],
        "summary": row["summary"],
        "note": row["caveat"],
        "who": row["who"],
        "source": row["publisher"] or "not known",
        "url": row["url"] if row["url"].startswith(("https://", "http://")) else "",
    }


def draw_lanes(
    entries: pd.DataFrame, lanes: Sequence[str], first: int, last: int
) -> dict[str, Any]:
    """
    Lay the rows out as marks on lanes, in percent of the width.

    Returns
    -------
    dict
        ``ticks``: x and label of some years. ``lanes``: name and marks of each lane; a mark
        has x and width, and width 0 means a date known to the day.
    """
    start, end = pd.Timestamp(first, 1, 1), pd.Timestamp(last + 1, 1, 1)
    drawn = [
        {"name": lane, "marks": _marks(entries[entries["lane"] == lane], start, end)}
        for lane in lanes
    ]
    return {"ticks": _ticks(first, last), "lanes": drawn}


def _marks(entries: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> list[dict[str, Any]]:
    whole = (end - start).days
    left = (entries["date_start"].clip(lower=start) - start).dt.days / whole * 100
    right = (entries["date_end"].clip(upper=end) - start).dt.days / whole * 100
    pairs = zip(left.round(2), (right - left).round(2), strict=True)
    return [{"x": float(x), "width": float(width)} for x, width in pairs]


def _ticks(first: int, last: int) -> list[dict[str, Any]]:
    years = last - first + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 500) if years / step <= 6)
    labelled = [year for year in range(first, last + 1) if year % step == 0]
    return [{"x": round((year - first) / years * 100, 2), "label": str(year)} for year in labelled]
