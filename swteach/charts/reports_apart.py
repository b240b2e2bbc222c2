"""The chart of the time from an inadequate report to the next."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.bars import BAR, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give, join_layers
from swteach.charts.labels import draw_names, move_wide
from swteach.charts.renderer import NARROW
from swteach.charts.rows import find_misreading, gather_caveats, load_rows
from swteach.charts.theme import COUNCIL, INK, PAPER
from swteach.charts.trends import say_months

_MEASURES = {
    "next": (
        "reinspection_months_derived",
        "reinspection_cases_derived",
        "Months from an inadequate report to the next full report",
    ),
    "better": (
        "inadequate_spell_months_derived",
        "inadequate_spell_cases_derived",
        "Months from a first inadequate report to the first better one",
    ),
}
_MARKS = {"shortest": "Shortest", "median": "Median", "longest": "Longest"}
_SOON = "Within two years"
_CASES = {"number": "Reports", "within 24 months": _SOON}
_NAMES = {
    "all": "All",
    "all completed": "All",
    "SIF then SIF": "Single framework, then again",
    "SIF then ILACS": "Single framework, then ILACS",
    "ILACS then ILACS": "ILACS, then again",
    "spell began under SIF": "Began under the single framework",
    "spell began under ILACS": "Began under ILACS",
}


def months_between_reports(measure: Literal["next", "better"] = "next") -> alt.LayerChart:
    """Draw the shortest, median and longest time from an inadequate report to a later one.

    Parameters
    ----------
    measure
        ``"next"`` (the next full report, whatever its grade) or ``"better"`` (the first report
        with a better grade; councils still inadequate are left out).

    Returns
    -------
    altair.LayerChart
        One line a pair of frameworks, from the shortest to the longest time, with the median
        as a point; months from zero.

    Raises
    ------
    ValueError
        If the measure is unknown.

    Notes
    -----
    Source: dates of Ofsted's reports, worked out for the course.
    """
    check_choice("measure", measure, list(_MEASURES))
    months, cases, title = _MEASURES[measure]
    rows = _load(months, cases)
    when = say_months(rows["when"].iloc[0])
    return complete(
        give(_draw(rows), data=rows),
        title=title,
        unit=f"Months; line from shortest to longest, point at the median; England, {when}",
        description=_describe(rows, title),
        notice=_say_notice(rows),
        misreading=find_misreading(months),
        sources=rows["source_id"],
        caveats=[_UPPER, *gather_caveats([months, cases])],
        table={
            "caption": f"{title}, {when}",
            "file": "months_between_reports",
            "columns": {"period": "Frameworks"},
            "group": "group",
        },
        sides=30,
    )


_UPPER = (
    "An upper bound: a service may have been mended long before an inspector came back to see it."
)


def _load(months: str, cases: str) -> pd.DataFrame:
    parts = [
        _name(load_rows(series), names) for series, names in ((cases, _CASES), (months, _MARKS))
    ]
    rows = pd.concat(parts, ignore_index=True)
    order, marks = list(_NAMES.values()), [*_MARKS.values(), *_CASES.values()]
    rows = rows.assign(
        row=rows["period"].map(order.index), mark=rows["group"].map(marks.index)
    ).sort_values(["row", "mark"])
    rows = rows.drop(columns=["row", "mark"]).reset_index(drop=True)
    rows = rows.assign(**{end: _spread(rows, end) for end in ("shortest", "longest")})
    rows = place_bars(rows, "period", stacked=True)
    # Under each line stand its figures.
    down = _FIGURES * rows["period"].map(list(dict.fromkeys(rows["period"])).index)
    return rows.assign(place=rows["place"] + down, wide=rows["wide"] + down)


def _spread(rows: pd.DataFrame, end: str) -> pd.Series:
    found = rows[rows["group"] == _MARKS[end]].set_index("period")["value"]
    return rows["period"].map(found)


def _name(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    halves = rows["part"].str.split(": ", regex=False, expand=True)
    decimals = 1 if names is _MARKS else 0
    rows = rows.assign(
        when=rows["period"],
        period=halves[0].map(_NAMES),
        group=halves[1].map(names),
        shown=[f"{value:.{decimals}f}" for value in rows["value"]],
    )
    return rows.dropna(subset=["period", "group"])


def _describe(rows: pd.DataFrame, title: str) -> str:
    cells = rows[rows["period"] == "All"].set_index("group")["shown"]
    return (
        f"{title}: of {cells['Reports']} reports the median is {cells['Median']}, the shortest "
        f"time {cells['Shortest']} and the longest {cells['Longest']}; within two years came "
        f"{cells[_SOON]}."
    )


def _say_notice(rows: pd.DataFrame) -> str:
    medians = rows[(rows["group"] == "Median") & (rows["period"] != "All")]
    said = [f"“{row.period}” {row.shown}" for row in medians.itertuples()]
    return (
        f"Compare the medians: {'; '.join(said)}. Then look how far each line reaches to both "
        "sides."
    )


# Pixels that the figures under a line need.
_FIGURES = 18
_QUIET: dict[str, Any] = {"domain": False, "ticks": False, "orient": "top"}


def _draw(rows: pd.DataFrame) -> alt.LayerChart:
    height = float(rows["place"].max() + BAR / 2 + _FIGURES)
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    top = float(rows.loc[rows["group"] == _MARKS["longest"], "value"].max())
    scale = alt.Scale(domain=[0, 12 * (top // 12 + 1)], nice=False)
    values = list(range(0, int(top) + 13, 12))
    axis = alt.Axis(values=values, title=None, labelOverlap="greedy", labelSeparation=8, **_QUIET)
    x = alt.X("value:Q", axis=axis, scale=scale)
    layers = [*_draw_spans(x, y), *_draw_words(x, y)]
    chart = join_layers(layers, width=560, height=height, name="months")
    return give(chart, transform=move_wide(rows))


def _draw_spans(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    base = alt.Chart().transform_filter(f"datum.group == '{_MARKS['median']}'").encode(y=y)
    span = base.mark_rule(strokeWidth=4, color=COUNCIL.colour)
    shortest = alt.X("shortest:Q", axis=x["axis"], scale=x["scale"])
    point = base.mark_point(
        size=160, filled=True, color=COUNCIL.colour, stroke=PAPER, strokeWidth=2, opacity=1
    )
    tooltip: list[Any] = [
        alt.Tooltip("period:N", title="Frameworks"),
        alt.Tooltip("shown:N", title="Median months"),
    ]
    return [span.encode(x=shortest, x2=alt.X2("longest:Q")), point.encode(x=x, tooltip=tooltip)]


def _draw_words(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    base = alt.Chart().encode(y=y)
    # On a narrow screen only the median has its figure: the others stand in the table.
    wide = f"windowSize()[0] >= {NARROW} || datum.group == '{_MARKS['median']}'"
    words = alt.expr(f"{wide} ? datum.shown : ''")
    figures = base.transform_filter(
        alt.FieldOneOfPredicate(field="group", oneOf=list(_MARKS.values()))
    ).mark_text(baseline="top", dy=9, text=words)
    return [draw_names("name", y, BAR / 2 + 4, color=INK), figures.encode(x=x)]
