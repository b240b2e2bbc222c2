"""Charts of who runs children's homes, and how many places they have."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.lines import draw_lines, find_top
from swteach.charts.rows import (
    Years,
    find_breaks,
    find_misreading,
    finish,
    gather_caveats,
    keep_years,
    load_rows,
    pick,
    say_days,
)
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import say_once

_SECTORS = {
    "Private": ("Private", PRIVATE),
    "Local authority": ("Council", COUNCIL),
    "Voluntary": ("Voluntary", VOLUNTARY),
}
_MEASURES = {
    "share": {"homes": "homes_share_by_sector", "places": "places_share_by_sector"},
    "homes": {"homes": "homes_by_sector"},
    "places": {"places": "places_by_sector"},
}
_UNITS = {
    "share": "Filled points: percent of homes; hollow points: percent of places",
    "homes": "Number of homes",
    "places": "Number of places",
}
_TITLES = {
    "share": "Children's homes and their places, by who runs them",
    "homes": "Children's homes, by who runs them",
    "places": "Places in children's homes, by who runs them",
}
_PERCENT = ("homes_share_by_sector", "places_share_by_sector")


def homes_and_places(
    years: Years = (2014, 2025),
    geography: str = "England",
    measure: Literal["share", "homes", "places"] = "share",
) -> alt.LayerChart:
    """Draw children's homes of all types by sector, homes against places.

    Parameters
    ----------
    years
        First and last year, both drawn.
    geography
        Where the homes are.
    measure
        ``"share"`` (percent of homes beside percent of places), ``"homes"`` or ``"places"``
        (their numbers).

    Returns
    -------
    altair.LayerChart
        One line a sector; with shares two, filled for homes and hollow for places. Years
        without a count stay empty.

    Raises
    ------
    ValueError
        If the data have no such years, place or measure; the message says what they have.

    Notes
    -----
    Source: Ofsted's registers, counted for the course, and Ofsted's own publications.
    """
    check_choice("measure", measure, list(_MEASURES))
    series = list(_MEASURES[measure].values())
    groups = _name_groups(measure)
    rows = keep_years(_load_sectors(measure, geography), years, series[0])
    breaks = find_breaks(series, rows["date"])
    rows = finish(rows, list(groups), breaks, _PERCENT)
    top = find_top(rows["value"])
    chart = draw_lines(rows, list(groups.values()), breaks, top=top, width=400)
    unit = f"{_UNITS[measure]} in {geography}, {say_days(rows)}"
    return complete(
        give(chart, data=rows),
        title=_TITLES[measure],
        unit=unit,
        description=_describe(rows, measure, geography),
        notice=_say_notice(rows, measure, geography),
        misreading=" ".join(map(find_misreading, series)),
        sources=rows["source_id"],
        breaks=breaks,
        caveats=say_once(gather_caveats(series)),
        table={
            "caption": f"{unit}, by who runs the home",
            "file": "homes_and_places",
            "columns": {"period": "Year"},
            "group": "group",
        },
        sides=140,
    )


def _say_notice(rows: pd.DataFrame, measure: str, geography: str) -> str:
    if measure == "share":
        return _compare_shares(rows)
    text = f"{_say_ends(rows, 'Private')} {_say_lowest(rows, 'Council')}"
    if measure == "places":
        return f"{text} {_say_size(rows, geography)}".strip()
    return f"{text} Where there is no point, no count by sector was found."


def _compare_shares(rows: pd.DataFrame) -> str:
    last = rows[rows["date"] == rows["date"].max()].set_index("group")
    said: dict[str, list[str]] = {"larger": [], "smaller": [], "same": []}
    for name, _ in _SECTORS.values():
        homes, places = (last.loc[f"{name} {kind}"] for kind in _MEASURES["share"])
        gap = homes["value"] - places["value"]
        side = "larger" if gap > 0 else "smaller" if gap else "same"
        said[side].append(f"{name.lower()} ({homes['shown']} and {places['shown']})")
    listed = "; ".join(
        f"the {side} for {', '.join(names)}" for side, names in said.items() if names
    )
    return (
        f"Set each sector's share of homes beside its share of places. In "
        f"{last['period'].iloc[0]} the share of homes was {listed}. Where the share of homes "
        "is the larger, the sector's homes are smaller than the average home."
    )


def _say_ends(rows: pd.DataFrame, name: str) -> str:
    mine = pick(rows, name)
    first, last = mine.iloc[0], mine.iloc[-1]
    return (
        f"The {name.lower()} line goes from {first['shown']} in {first['period']} to "
        f"{last['shown']} in {last['period']}."
    )


def _say_lowest(rows: pd.DataFrame, name: str) -> str:
    mine = pick(rows, name)
    low, last = mine.loc[mine["value"].idxmin()], mine.iloc[-1]
    text = f"The {name.lower()} line is lowest in {low['period']}, at {low['shown']}"
    return f"{text}." if low.equals(last) else f"{text}, and ends at {last['shown']}."


def _say_size(rows: pd.DataFrame, geography: str) -> str:
    homes = load_rows("homes_by_sector", geography, ["Private"]).set_index("date")["value"]
    places = pick(rows, "Private").set_index("date")["value"]
    size = (places / homes).dropna()
    if len(size) < 2 or size.iloc[0] == size.iloc[-1]:
        return ""
    turned = "smaller" if size.iloc[-1] < size.iloc[0] else "larger"
    return f"Over these years the average private home has become {turned}."


def _name_groups(measure: str) -> dict[str, Group]:
    # On a narrow screen only the sector is named: filled and hollow tell homes from places.
    named = [
        Group(
            _name(sector, kind, measure),
            "" if measure == "share" and kind == "places" else sector,
            look._replace(**_mark(kind, measure)),
        )
        for sector, look in _SECTORS.values()
        for kind in _MEASURES[measure]
    ]
    return {group.name: group for group in named}


def _name(sector: str, kind: str, measure: str) -> str:
    return f"{sector} {kind}" if measure == "share" else sector


def _mark(kind: str, measure: str) -> dict[str, object]:
    if measure != "share":
        return {}
    return {"hollow": kind == "places", "dash": (6, 4) if kind == "places" else (1, 0)}


def _load_sectors(measure: str, geography: str) -> pd.DataFrame:
    loaded = []
    for kind, series in _MEASURES[measure].items():
        rows = load_rows(series, geography, list(_SECTORS))
        names = {part: _name(_SECTORS[part][0], kind, measure) for part in _SECTORS}
        loaded.append(rows.assign(group=rows["part"].map(names)))
    return pd.concat(loaded)


def _describe(rows: pd.DataFrame, measure: str, geography: str) -> str:
    if measure == "share":
        return _compare(rows, geography)
    first, last = pick(rows, "Private").iloc[0], pick(rows, "Private").iloc[-1]
    council = pick(rows, "Council").iloc[-1]
    things = "children's homes" if measure == "homes" else "places in children's homes"
    return (
        f"Private {things} in {geography} numbered {first['shown']} in {first['period']} and "
        f"{last['shown']} in {last['period']}; those of councils {council['shown']} in "
        f"{council['period']}."
    )


def _compare(rows: pd.DataFrame, geography: str) -> str:
    shown = {group: pick(rows, group)["shown"].iloc[-1] for group in rows["group"].unique()}
    return (
        f"In {rows['period'].iloc[-1]} private bodies ran {shown['Private homes']} of children's "
        f"homes in {geography} and had {shown['Private places']} of the places; councils ran "
        f"{shown['Council homes']} of the homes, with {shown['Council places']} of the places."
    )
