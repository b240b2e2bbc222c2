"""The chart of child protection plans by the category of harm recorded first."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.rows import Years, pick
from swteach.charts.theme import Group
from swteach.charts.trends import (
    LOOKS,
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_MEASURES = {
    "share": ("dm_cpp_category_at31_pct", "Percent of children on a plan"),
    "count": ("dm_cpp_category_at31", "Children on a plan"),
}
_CATEGORIES = {
    "neglect": ("Neglect", "Neglect"),
    "emotional abuse": ("Emotional abuse", "Emot."),
    "physical abuse": ("Physical abuse", "Phys."),
    "sexual abuse": ("Sexual abuse", "Sexual"),
    "multiple": ("More than one", "Several"),
}
_GROUPS = {
    part: Group(*names, look)
    for (part, names), look in zip(_CATEGORIES.items(), LOOKS, strict=False)
}


def plan_categories(
    years: Years = (2010, 2022), measure: Literal["share", "count"] = "share"
) -> alt.LayerChart:
    """Draw children on a child protection plan in England by category of harm, 31 March.

    Parameters
    ----------
    years
        First and last year, both drawn. For 2023 only neglect is known, and only rounded.
    measure
        ``"share"`` (percent of children on a plan) or ``"count"`` (children).

    Returns
    -------
    altair.LayerChart
        Five lines, one a category; each child is in one of them.

    Raises
    ------
    ValueError
        If the data have no such years or measure; the message says what they have.

    Notes
    -----
    Source: Department for Education, children in need in England.
    """
    check_choice("measure", measure, list(_MEASURES))
    series, unit = _MEASURES[measure]
    lines = [Line(series, part, group) for part, group in _GROUPS.items()]
    trend = load_trend(lines, years)
    return complete_trend(
        draw_trend(trend, key=True),
        trend,
        file="plan_categories",
        title="Child protection plans by category of harm",
        unit=f"{unit}, first category recorded, England, 31 March",
        description=_describe(trend.rows),
        notice=_say_notice(trend.rows),
        caveats=["The first years are coded from an experimental return: see the break."],
        sides=75,
    )


def _describe(rows: pd.DataFrame) -> str:
    neglect, emotional = (
        say_change(rows, _GROUPS[part].name) for part in ("neglect", "emotional abuse")
    )
    return (
        f"Of children on a child protection plan in England, those recorded under neglect were "
        f"{neglect}, and those under emotional abuse {emotional}."
    )


def _say_notice(rows: pd.DataFrame) -> str:
    several = pick(rows, _GROUPS["multiple"].name)
    first, last = several.iloc[0], several.iloc[-1]
    return (
        f"“More than one” went from {first['shown']} in {first['period']} to {last['shown']} in "
        f"{last['period']}. When fewer children are recorded under several categories, more "
        "stand under the single ones, whatever happened to them."
    )
