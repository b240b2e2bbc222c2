"""The chart of where social workers went who left their council."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.rows import find_misreading, finish, gather_caveats, load_rows
from swteach.charts.theme import COUNCIL, OTHER, PRIVATE, Group

_SERIES = "wf_leaver_destination"
_GROUPS = {
    "left the sector": Group("Left children's social work", "Left", OTHER),
    "moved to another authority": Group("To another council", "Council", COUNCIL),
    "moved to agency": Group("To an agency", "Agency", PRIVATE),
}
_PARTS = (
    "Shares of all permanent staff, not of those who left. For 2019-20 moves to another council "
    "are not in the data."
)


def where_leavers_went() -> alt.LayerChart:
    """Draw where social workers went who left their council's permanent staff.

    Returns
    -------
    altair.LayerChart
        One bar a destination in each of two years, as percent of permanent staff.

    Notes
    -----
    Source: Department for Education, a single analysis of two years of the pandemic.
    """
    rows = load_rows(_SERIES)
    rows = rows.assign(group=[_GROUPS[part].name for part in rows["part"]])
    rows = finish(rows, [group.name for group in _GROUPS.values()], [], [_SERIES])
    rows = rows.sort_values("date", kind="stable").reset_index(drop=True)
    rows = place_bars(rows.assign(what=rows["group"]), "what", "period")
    return complete(
        give(draw_bars(rows, list(_GROUPS.values())), data=rows),
        title="Where leavers went",
        unit="Percent of permanent social workers (full-time equivalent), England",
        description=_describe(rows),
        notice=_say_notice(rows),
        misreading=find_misreading(_SERIES),
        sources=rows["source_id"],
        caveats=[_PARTS, *gather_caveats([_SERIES])],
        table={
            "caption": "Where leavers went, percent of permanent social workers, England",
            "file": "where_leavers_went",
            "columns": {"period": "Year to September"},
            "group": "group",
        },
        sides=20,
    )


def _describe(rows: pd.DataFrame) -> str:
    last = rows[rows["date"] == rows["date"].max()]
    said = [f"{row.group.lower()} {row.shown}" for row in last.itertuples()]
    when = last["period"].iloc[0]
    return f"In {when}, of permanent social workers in England: {', '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    agency = rows[rows["group"] == _GROUPS["moved to agency"].name]
    said = [f"{row.shown} in {row.period}" for row in agency.itertuples()]
    return (
        f"Find the bar for agencies: {' and '.join(said)}. Set it beside what the texts say about "
        "agency work."
    )
