"""The chart of children's homes judged inadequate, by who runs them."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.lines import find_top
from swteach.charts.rows import Years, pick
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_SECTORS = {
    "private": Group("Private", "Private", PRIVATE),
    "local authority": Group("Council", "Council", COUNCIL),
    "voluntary": Group("Voluntary", "Voluntary", VOLUNTARY),
}
_MEASURES = {
    "visits": (
        "childrens_homes_in_year_pct",
        "Percent of full inspections in the sector, year to March",
        "full inspections of the year",
    ),
    "homes": (
        "childrens_homes_latest_pct",
        "Percent of homes in the sector, latest grade on 31 March",
        "homes by their latest grade",
    ),
}


def inadequate_homes(
    years: Years | None = None, measure: Literal["visits", "homes"] = "visits"
) -> alt.LayerChart:
    """Draw the inadequate share of children's homes by sector.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are.
    measure
        ``"visits"`` (full inspections in the year: a failing home counts again) or ``"homes"``
        (homes by their latest grade, on three dates only).

    Returns
    -------
    altair.LayerChart
        One line a sector, cut at each change of framework and at the missing year 2020-21.

    Raises
    ------
    ValueError
        If the data have no such years or measure; the message says what they have.

    Notes
    -----
    Source: Ofsted's files of inspections, counted for the course; homes of all sizes alike.
    """
    check_choice("measure", measure, list(_MEASURES))
    series, unit, what = _MEASURES[measure]
    lines = [Line(series, f"{part} | inadequate", group) for part, group in _SECTORS.items()]
    trend = load_trend(lines, years)
    return complete_trend(
        draw_trend(trend, top=max(10, find_top(trend.rows["value"])), key=True),
        trend,
        file="inadequate_homes",
        title="Children's homes judged inadequate, by who runs them",
        unit=f"{unit}, England",
        description=_describe(trend.rows, what),
        notice=_say_notice(trend.rows),
        when="Year to March" if measure == "visits" else "31 March",
        sides=75,
    )


def _describe(rows: pd.DataFrame, what: str) -> str:
    said = [
        f"{group.name.lower()} homes {say_change(rows, group.name)}" for group in _SECTORS.values()
    ]
    return f"Of {what} in England, inadequate were: {'; '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    council = pick(rows, _SECTORS["local authority"].name)
    top = council.loc[council["value"].idxmax()]
    return (
        f"The order of the sectors changes from year to year. The council line is highest in "
        f"{top['period']}, at {top['shown']}: the notes say what stands behind that figure."
    )
