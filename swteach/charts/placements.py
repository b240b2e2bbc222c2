"""Charts of who provides the places where looked-after children live."""

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
)
from swteach.charts.theme import COUNCIL, OTHER, PRIVATE, UNKNOWN, VOLUNTARY, Group

_OWN = Group("Council's own", "Council", COUNCIL)
_PRIVATE = Group("Private", "Private", PRIVATE)
_REST = Group("Parents and others", "Others", OTHER)
_UNKNOWN = Group("Not reported", "Unknown", UNKNOWN)
_PARTS = {
    "Own provision (by the LA)": _OWN,
    "Private provision": _PRIVATE,
    "Voluntary/third sector provision": Group("Voluntary", "Voluntary", VOLUNTARY),
    "Placement provider not reported": _UNKNOWN,
}
_SMALL_PARTS = [
    "Other LA provision",
    "Other public provision",
    "Parents or other person with parental responsibility",
]
_GROUPS = [*list(_PARTS.values())[:3], _REST, _UNKNOWN]
_COUNTS, _SHARES = "cla_by_provider", "cla_provider_share"
_MEASURES = {"share": _SHARES, "count": _COUNTS}
_UNITS = {_SHARES: "Percent of all children looked after", _COUNTS: "Children looked after"}


def provider(
    years: Years = (2011, 2025),
    geography: str = "England",
    measure: Literal["share", "count"] = "share",
) -> alt.LayerChart:
    """Draw who provides the placements of children looked after on 31 March.

    Parameters
    ----------
    years
        First and last year, both drawn.
    geography
        Where councils look after the children.
    measure
        ``"share"`` (percent of all children looked after) or ``"count"`` (children).

    Returns
    -------
    altair.LayerChart
        Five lines that together make the whole: the three small kinds of provider without a
        share of their own are added up from the counts.

    Raises
    ------
    ValueError
        If the data have no such years, place or measure; the message says what they have.

    Notes
    -----
    Source: Department for Education, children looked after in England, each year's release.
    """
    check_choice("measure", measure, list(_MEASURES))
    series = _MEASURES[measure]
    rows = _load(series, years, geography)
    breaks = find_breaks([series], rows["date"])
    rows = finish(rows, [group.name for group in _GROUPS], breaks, [_SHARES])
    chart = draw_lines(rows, _GROUPS, breaks, top=find_top(rows["value"]), width=410, key=True)
    return complete(
        give(chart, data=rows),
        title="Who provides the places where children live",
        unit=f"{_UNITS[series]} in {geography}, 31 March",
        description=_describe(rows, breaks, geography),
        notice=_say_notice(rows),
        misreading=find_misreading(series),
        sources=rows["source_id"],
        breaks=breaks,
        caveats=[*gather_caveats([series, _COUNTS]), _SAY_REST],
        table={
            "caption": f"{_UNITS[series]} in {geography} on 31 March, by provider",
            "file": "children_by_provider",
            "columns": {"period": "Year"},
            "group": "group",
        },
        sides=85,
    )


_SAY_REST = (
    f"“{_REST.name}” adds up, from the counts, children placed with their parents, with another "
    "council or with another public body."
)


def _load(series: str, years: Years, geography: str) -> pd.DataFrame:
    main = load_rows(series, geography, list(_PARTS))
    names = {part: group.name for part, group in _PARTS.items()}
    rest = _add_up(load_rows(_COUNTS, geography), share=series == _SHARES)
    rest = rest.assign(series_id=series, group=_REST.name)
    return keep_years(pd.concat([main.assign(group=main["part"].map(names)), rest]), years, series)


def _add_up(counts: pd.DataFrame, share: bool) -> pd.DataFrame:
    # A sum with a part missing is no sum: such a year stays empty.
    small = _keep_whole_years(counts[counts["part"].isin(_SMALL_PARTS)], len(_SMALL_PARTS))
    kept = small.drop_duplicates("date").set_index("date").drop(columns=["value", "caveat"])
    by_date = small.groupby("date")
    total, said = by_date["value"].sum(), by_date["caveat"].agg(_join_caveats)
    if not share:
        return kept.assign(value=total, caveat=said).reset_index()
    every = _keep_whole_years(counts, counts["part"].nunique()).groupby("date")["value"].sum()
    shares = (100 * total / every).round(1)
    return kept.assign(value=shares, caveat=said).dropna(subset="value").reset_index()


def _keep_whole_years(rows: pd.DataFrame, parts: int) -> pd.DataFrame:
    return rows[rows.groupby("date")["part"].transform("nunique") == parts]


def _join_caveats(caveats: pd.Series) -> str:
    return " ".join(dict.fromkeys(filter(None, caveats)))


def _describe(rows: pd.DataFrame, breaks: list[dict[str, object]], geography: str) -> str:
    first, last = rows["date"].min().year, rows["date"].max().year
    private, own = (_say_change(rows, group) for group in (_PRIVATE, _OWN))
    years = ", ".join(str(found["at"])[:4] for found in breaks)
    return (
        f"Of children looked after in {geography}, those in private providers' places went from "
        f"{private} between {first} and {last}, and those in the councils' own places from {own}."
        + (f" Recording changed in {years}." if years else "")
    )


def _say_change(rows: pd.DataFrame, group: Group) -> str:
    shown = pick(rows, group.name)["shown"]
    return f"{shown.iloc[0]} to {shown.iloc[-1]}"


def _say_notice(rows: pd.DataFrame) -> str:
    private = pick(rows, _PRIVATE.name).iloc[0]
    text = (
        f"In {private['period']} private providers already had {private['shown']}. This market "
        "has its own story, apart from the argument of 2014 about who may carry out functions."
    )
    unknown = pick(rows, _UNKNOWN.name).set_index("period")["shown"]
    if not {"2023", "2024"} <= set(unknown.index):
        return text
    return (
        f"{text} In 2024 the private line seems to dip, just as “not reported” jumps from "
        f"{unknown['2023']} to {unknown['2024']}: look at both before you call it a fall."
    )
