"""The chart of the average caseload."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.rows import Years
from swteach.charts.theme import COUNCIL, Group
from swteach.charts.trends import (
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    name_part,
    say_change,
)

_CASES = Group("Cases per worker", "", COUNCIL)


def caseload(years: Years | None = None, geography: str = "England") -> alt.LayerChart:
    """Draw the average number of cases of a social worker who holds any, from zero.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are.
    geography
        England or a region; regions have figures for 2022, 2024 and 2025 only.

    Returns
    -------
    altair.LayerChart
        One line. The axis starts at zero, so that a small change looks small.

    Raises
    ------
    ValueError
        If the data have no such years or place; the message says what they have.

    Notes
    -----
    Source: Department for Education, children's social work workforce, 30 September.
    """
    lines = [Line("wf_caseload", name_part(geography), _CASES)]
    trend = load_trend(lines, years, geography, by_year=True)
    return complete_trend(
        draw_trend(trend),
        trend,
        file="caseload",
        title="Average caseload in children's social work",
        unit=f"Cases per full-time equivalent worker who holds cases, {geography}, 30 September",
        description=(
            f"The average caseload of social workers who hold cases in {geography} was "
            f"{say_change(trend.rows, _CASES.name)}."
        ),
        notice=_say_fall(trend.rows),
        caveats=[_HOLDERS],
        sides=75,
    )


_HOLDERS = "Only workers with at least one case are in the average; managers without cases are not."


def _say_fall(rows: pd.DataFrame) -> str:
    highest, lowest = (rows.loc[getattr(rows["value"], name)()] for name in ("idxmax", "idxmin"))
    return (
        f"The line moves between {lowest['shown']} ({lowest['period']}) and {highest['shown']} "
        f"({highest['period']}). An axis cut just below that would make the same change look huge."
    )
