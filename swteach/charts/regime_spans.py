"""When each inspection regime began and ended, as far as it is known."""

from __future__ import annotations

from typing import Any

import pandas as pd

from swteach.charts.arguments import check_number
from swteach.charts.rows import UNCHECKED, find_sources
from swteach.tables import load_regimes

# Names for a narrow screen, where the name itself says no abbreviation in brackets.
_SHORT = {
    "joint_reviews": "Joint reviews",
    "star_ratings": "Star ratings",
    "ofsted_csc": "Ofsted takes on children",
    "annual_rating": "Annual rating",
    "ucra": "Front-door inspections",
    "cp_2012": "Protection inspections",
    "lac_2013": "Looked after inspections",
    "lscb_review": "Safeguarding boards",
    "monitoring_visits": "Monitoring visits",
    "focused_visits": "Focused visits",
    "ilacs_care_leavers": "ILACS, care leavers apart",
    "ilacs_2026": "ILACS, no overall grade",
    "cfs_2027": "Families framework, plan",
}
_OPEN, _UNKNOWN = "no end known", "start not known"
_PLANNED = "Planned"


def load_spans(start: int, end: int) -> pd.DataFrame:
    """Return the regimes that may have run in some years, by their start.

    Parameters
    ----------
    start, end
        First and last year.

    Returns
    -------
    pandas.DataFrame
        ``title``, ``short`` (for narrow screens), ``when``, ``until`` (words), ``who``, ``grades``,
        ``caveat``, ``source_id``, ``url``; and the span in four dates, cut at the years:
        ``date_start`` and ``sure_start`` (earliest and latest start), ``sure_end`` and
        ``date_end`` (earliest and latest end); ``goes_on`` (no end is known).

    Raises
    ------
    ValueError
        If no regime falls in the years.
    """
    check_number("start", start, 1, 9999)
    check_number("end", end, 1, 9999)
    rows = _read(load_regimes())
    first, last = pd.Timestamp(start, 1, 1), pd.Timestamp(end, 12, 31)
    kept = rows[rows["date_start"].fillna(first).le(last) & rows["date_end"].fillna(last).ge(first)]
    if start > end or kept.empty:
        years = f"{rows['sure_end'].min():%Y} to {rows['date_start'].max():%Y}"
        raise ValueError(f"No regime falls in {start} to {end}. Known ones run from {years}.")
    kept = kept.pipe(_fill, first, last)
    dates = ["date_start", "sure_start", "sure_end", "date_end"]
    kept[dates] = kept[dates].clip(lower=first, upper=last)
    return kept.sort_values(["date_start", "date_end", "title"]).reset_index(drop=True)


def _fill(rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    # What is planned is not sure on any day.
    planned = rows["caveat"].str.startswith(_PLANNED)
    sure_end = rows["sure_end"].fillna(last).where(~planned, first)
    return rows.assign(
        goes_on=rows["date_end"].isna() & ~planned,
        date_start=rows["date_start"].fillna(first),
        sure_start=rows["sure_start"].fillna(last),
        sure_end=sure_end,
        date_end=rows["date_end"].fillna(last),
    )


def _read(regimes: pd.DataFrame) -> pd.DataFrame:
    text = regimes.astype(dict.fromkeys(("caveat", "start_text", "end_text"), "object"))
    text = text.fillna({"caveat": "", "start_text": "", "end_text": ""})
    urls = find_sources(regimes["source_id"]).set_index("source_id")["url"]
    unchecked = (regimes["checked"].astype("str") == "no") & (text["caveat"] == "")
    spans = [_span(row) for row in text.itertuples()]
    return pd.DataFrame(
        {
            "title": regimes["name"],
            "short": [_shorten(row.regime_id, row.name) for row in regimes.itertuples()],
            "when": [_say_date(row.start, row.start_text) or _UNKNOWN for row in text.itertuples()],
            "until": [_say_end(row) for row in text.itertuples()],
            "who": regimes["body"],
            "grades": regimes["grades"],
            "caveat": text["caveat"].mask(unchecked, UNCHECKED),
            "source_id": regimes["source_id"],
            "url": regimes["source_id"].map(urls),
        }
    ).assign(**pd.DataFrame(spans).to_dict("list"))


def _shorten(name: str, title: str) -> str:
    inside = title.rpartition("(")[2].rstrip(")") if "(" in title else title
    return _SHORT.get(name, inside)


def _say_end(row: Any) -> str:
    if row.caveat.startswith(_PLANNED):
        return "planned"
    return _say_date(row.end, row.end_text) or _OPEN


def _say_date(day: pd.Timestamp, text: str) -> str:
    month = f"{day:%B %Y}" if text else ""
    return {0: text, 1: month}.get(text.count("-"), f"{day.day} {month}")


def _span(row: Any) -> dict[str, Any]:
    return {
        "date_start": row.start,
        "sure_start": _last_day(row.start, row.start_text),
        "sure_end": _first_day(row.end, row.end_text),
        "date_end": row.end,
    }


def _last_day(day: pd.Timestamp, text: str) -> pd.Timestamp:
    parts = text.count("-")
    if pd.isna(day) or parts == 2:
        return day
    return day + (pd.offsets.MonthEnd(0) if parts else pd.offsets.YearEnd(0))


def _first_day(day: pd.Timestamp, text: str) -> pd.Timestamp:
    parts = text.count("-")
    if pd.isna(day) or parts == 2:
        return day
    return day.replace(day=1) if parts else day.replace(day=1, month=1)
