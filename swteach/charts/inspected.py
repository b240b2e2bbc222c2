"""Charts of councils' grades over time, by the grade of their latest inspection."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.rows import Years, pick
from swteach.charts.theme import COUNCIL, PRIVATE, Group
from swteach.charts.trends import (
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)
from swteach.listing import list_with_and

_GOOD = Group("Good or outstanding", "Good+", COUNCIL)
_POOR = Group("Inadequate", "Inadeq.", PRIVATE)
_PARTS = {"good or outstanding": _GOOD, "inadequate": _POOR}
_COUNTERS = {
    "course": ("la_overall_derived_pct", "counted for the course"),
    "ofsted": ("state_of_nation_published_pct", "as Ofsted published it"),
}
# Before this, a share of the few councils inspected so far would pass for one of all.
_ALL_IN = pd.Timestamp("2017-10-31")
_SO_FAR = "To 2017 the percentages are of councils inspected so far, from then on of all councils."


def good_over_time(
    years: Years | None = None, counted_by: Literal["course", "ofsted"] = "course"
) -> alt.LayerChart:
    """Draw the share of councils good or outstanding, and inadequate, at the latest inspection.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are.
    counted_by
        ``"course"`` (counted council by council) or ``"ofsted"`` (its published percentages,
        with gaps). The two are never mixed: they leave out different councils.

    Returns
    -------
    altair.LayerChart
        Two lines, cut at each change of framework or coverage. They end where overall grades
        end.

    Raises
    ------
    ValueError
        If the data have no such years or counter; the message says what they have.

    Notes
    -----
    Source: Ofsted's reports, counted for the course, or Ofsted's own publications.
    """
    check_choice("counted_by", counted_by, list(_COUNTERS))
    series, how = _COUNTERS[counted_by]
    lines = [Line(series, part, group) for part, group in _PARTS.items()]
    trend = load_trend(lines, years)
    return complete_trend(
        draw_trend(trend, top=80, key=True),
        trend,
        file="councils_by_grade",
        title="Councils good or outstanding, and inadequate",
        unit=f"Percent of councils in England at their latest inspection, {how}",
        description=_describe(trend, how),
        notice=_say_notice(trend.rows),
        caveats=[_SO_FAR],
        when="When",
        sides=75,
    )


def _describe(trend: Trend, how: str) -> str:
    rows = trend.rows[trend.rows["date"] >= _ALL_IN]
    whom = "councils in England" if len(rows) else "councils in England inspected so far"
    rows = rows if len(rows) else trend.rows
    first = rows["date"].min()
    changed = (at for found in trend.breaks if (at := pd.Timestamp(found["at"])) > first)
    years = list_with_and(dict.fromkeys(str(at.year) for at in changed))
    return (
        f"Of {whom}, {how}, those good or outstanding at their latest inspection "
        f"were {say_change(rows, _GOOD.name)}; those inadequate {say_change(rows, _POOR.name)}."
        + (f" What the grades rest on changed in {years}." if years else "")
    )


def _say_notice(rows: pd.DataFrame) -> str:
    good = pick(rows, _GOOD.name)
    low = good.loc[good["value"].idxmin()]
    return (
        f"The share good or outstanding was lowest in {low['period']}, at {low['shown']}. At each "
        "letter, ask what changed in the way of counting before you ask what changed in services."
    )
