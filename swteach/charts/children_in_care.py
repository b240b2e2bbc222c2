"""The chart of children looked after, over three decades."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.rows import Years, pick
from swteach.charts.theme import COUNCIL, Group
from swteach.charts.trends import (
    WHOLE,
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_MEASURES = {
    "count": ("dm_cla_at31", "Children", "Children"),
    "rate": ("dm_cla_rate", "Children looked after per 10,000 children", "Per 10,000"),
}


def looked_after(
    years: Years | None = None, measure: Literal["count", "rate"] = "count"
) -> alt.LayerChart:
    """Draw children looked after in England on 31 March.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are, from 1994.
    measure
        ``"count"`` (children) or ``"rate"`` (for each 10,000 children; few years are held).

    Returns
    -------
    altair.LayerChart
        One line, cut where the source changed and where years are missing.

    Raises
    ------
    ValueError
        If the data have no such years or measure; the message says what they have.

    Notes
    -----
    Source: Department for Education, children looked after in England, and its forerunners.
    """
    check_choice("measure", measure, list(_MEASURES))
    series, unit, name = _MEASURES[measure]
    # One line alone needs no name on a narrow screen.
    group = Group(name, "", COUNCIL)
    trend = load_trend([Line(series, WHOLE, group)], years)
    return complete_trend(
        draw_trend(trend),
        trend,
        file="looked_after_children",
        title="Children looked after",
        unit=f"{unit}, England, 31 March",
        description=_describe(trend.rows, group, measure),
        notice=_say_notice(trend.rows, group),
        sides=90,
    )


def _describe(rows: pd.DataFrame, group: Group, measure: str) -> str:
    what = "per 10,000 children " if measure == "rate" else ""
    return f"Children looked after in England {what}were {say_change(rows, group.name)}."


def _say_notice(rows: pd.DataFrame, group: Group) -> str:
    mine = pick(rows, group.name)
    low, high = (mine.loc[getattr(mine["value"], end)()] for end in ("idxmin", "idxmax"))
    return (
        f"The lowest figure is {low['shown']} in {low['period']} and the highest {high['shown']} "
        f"in {high['period']}. A text that starts its story in a low year finds a steeper rise."
    )
