"""The chart of the grades of children's homes, by who runs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import altair as alt

from swteach.charts.arguments import check_choice, check_choices
from swteach.charts.choice import add_choice
from swteach.charts.rows import Years, find_misreading
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_SERIES = {
    "good or outstanding": "grade_good_outstanding_by_sector",
    "outstanding": "grade_outstanding_by_sector",
}
_SECTORS = {
    "private": ("Private", Group("Private", "Private", PRIVATE)),
    "council": ("Local authority", Group("Council", "Council", COUNCIL)),
    "voluntary": ("Voluntary", Group("Voluntary", "Volunt.", VOLUNTARY)),
}


def grades_by_sector(
    years: Years | None = None,
    grade: Literal["good or outstanding", "outstanding"] = "good or outstanding",
    sectors: str | Sequence[str] = tuple(_SECTORS),
) -> alt.LayerChart:
    """Draw the share of children's homes with good grades, by who runs them.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are.
    grade
        ``"good or outstanding"`` or ``"outstanding"``.
    sectors
        Of ``private``, ``council`` and ``voluntary``.

    Returns
    -------
    altair.LayerChart
        One line a sector, cut where the framework changed and at the pause of 2020-21. A menu
        under the chart brings one sector forward; it needs no kernel.

    Raises
    ------
    ValueError
        If a grade or sector is unknown, or the data have no such years.

    Notes
    -----
    Source: Ofsted's lists of homes and their latest full inspections, counted for the course.
    """
    check_choice("grade", grade, list(_SERIES))
    sectors = check_choices("sectors", sectors, list(_SECTORS))
    lines = [Line(_SERIES[grade], *_SECTORS[sector]) for sector in sectors]
    trend = load_trend(lines, years)
    top = 100 if grade == "good or outstanding" else 40
    names = [line.group.name for line in lines]
    return complete_trend(
        add_choice(draw_trend(trend, top=top, key=True), names, "Bring forward: "),
        trend,
        file="grades_by_sector",
        title=f"Children's homes graded {grade}",
        unit="Percent of homes with a grade in each sector, England, 31 March",
        description=_describe(trend, grade),
        notice=_say_notice(trend),
        misreading=find_misreading(_SERIES[grade]),
        sides=80,
    )


def _describe(trend: Trend, grade: str) -> str:
    said = "; ".join(
        f"{line.group.name.lower()} {say_change(trend.rows, line.group.name)}"
        for line in trend.lines
    )
    return f"Share of children's homes graded {grade}: {said}."


def _say_notice(trend: Trend) -> str:
    wide = trend.rows.pivot(index="period", columns="group", values="value")
    best = wide.idxmax(axis=1)
    most, *others = best.value_counts().index
    said = "; ".join(
        f"{name.lower()} homes in {', '.join(best.index[best == name])}" for name in others
    )
    if not others:
        return f"{most} homes are highest in every year. Ask which homes each sector has."
    return (
        f"{most} homes are highest most often, but not in all years ({said}). One year's "
        "figures can support more than one story."
    )
