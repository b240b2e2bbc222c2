"""The chart of average growth in several periods, for the question whether it is exponential."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice, listed
from swteach.charts.bars import place_bars
from swteach.charts.diverging import draw_diverging
from swteach.charts.enquiries import STEPS
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.rows import find_breaks, find_misreading, gather_caveats, load_rows
from swteach.charts.theme import COUNCIL, Group
from swteach.charts.trends import WHOLE

_GROWTH = Group("Growth a year", "Growth", COUNCIL)
_ACROSS = Group("Growth a year, across a break", "Across", COUNCIL._replace(hollow=True))
_START, _END = "At the start", "At the end"


def growth_by_period(
    step: str = "enquiries", bounds: Sequence[str] = ("2009-10", "2014-15", "2022-23", "2024-25")
) -> alt.LayerChart:
    """Draw the average growth a year between some years, one bar a period.

    Parameters
    ----------
    step
        What grows: ``enquiries``, ``conferences`` or ``plans``.
    bounds
        Two or more years to March, such as ``"2010-11"``, in order.

    Returns
    -------
    altair.LayerChart
        One bar a period; hollow where a break in the record lies inside it. The table has the
        counts at both ends.

    Raises
    ------
    ValueError
        If the step is unknown, or the data have no such years; the message says what they have.

    Notes
    -----
    Source: Department for Education, children in need; growth worked out for the course.
    """
    check_choice("step", step, list(STEPS))
    bounds = listed(bounds)
    line = STEPS[step]
    rows = _work_out(line.series, bounds)
    bars = place_bars(rows[rows["series_id"] == ""].reset_index(drop=True), "period")
    chart = draw_diverging(bars, [_GROWTH, _ACROSS])
    rows = _add_places(rows, bars)
    return complete(
        give(chart.transform_filter("datum.series_id == ''"), data=rows),
        title="Is the growth exponential?",
        unit=f"{line.group.name} in England: average growth a year in each period",
        description=_describe(bars, line.group.name),
        notice=_NOTICE,
        misreading=f"{_EXPONENTIAL} {find_misreading(line.series)}",
        sources=rows["source_id"],
        caveats=gather_caveats([line.series]),
        table=_say_table(line.group.name),
        sides=20,
    )


_NOTICE = (
    "Growth that is exponential would give bars of one length. A hollow bar has a break in the "
    "record inside it, so part of its growth may be a change of source."
)
_EXPONENTIAL = (
    "“Exponential” has a meaning: the same percentage every year. A number can rise year after "
    "year without it."
)


def _say_table(name: str) -> dict[str, Any]:
    return {
        "caption": f"{name} in England, years to March, and average growth a year",
        "file": "growth_by_period",
        "columns": {"period": "Period"},
        "group": "group",
    }


def _work_out(series: str, bounds: Sequence[str]) -> pd.DataFrame:
    rows = load_rows(series, parts=[WHOLE]).set_index("period", drop=False)
    missing = [bound for bound in bounds if bound not in rows.index]
    if missing or len(bounds) < 2 or list(bounds) != sorted(bounds):
        raise ValueError(
            f"bounds={tuple(bounds)!r}: name two or more years in order, of: "
            f"{', '.join(rows.index)}."
        )
    worked = [_compare(rows.loc[first], rows.loc[last]) for first, last in pairwise(bounds)]
    return pd.DataFrame([row for three in worked for row in three])


def _compare(first: pd.Series, last: pd.Series) -> list[dict[str, Any]]:
    years = last["date"].year - first["date"].year
    value = round(100 * ((last["value"] / first["value"]) ** (1 / years) - 1), 1)
    breaks = find_breaks([first["series_id"]], pd.Series([first["date"], last["date"]]))
    name = f"{first['period']} to {last['period']}"
    ends = [
        {**end, "period": name, "group": group, "shown": f"{end['value']:,.0f}"}
        for end, group in ((first, _START), (last, _END))
    ]
    grown = {
        **last,
        "series_id": "",
        "period": name,
        "value": value,
        "shown": f"{value:.1f}%",
        "group": (_ACROSS if breaks else _GROWTH).name,
        "caveat": " ".join(found["why"] for found in breaks),
    }
    return [*ends, grown]


def _add_places(rows: pd.DataFrame, bars: pd.DataFrame) -> pd.DataFrame:
    placed = bars.set_index("period")
    names = {field: rows["period"].map(placed[field]) for field in ("place", "name", "heading")}
    return rows.assign(**names)


def _describe(bars: pd.DataFrame, name: str) -> str:
    said, before = [], ""
    for row in bars.itertuples():
        verb = "grew" if row.value > 0 else "fell" if row.value else "changed"
        how = "" if verb == before else f"{verb} on average "
        said.append(f"{how}by {row.shown.lstrip('-')} a year from {row.period}")
        before = verb
    return f"{name} in England {', '.join(said)}."
