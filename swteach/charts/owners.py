"""The chart of how much of the market in children's homes the largest owners hold."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.rows import Years, find_misreading, keep_years
from swteach.charts.snapshots import Bar, complete_bars, load_bars
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group

_TOP, _SINGLE = "homes_top10_share", "homes_single_owner_share"
_TWO, _TWENTY = "owners_2025_homes_top2", "owners_2025_homes_top20"
_OF_PRIVATE = "Of private homes: the 10 largest owners"
_ALONE = "Of private homes: their owner's only home"
_OF_ALL = "Of all homes, 2025: a new definition"
_BARS = [
    Bar(_TOP, "10 largest private owners", "10 largest", _OF_PRIVATE),
    Bar(_SINGLE, "Single private owners", "only home", _ALONE),
    Bar(_TWO, "2 largest owners", "new definition", _OF_ALL),
    Bar(_TWENTY, "20 largest owners", "new definition", _OF_ALL),
]
_DOUBTED = "doubted"
_GROUPS = [
    Group("10 largest", "10 largest", COUNCIL),
    Group(_DOUBTED, _DOUBTED, COUNCIL._replace(hollow=True)),
    Group("only home", "only home", VOLUNTARY),
    Group("new definition", "new definition", PRIVATE),
]


def largest_owners(years: Years = (2021, 2025)) -> alt.LayerChart:
    """Draw the share of children's homes that the largest owners hold.

    Parameters
    ----------
    years
        First and last year, both drawn.

    Returns
    -------
    altair.LayerChart
        Bars, which nothing joins: the 10 largest private owners to 2024, with a hollow bar
        where two editions disagree; homes that are their owner's only one; and apart from
        these, the shares of 2025, which are defined in another way.

    Raises
    ------
    ValueError
        If the data have no such years; the message says what they have.

    Notes
    -----
    Source: Ofsted, largest private providers and children's social care statistics.
    """
    rows = keep_years(load_bars(_BARS), years, "This chart")
    doubted = rows["caveat"] != ""
    rows = rows.assign(
        bar=rows["period"].where(rows["section"] != _OF_ALL, rows["part"]),
        group=rows["group"].mask(doubted, _DOUBTED),
    )
    rows = place_bars(rows, "bar", "section")
    groups = [group for group in _GROUPS if group.name in set(rows["group"])]
    return complete_bars(
        draw_bars(rows, groups),
        rows,
        file="largest_owners",
        title="How much the largest owners hold",
        unit="Percent of children's homes in England, 31 March",
        description=_describe(rows),
        notice=_say_notice(rows),
        misreading=f"{find_misreading(_TOP)} {find_misreading(_TWENTY)}",
        columns={
            "section": "Share of what",
            "shown": "Share",
            "part": "Owners",
            "period": "Year",
        },
    )


def _describe(rows: pd.DataFrame) -> str:
    said = []
    for section, mine in rows.groupby("section", sort=False):
        figures = [f"{row.shown} ({row.bar})" for row in mine.itertuples()]
        said.append(f"{section}, {', '.join(figures)}")
    return f"{'. '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    doubted = rows.loc[rows["group"] == _DOUBTED, "period"].tolist()
    text = (
        "The owners named largest hold a part of the market, and other owners hold the rest. Say "
        "of what each bar is a share before you quote it."
    )
    if not doubted:
        return text
    return f"{text} The hollow bar of {', '.join(doubted)} is one of two published figures."
