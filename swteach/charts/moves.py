"""The chart of the social workers who begin and who leave."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.rows import Years, find_misreading
from swteach.charts.theme import COUNCIL, PRIVATE, Group
from swteach.charts.trends import (
    WHOLE,
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_FLOWS = {
    "fte": ("full-time equivalent", "wf_starters_fte", "wf_leavers_fte"),
    "people": ("people", "wf_starters_headcount", "wf_leavers_headcount"),
}
_STARTERS = Group("Starters", "Starters", COUNCIL)
_LEAVERS = Group("Leavers", "Leavers", PRIVATE)


def starters_and_leavers(
    years: Years = (2017, 2025), measure: Literal["fte", "people"] = "fte"
) -> alt.LayerChart:
    """Draw how many children's social workers began at and left councils in England each year.

    Parameters
    ----------
    years
        First and last year to 30 September, both drawn.
    measure
        ``"fte"`` (full-time equivalent) or ``"people"`` (headcount).

    Returns
    -------
    altair.LayerChart
        Two lines; where starters lie above leavers, more came than went.

    Raises
    ------
    ValueError
        If the data have no such years or measure; the message says what they have.

    Notes
    -----
    Source: Department for Education, children's social work workforce.
    """
    check_choice("measure", measure, list(_FLOWS))
    unit, starters, leavers = _FLOWS[measure]
    lines = [Line(starters, WHOLE, _STARTERS), Line(leavers, WHOLE, _LEAVERS)]
    trend = load_trend(lines, years, by_year=True)
    return complete_trend(
        draw_trend(trend, key=True),
        trend,
        file="starters_and_leavers",
        title="Children's social workers who began and who left",
        unit=f"Social workers in England, {unit}, year to 30 September",
        description=_describe_flows(trend.rows),
        notice=_say_years(trend.rows),
        misreading=f"{find_misreading(leavers)} {find_misreading(starters)}",
        when="Year to September",
        sides=100,
    )


def _describe_flows(rows: pd.DataFrame) -> str:
    began, left = (say_change(rows, group.name) for group in (_STARTERS, _LEAVERS))
    return (
        f"Starters as children's social workers at councils in England were {began}; leavers "
        f"were {left}."
    )


def _say_years(rows: pd.DataFrame) -> str:
    table = rows.pivot(index="period", columns="group", values="value")
    losing = table.index[table["Leavers"] > table["Starters"]].tolist()
    said = f"more left than began in {', '.join(losing)}" if losing else "never did more leave"
    return (
        f"Look at the gap between the lines: {said}. The numbers grow or shrink by the gap, "
        "whatever the height of both lines."
    )
