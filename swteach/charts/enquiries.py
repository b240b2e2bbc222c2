"""Charts of child protection enquiries, conferences and plans."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.rows import Years, find_misreading, load_rows, pick
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    WHOLE,
    Line,
    Trend,
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
_PER_100 = Group("Conferences", "", COUNCIL)
# Two counts may be compared only in one edition: no later one is held of the conferences.
_FIRST_EDITION = "as first published"
_PAIRED = (
    "In 2009-10 all the numbers drawn here are those first published, so that they go together. "
    "Charts of enquiries alone begin with the restated number."
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
        One line a step, cut after the experimental first year, which is shaded. Beside other
        steps the enquiries of that year are those first published, as the others are.

    Raises
    ------
    ValueError
        If a step is unknown or the data have no such years; the message says what they have.

    Notes
    -----
    Source: Department for Education, children in need in England.
    """
    steps = check_choices("steps", steps, list(STEPS))
    trend = _pair_first_year(load_trend([STEPS[step] for step in steps], years))
    return complete_trend(
        mark_first_year(draw_trend(trend, key=True), trend),
        trend,
        file="protection_steps",
        title="From enquiry to conference to plan",
        unit="Section 47 enquiries, initial conferences and plans begun, England, year to March",
        description=_describe(trend.rows, trend.lines),
        notice=_say_notice(trend.rows, trend.lines),
        misreading=" ".join(dict.fromkeys(map(find_misreading, trend.series[:2]))),
        caveats=[_PAIRED] if (trend.rows["part"] == _FIRST_EDITION).any() else [],
        when="Year to March",
        sides=100,
    )


def _pair_first_year(trend: Trend) -> Trend:
    line = STEPS["enquiries"]
    first = load_rows(line.series, parts=[_FIRST_EDITION]).iloc[0]
    rows = trend.rows.assign(value=trend.rows["value"].astype(float))
    same = (rows["series_id"] == line.series) & (rows["date"] == first["date"])
    if len(trend.lines) == 1 or not same.any():
        return trend
    names = ["part", "value", "source_id", "caveat"]
    rows.loc[same, [*names, "shown"]] = [*first[names], f"{first['value']:,.0f}"]
    return trend._replace(rows=rows)


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
        "Compare the slopes, not only the ends. See in which year each line is highest: "
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
    trend = _say_per_100(load_trend(lines, years, geography))
    return complete_trend(
        mark_first_year(draw_trend(trend), trend),
        trend,
        file="conferences_per_100_enquiries",
        title="Conferences for every 100 enquiries",
        unit=f"Initial conferences for every 100 section 47 enquiries, {geography}, year to March",
        description=(
            f"For every 100 section 47 enquiries in {geography}, initial conferences in the same "
            f"year numbered {say_change(trend.rows, _PER_100.name)}."
        ),
        notice=_say_steps(trend.rows),
        when="Year to March",
        sides=75,
    )


def _say_per_100(trend: Trend) -> Trend:
    # The series is a percentage; a number for every 100 is the same figure, and needs no sign.
    return trend._replace(rows=trend.rows.assign(shown=trend.rows["shown"].str.rstrip("%")))


def _say_steps(rows: pd.DataFrame) -> str:
    changes = rows["value"].diff().dropna()
    rises = rows.loc[changes.index[changes > 0], "period"].tolist()
    said = f"It rose only in {', '.join(rises)}." if rises else "It never rose."
    return (
        f"Follow the line from year to year. {said} It can fall because there are more enquiries, "
        "fewer conferences, or both: look at the two counts before you choose."
    )
