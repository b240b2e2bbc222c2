"""Charts of child protection enquiries, conferences and plans."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.rows import Years, find_misreading, pick
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    WHOLE,
    Line,
    complete_trend,
    draw_trend,
    load_trend,
    mark_first_year,
    name_part,
    say_change,
)

STEPS = {
    "enquiries": Line("dm_s47", WHOLE, Group("Enquiries", "Enq.", COUNCIL)),
    "conferences": Line("dm_icpc", WHOLE, Group("Conferences", "Conf.", PRIVATE)),
    "plans": Line("dm_cpp_starts", WHOLE, Group("Plans begun", "Plans", VOLUNTARY)),
}
_PER_100 = Group("Conferences per 100 enquiries", "", COUNCIL)
_PAIRED = (
    "In 2009-10 the enquiries are the restated number and the conferences the first-published "
    "one; in the ratio both are first-published."
)


def protection_steps(
    years: Years = (2010, 2025), steps: str | Sequence[str] = tuple(STEPS)
) -> alt.LayerChart:
    """Draw section 47 enquiries, initial conferences and plans begun in each year in England.

    Parameters
    ----------
    years
        First and last year, both drawn; 2010 is the year to March 2010.
    steps
        What to draw, of ``enquiries``, ``conferences`` and ``plans``.

    Returns
    -------
    altair.LayerChart
        One line a step, cut after the experimental first year, which is shaded.

    Raises
    ------
    ValueError
        If a step is unknown or the data have no such years; the message says what they have.

    Notes
    -----
    Source: Department for Education, children in need in England.
    """
    steps = check_choices("steps", steps, list(STEPS))
    trend = load_trend([STEPS[step] for step in steps], years)
    return complete_trend(
        mark_first_year(draw_trend(trend, key=True), trend),
        trend,
        file="protection_steps",
        title="From enquiry to conference to plan",
        unit="Section 47 enquiries, initial conferences and plans begun, England, year to March",
        description=_describe(trend.rows, trend.lines),
        notice=_say_notice(trend.rows, trend.lines),
        misreading=" ".join(dict.fromkeys(map(find_misreading, trend.series[:2]))),
        caveats=[_PAIRED] if set(steps) >= {"enquiries", "conferences"} else [],
        when="Year to March",
        sides=100,
    )


def _describe(rows: pd.DataFrame, lines: Sequence[Line]) -> str:
    said = [
        f"{line.group.name.lower()} numbered {say_change(rows, line.group.name)}" for line in lines
    ]
    return f"In England {'; '.join(said)}."


def _say_notice(rows: pd.DataFrame, lines: Sequence[Line]) -> str:
    tops = [pick(rows, line.group.name) for line in lines]
    peaks = [
        f"{mine['group'].iloc[0].lower()} in {mine.loc[mine['value'].idxmax(), 'period']}"
        for mine in tops
    ]
    return (
        "Compare the slopes, not only the ends. Each line is highest in another place: "
        f"{', '.join(peaks)}."
        if len(peaks) > 1
        else f"The line is highest in {peaks[0].rsplit(' in ', 1)[1]}. Is it steep all the way?"
    )


def conferences_per_100(years: Years | None = None, geography: str = "England") -> alt.LayerChart:
    """Draw initial child protection conferences for each 100 section 47 enquiries.

    Parameters
    ----------
    years
        First and last year, both drawn; by default all there are.
    geography
        England or a region; regions have 2024-25 only.

    Returns
    -------
    altair.LayerChart
        One line, cut after the experimental first year, which is shaded.

    Raises
    ------
    ValueError
        If the data have no such years or place; the message says what they have.

    Notes
    -----
    Source: two yearly counts of the Department for Education, divided for the course.
    """
    lines = [Line("dm_s47_to_icpc_pct", name_part(geography), _PER_100)]
    trend = load_trend(lines, years, geography)
    return complete_trend(
        mark_first_year(draw_trend(trend), trend),
        trend,
        file="conferences_per_100_enquiries",
        title="How many enquiries for each conference?",
        unit=f"Initial conferences for each 100 section 47 enquiries, {geography}, year to March",
        description=(
            "Initial conferences, as a share of section 47 enquiries of the same year in "
            f"{geography}, were {say_change(trend.rows, _PER_100.name)}."
        ),
        notice=_say_steps(trend.rows),
        when="Year to March",
        sides=75,
    )


def _say_steps(rows: pd.DataFrame) -> str:
    changes = rows["value"].diff().dropna()
    rises = rows.loc[changes.index[changes > 0], "period"].tolist()
    said = f"It rose only in {', '.join(rises)}." if rises else "It never rose."
    return (
        f"Follow the line from year to year. {said} It can fall because enquiries grow, because "
        "conferences shrink, or both: look at the two counts before you choose."
    )
