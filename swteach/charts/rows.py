"""The rows that a chart may draw: hidden ones left out, doubtful ones marked, breaks kept."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from swteach.charts.arguments import Years, read_years
from swteach.charts.library import cite_texts
from swteach.charts.series import find_series
from swteach.frames import stamp
from swteach.tables import (
    load_breaks,
    load_documents,
    load_observations,
    load_sources,
)

UNCHECKED = "Not checked against its source."
# A line joins figures a year apart; over a longer gap nothing is known between them.
LONGEST_STEP = pd.Timedelta(days=400)

_KEPT = ["series_id", "part", "period", "date", "value", "source_id", "caveat"]
_NAMES = {"part": "breakdown"}


def load_rows(
    series: str, geography: str = "England", parts: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return the rows of one series that may be shown.

    Parameters
    ----------
    series
        A ``series_id``.
    geography
        The place that the figures are for.
    parts
        Values of ``breakdown`` to keep; all by default.

    Returns
    -------
    pandas.DataFrame
        ``series_id``, ``part`` (the breakdown), ``period`` (a count on a day in March is
        named by its year, on another day by its month), ``date`` (the end of the period),
        ``value``, ``source_id`` and ``caveat`` (text that must stand beside the figure, or
        empty). Rows marked ``hide`` are left out.

    Raises
    ------
    ValueError
        If the series has no figures for that place or part; the message says what it has.
    """
    rows = _load_shown(stamp("observations"), series)
    rows = _keep(rows, "geography", [geography], series)
    rows = rows if parts is None else _keep(rows, "part", parts, series)
    return rows[_KEPT].reset_index(drop=True)


@lru_cache(maxsize=256)
def _load_shown(state: Hashable, series: str) -> pd.DataFrame:
    """Return the rows of one series that may be shown."""
    shown, places = _find_shown(state)
    if series not in places:
        load_observations(series=series)  # says which series is meant, unless all is hidden
    return _tidy(shown.iloc[places.get(series, [])])


@lru_cache(maxsize=2)
def _find_shown(state: Hashable) -> tuple[pd.DataFrame, dict[Any, Any]]:
    rows = load_observations()
    shown = rows[rows["display"] != "hide"]
    return shown, shown.groupby("series_id", sort=False).indices


def _keep(rows: pd.DataFrame, column: str, wanted: Sequence[str], series: str) -> pd.DataFrame:
    known = set(rows[column])
    for value in wanted:
        if value not in known:
            listed, name = ", ".join(sorted(known)), _NAMES.get(column, column)
            raise ValueError(f"{series} has no figures for {name} {value!r}. It has: {listed}.")
    return rows if set(wanted) == known else rows[rows[column].isin(list(wanted))]


def keep_years(rows: pd.DataFrame, years: Years, what: str) -> pd.DataFrame:
    """Return the rows from the first to the last of two years, both kept.

    Raises
    ------
    ValueError
        If a year lies outside the rows; the message says which years there are.
    """
    first, last = read_years(years)
    found = rows["date"].dt.year
    if first < found.min() or last > found.max():
        spans = f"{found.min()} to {found.max()}, not for {first} to {last}"
        raise ValueError(f"{what} has figures for {spans}.")
    kept = rows[found.between(first, last)]
    if kept.empty:
        listed = ", ".join(str(year) for year in sorted(found.unique()))
        raise ValueError(f"{what} has figures for {listed}, none for {first} to {last}.")
    return kept


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    # Empty text, not NaN, which JSON does not know.
    said = rows["caveat"].astype("object").where(rows["caveat"].notna(), "")
    unchecked = rows["checked"].astype("str").map({"yes": "", "no": UNCHECKED})
    both = (said + " " + unchecked).str.strip()
    rows = rows.assign(caveat=both, period=_say_when(rows))
    return rows.rename(columns={"breakdown": "part", "period_end": "date"})


def _say_when(rows: pd.DataFrame) -> list[str]:
    spans = zip(rows["period"], rows["period_start"], rows["period_end"], strict=True)
    return [_say_span(*span) for span in spans]


def _say_span(period: str, start: pd.Timestamp, end: pd.Timestamp) -> str:
    if (start.year, start.month) != (end.year, end.month):
        return period
    return str(end.year) if end.month == 3 else f"{end:%B %Y}"


def find_breaks(series: Iterable[str], dates: pd.Series) -> list[dict[str, Any]]:
    """Return the breaks of some series between the first and last of the dates.

    Returns
    -------
    list of dict
        ``mark`` (a letter), ``at`` (ISO date), ``why``, ``series`` (their ids), in date order.
        Breaks of one day are one break, so that two letters never stand in one place.
    """
    wanted, first, last = set(series), dates.min(), dates.max()
    days: dict[pd.Timestamp, list[Any]] = {}
    for found in _list_breaks(stamp("breaks")):
        if found.series_id in wanted and first < found.at <= last:
            days.setdefault(found.at, []).append(found)
    return [_join(at, day, chr(65 + place)) for place, (at, day) in enumerate(days.items())]


