"""The chart of the children's homes that councils run themselves."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.figure import complete
from swteach.charts.joining import give, join_panels
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
from swteach.charts.theme import CHANNELS, COUNCIL, Group

_NUMBER, _COUNTED, _PUBLISHED = (
    "homes_by_sector",
    "homes_share_by_sector",
    "homes_la_share_published",
)
_OPEN = COUNCIL._replace(shape="diamond", dash=(6, 4), hollow=True)
_GROUPS = {
    _NUMBER: Group("Number of homes", "Homes", COUNCIL),
    _COUNTED: Group("Share counted here", "Counted", COUNCIL),
    _PUBLISHED: Group("Share as published", "Published", _OPEN),
}
_OLDER = "Counts from before 2002 follow other registration rules, so they are left out."


def council_homes(years: Years = (2013, 2025), geography: str = "England") -> alt.VConcatChart:
    """Draw the children's homes that councils run: their number, and their share of all homes.

    Parameters
    ----------
    years
        First and last year, both drawn.
    geography
        Where the homes are.

    Returns
    -------
    altair.VConcatChart
        Two panels: the number of homes; their percent of all children's homes, as Ofsted
        published it (whole numbers) and as counted from its registers. Counts from before 2002
        follow other rules and are not in the chart.

    Raises
    ------
    ValueError
        If the data have no such years or place; the message says what they have.

    Notes
    -----
    Source: Ofsted's registers, counted for the course, and Ofsted's own publications.
    """
    rows = keep_years(_load(geography), years, "This chart")
    breaks = find_breaks(_GROUPS, rows["date"])
    rows = finish(rows, [group.name for group in _GROUPS.values()], breaks, [_COUNTED, _PUBLISHED])
    pick(rows, _GROUPS[_NUMBER].name)
    number = _draw_panel(rows, [_NUMBER], breaks, "Number of homes")
    share = _draw_panel(rows, [_COUNTED, _PUBLISHED], breaks, "Percent of all homes")
    panels = join_panels([number, share], data=rows, spacing=30)
    return complete(
        give(panels, resolve={"scale": {**dict.fromkeys(CHANNELS, "independent"), "x": "shared"}}),
        title="Children's homes run by councils",
        unit=f"Homes of all types in {geography}, {say_days(rows)}",
        description=_describe(rows, geography),
        notice=_say_notice(rows),
        misreading=" ".join(map(find_misreading, (_PUBLISHED, _COUNTED))),
        sources=rows["source_id"],
        breaks=breaks,
        caveats=[*gather_caveats(rows["series_id"]), _OLDER],
        table={
            "caption": f"Children's homes run by councils in {geography}",
            "file": "council_homes",
            "columns": {"period": "Year"},
            "group": "group",
        },
        sides=150,
    )


def _load(geography: str) -> pd.DataFrame:
    return pd.concat(
        load_rows(series, geography, ["Local authority"]).assign(group=group.name)
        for series, group in _GROUPS.items()
    )


def _draw_panel(
    rows: pd.DataFrame, series: list[str], breaks: list[dict[str, object]], title: str
) -> alt.LayerChart:
    mine = rows[rows["series_id"].isin(series)]
    panel = draw_lines(
        rows,
        [_GROUPS[name] for name in series],
        breaks,
        top=find_top(mine["value"]),
        width=410,
        height=170,
        prefix=f"{series[0]}_",
        ticks=rows.loc[rows["date"].dt.month == 3, "date"],
    )
    return give(panel, title=alt.Title(title, fontSize=16, fontWeight="normal"))


def _describe(rows: pd.DataFrame, geography: str) -> str:
    number = pick(rows, _GROUPS[_NUMBER].name)
    first, last = number.iloc[0], number.iloc[-1]
    text = (
        f"Councils ran {first['shown']} children's homes in {geography} in {first['period']} "
        f"and {last['shown']} in {last['period']}"
    )
    share = rows[rows["series_id"] == _COUNTED]
    if len(share) < 2:
        return f"{text}."
    before, after = share.iloc[0], share.iloc[-1]
    return (
        f"{text}; their share of all homes was {before['shown']} in {before['period']} "
        f"and {after['shown']} in {after['period']}."
    )


def _say_notice(rows: pd.DataFrame) -> str:
    number = pick(rows, _GROUPS[_NUMBER].name)
    lowest = number.loc[number["value"].idxmin()]
    return (
        "Compare the two panels. Where the share falls faster than the number, others opened "
        f"more homes. The number was lowest in {lowest['period']}, at {lowest['shown']}, and was "
        f"{number.iloc[-1]['shown']} in {number.iloc[-1]['period']}."
    )
