"""Charts of how many councils had each grade: at dates, and at first inspections."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.bars import BAR, place_bars
from swteach.charts.figure import complete
from swteach.charts.grades import GRADES, draw_stacks
from swteach.charts.joining import give
from swteach.charts.rows import (
    Years,
    find_breaks,
    find_misreading,
    finish,
    gather_caveats,
    keep_years,
    load_rows,
)
from swteach.charts.theme import INK, SOFT_INK
from swteach.charts.trends import say_months, say_once

_COUNTERS = {
    "course": ("la_overall_derived_count", "latest inspection, counted for the course"),
    "ofsted": ("la_overall_official_count", "latest inspection, Ofsted's own table"),
    "so far": ("sif_published_count", "single framework inspections so far, as published"),
}
_FIRST = {
    "Single framework": "sif_first_overall_count",
    "ILACS": "ilacs_first_overall_count",
}
_GROUPS = list(GRADES.values())
# Pixels from the middle of a bar up to the gap before it, and to the words over it.
_TO_GAP, _TO_WORDS = 42, BAR / 2 + 14


def council_grades(
    years: Years | None = None, counted_by: Literal["course", "ofsted", "so far"] = "course"
) -> alt.LayerChart:
    """Draw how many councils in England had each overall grade at some dates.

    Parameters
    ----------
    years
        First and last year; by default all there are. Of the course's own count, the dates in
        March are drawn.
    counted_by
        ``"course"`` (latest grades, counted council by council), ``"ofsted"`` (latest grades
        in Ofsted's own table, two dates) or ``"so far"`` (inspections published so far in the
        first years of the single framework). They are never mixed.

    Returns
    -------
    altair.LayerChart
        One bar a date, from zero; breaks in the counting lie between bars.

    Raises
    ------
    ValueError
        If the data have no such years or counter; the message says what they have.

    Notes
    -----
    Source: Ofsted's reports, counted for the course, or the publications named.
    """
    check_choice("counted_by", counted_by, list(_COUNTERS))
    series, how = _COUNTERS[counted_by]
    rows = _load(series)
    rows = rows[rows["date"].dt.month == 3] if counted_by == "course" else rows
    rows = rows if years is None else keep_years(rows, years, "This chart")
    breaks = find_breaks([series], rows["date"])
    rows = _place(_name_dates(_finish(rows, breaks)))
    chart = draw_stacks(rows, _GROUPS)
    return complete(
        give(_mark_breaks(chart, rows, breaks), data=rows),
        title="Councils by overall grade",
        unit=f"Number of councils in England, {how}",
        description=_describe_dates(rows, how),
        notice=_NOTICES[counted_by],
        misreading=find_misreading(series),
        sources=rows["source_id"],
        breaks=breaks,
        caveats=say_once([*gather_caveats([series]), _NOT_MIXED]),
        table=_say_table(f"Councils in England by overall grade, {how}", "council_grades"),
        sides=20,
    )


_GROW = (
    "The bars grow while councils are still being inspected for the first time. Only bars of "
    "about one length can be compared part by part."
)
_NOTICES = {
    "course": _GROW,
    "so far": _GROW,
    "ofsted": "Compare the parts of the bars, and keep in mind how old some of the grades are.",
}
_NOT_MIXED = (
    "Latest grades, first inspections and inspections so far are three different counts. Each "
    "has a chart of its own."
)


def first_grades() -> alt.LayerChart:
    """Draw the grade of each council at its first inspection under two frameworks.

    Returns
    -------
    altair.LayerChart
        One bar for the single inspection framework and one for ILACS.

    Notes
    -----
    Source: Ofsted's reports, read council by council for the course.
    """
    loaded = [_load(series).assign(framework=name) for name, series in _FIRST.items()]
    rows = pd.concat(loaded, ignore_index=True)
    named = [f"{row.framework}, {say_months(row.period)}" for row in rows.itertuples()]
    rows = rows.assign(period=named)
    rows = _place(_finish(rows, []))
    series = list(_FIRST.values())
    return complete(
        give(draw_stacks(rows, _GROUPS), data=rows),
        title="Councils by grade at their first inspection",
        unit="Number of councils in England, by framework",
        description=_describe_first(rows),
        notice=(
            "Compare the parts of the two bars. Between them the framework, the order of visits "
            "and the councils' experience of inspection all changed."
        ),
        misreading=find_misreading(series[0]),
        sources=rows["source_id"],
        caveats=say_once(gather_caveats(series)),
        table=_say_table("Councils in England by grade at first inspection", "first_grades"),
        sides=20,
    )


def _load(series: str) -> pd.DataFrame:
    rows = load_rows(series)
    whole = rows[rows["part"].isin(["councils with a judgement", "councils", "inspections"])]
    rows = rows[rows["part"].isin(GRADES)]
    rows = rows.assign(group=[GRADES[part].name for part in rows["part"]])
    # A date with a grade missing is not drawn: its bar would be too short.
    total = rows.groupby("date")["value"].sum()
    known = total if whole.empty else whole.set_index("date")["value"].reindex(total.index)
    return rows[rows["date"].isin(total.index[total == known])]


def _finish(rows: pd.DataFrame, breaks: list[dict[str, Any]]) -> pd.DataFrame:
    rows = finish(rows, [group.name for group in _GROUPS], breaks, [])
    return rows.sort_values("date", kind="stable").reset_index(drop=True)


def _name_dates(rows: pd.DataFrame) -> pd.DataFrame:
    total = rows.groupby("date")["value"].transform("sum")
    named = [f"{when}: {int(n)} councils" for when, n in zip(rows["period"], total, strict=True)]
    return rows.assign(period=named)


def _place(rows: pd.DataFrame) -> pd.DataFrame:
    return place_bars(rows, "period", stacked=True)


def _say_table(caption: str, file: str) -> dict[str, Any]:
    return {"caption": caption, "file": file, "columns": {"period": "When"}, "group": "group"}


def _say_bar(rows: pd.DataFrame, period: str) -> str:
    mine = rows[rows["period"] == period]
    return ", ".join(f"{row.group.lower()} {row.shown}" for row in mine.itertuples())


def _describe_dates(rows: pd.DataFrame, how: str) -> str:
    first, last = rows["period"].iloc[0], rows["period"].iloc[-1]
    said = [
        f"{period}, of which {_say_bar(rows, period)}" for period in dict.fromkeys((first, last))
    ]
    return f"Councils in England by overall grade, {how}. {'. '.join(said)}."


def _describe_first(rows: pd.DataFrame) -> str:
    said = [f"{period}: {_say_bar(rows, period)}" for period in dict.fromkeys(rows["period"])]
    return f"Councils in England by the grade of their first inspection. {'. '.join(said)}."


def _mark_breaks(
    chart: alt.LayerChart, rows: pd.DataFrame, breaks: list[dict[str, Any]]
) -> alt.LayerChart:
    """Draw a dashed line between two bars where the counting breaks, with its letters."""
    marks: dict[float, list[str]] = {}
    for found in breaks:
        after = rows.loc[rows["date"] >= found["at"], "place"].min()
        marks.setdefault(after, []).append(found["mark"])
    if not marks:
        return chart
    between = pd.DataFrame(
        {
            "place": [place - _TO_GAP for place in marks],
            "words": [place - _TO_WORDS for place in marks],
            "mark": [", ".join(letters) for letters in marks.values()],
        }
    )
    base = alt.Chart(between)
    scale = alt.Scale(domain=[chart.height, 0], nice=False)
    y, words = (alt.Y(f"{field}:Q", axis=None, scale=scale) for field in ("place", "words"))
    rule = base.mark_rule(color=SOFT_INK, strokeWidth=2, strokeDash=[3, 5])
    letter = base.mark_text(align="right", baseline="middle", fontWeight="bold", color=INK)
    chart.layer += [
        rule.encode(x=alt.XValue(0), x2=alt.X2Value("width"), y=y),
        letter.encode(x=alt.XValue("width"), y=words, text=alt.Text("mark:N")),
    ]
    return chart