@lru_cache(maxsize=2)
def _list_breaks(state: Hashable) -> list[Any]:
    return list(load_breaks().sort_values(["at", "why"]).itertuples())


def _join(at: pd.Timestamp, day: list[Any], mark: str) -> dict[str, Any]:
    why = " ".join(dict.fromkeys(found.why for found in day))
    series = sorted({found.series_id for found in day})
    return {"mark": mark, "at": f"{at:%Y-%m-%d}", "why": why, "series": series}


def finish(
    rows: pd.DataFrame, groups: Sequence[str], breaks: list[dict[str, Any]], percent: Iterable[str]
) -> pd.DataFrame:
    """Order the rows, say each value in words and cut the lines at breaks and gaps.

    Parameters
    ----------
    rows
        One row a figure: the columns of :func:`load_rows` and ``group``.
    groups
        The groups in the order of the table.
    breaks
        As :func:`find_breaks` gives them.
    percent
        The series whose values are percentages.

    Returns
    -------
    pandas.DataFrame
        The rows with ``shown`` (the value as it is published, in words) and ``segment`` (a
        line may join only figures of one group and one segment).
    """
    place = rows["group"].map({group: number for number, group in enumerate(groups)})
    rows = rows.assign(place=place).sort_values(["place", "date"], kind="stable")
    rows = rows.drop(columns="place").reset_index(drop=True)
    return rows.assign(shown=_say_values(rows, set(percent)), segment=_cut(rows, breaks))


def _say_values(rows: pd.DataFrame, percent: set[str]) -> pd.Series:
    known = list(zip(rows["value"].tolist(), rows["series_id"].tolist(), strict=True))
    parted = {series for value, series in known if value % 1 != 0}
    said = [
        f"{value:,.{int(series in parted)}f}" + ("%" if series in percent else "")
        for value, series in known
    ]
    return pd.Series(said, index=rows.index)


def _cut(rows: pd.DataFrame, breaks: list[dict[str, Any]]) -> pd.Series:
    apart = rows.groupby("group", sort=False)["date"].diff() > LONGEST_STEP
    segment = apart.astype(int).groupby(rows["group"]).cumsum()
    for found in breaks:
        after = rows["date"] >= found["at"]
        segment += (after & rows["series_id"].isin(found["series"])).astype(int)
    return segment


def find_sources(ids: Iterable[str]) -> pd.DataFrame:
    """Return the publications with these ids, in the order given, each once.

    A text of the course stands for itself: its ``doc_id`` is the id.

    Raises
    ------
    ValueError
        If an id is neither in the sources nor a text.
    """
    wanted = list(dict.fromkeys(ids))
    check_sources(wanted)
    return _load_citable(*_stamp_citable()).loc[wanted].reset_index(drop=True)


def check_sources(ids: Iterable[str]) -> None:
    """Raise ValueError as :func:`find_sources` does, at less cost."""
    known = _load_citable(*_stamp_citable()).index
    if missing := [name for name in dict.fromkeys(ids) if name not in known]:
        load_sources(source_id=missing)  # says which ones are near


def _stamp_citable() -> tuple[Hashable, Hashable]:
    return stamp("sources"), stamp("documents")


@lru_cache(maxsize=2)
def _load_citable(*state: Hashable) -> pd.DataFrame:
    found = pd.concat([load_sources(), cite_texts(load_documents()["doc_id"])])
    return found.set_index("source_id", drop=False)


def gather_caveats(series: Iterable[str]) -> list[str]:
    """Return the caveats of some series, each once, in order.

    The caveats of single rows stand beside the figures, in the table.
    """
    return list(dict.fromkeys(find_series(series)["caveat"].dropna()))


def find_misreading(series: str) -> str:
    """Return the mistake to avoid with a series.

    Raises
    ------
    ValueError
        If the series names none.
    """
    found = find_series([series])["misreading"].iloc[0]
    if not isinstance(found, str):
        raise ValueError(f"{series} has no misreading in series.csv. Add one.")
    return found


def say_days(rows: pd.DataFrame) -> str:
    """Say on which day the figures were counted: 31 March, and any other month by name."""
    others = sorted({period for period in rows["period"] if not period.isdigit()})
    return ", but ".join(["31 March", *others])


def pick(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    """Return the rows of one group, in order of date.

    Raises
    ------
    ValueError
        If there is none; the message says which groups there are.
    """
    mine = rows[rows["group"] == group]
    if mine.empty:
        there = ", ".join(dict.fromkeys(rows["group"]))
        raise ValueError(f"In these years there is no figure for {group!r}, only for: {there}.")
    return mine
