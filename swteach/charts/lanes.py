"""The timeline: law, inspection, reviews and market, workforce and the course's texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.bars import BRIGHT, measure_luminance
from swteach.charts.events import TEXTS, add_places, gather_entries, say_undated
from swteach.charts.figure import complete
from swteach.charts.joining import join_layers
from swteach.charts.theme import COUNCIL, HEALTH, INK, PAPER, PRIVATE, UNKNOWN, VOLUNTARY

LANES = ("law and policy", "inspection", "reviews and market", "workforce", TEXTS)
_USUAL = tuple(lane for lane in LANES if lane != "workforce")
_COLOURS = dict(zip(LANES, (COUNCIL, VOLUNTARY, PRIVATE, HEALTH, UNKNOWN), strict=True))
_WIDTH = 600

# Two tracks: who may carry out functions, and the market in placements.
TURNS = (
    "2008-children-young-persons-act",
    "2014-consultation-delegating-nearly-all",
    "2014-delegation-regulations-force-newly",
    "2016-lords-remove-exemption-clause",
    "2017-exemption-clauses-withdrawn",
    "2022-cma-final-report",
    "2025-health-social-care-wales",
    "2026-childrens-wellbeing-schools-act",
)


def timeline(
    lanes: str | Sequence[str] | None = None,
    start: int = 2008,
    end: int = 2026,
    numbered: str | Sequence[str] = TURNS,
) -> alt.LayerChart:
    """Draw what happened, lane by lane, with the course's texts among it.

    Parameters
    ----------
    lanes
        Lanes to draw, from the top: ``law and policy``, ``inspection``, ``reviews and market``,
        ``workforce``, ``texts``. By default all but ``workforce``.
    start, end
        First and last year.
    numbered
        Ids of events to number in the chart and to list under it.

    Returns
    -------
    altair.LayerChart
        A dot for each exact day and a bar for each date known only roughly.

    Raises
    ------
    ValueError
        If a lane or event is unknown, or the years hold nothing; the message says what there is.

    Notes
    -----
    Source: the events' own publications; texts stand for themselves. An undated text is left
    out, and the caveats say so.
    """
    lanes = check_choices("lanes", _USUAL if lanes is None else lanes, LANES)
    rows = add_places(gather_entries(lanes, start, end, numbered), lanes, start, end)
    return complete(
        _draw(rows, lanes, start, end),
        title=f"Timeline: {', '.join(lanes)}",
        unit=f"{start} to {end}. A dot is a day; a bar is a date known only roughly.",
        description=_describe(rows, lanes, start, end),
        notice=_TWO_TRACKS if set(lanes) >= _SHOW_TRACKS else _CROWDED,
        misreading=(
            "One thing after another is not one thing because of another. The order of dates "
            "does not show a cause."
        ),
        sources=[name for name in rows["source_id"] if name],
        caveats=[*([say_undated()] if TEXTS in lanes else []), _MARKED],
        key=[f"{row.number}: {row.when}, {row.title}" for row in _list_numbered(rows)],
        table={
            "caption": f"Events and texts, {start} to {end}",
            "file": "timeline",
            "columns": {"when": "When", "title": "What", "lane": "Lane", "who": "Who"},
        },
        sides=26,
    )


_SHOW_TRACKS = {"law and policy", "reviews and market"}
_TWO_TRACKS = (
    "Two stories run on separate tracks: the argument about who may carry out child protection "
    "functions, and the growth of for-profit placements."
)
_CROWDED = "Look where the entries of a lane crowd together, and where a lane stays empty."
_MARKED = (
    "The events are a choice made for this course, and the numbered ones a smaller choice. "
    "Some days rest on one report: the table says which."
)


def _describe(rows: pd.DataFrame, lanes: list[str], start: int, end: int) -> str:
    counts = rows["lane"].value_counts()
    listed = ", ".join(f"{lane} {counts.get(lane, 0)}" for lane in lanes)
    years = rows["date_start"].dt.year.value_counts().sort_index()
    busiest = years.idxmax()
    return (
        f"Timeline from {start} to {end} with {len(rows)} entries: {listed}. "
        f"The year with most is {busiest}, with {years[busiest]}."
    )


def _list_numbered(rows: pd.DataFrame) -> list[Any]:
    numbered = rows[rows["number"] != ""]
    return list(numbered.sort_values("date_start").itertuples())


def _draw(rows: pd.DataFrame, lanes: list[str], start: int, end: int) -> alt.LayerChart:
    height = float(rows["bottom"].max())
    x = _encode_x()
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    layers = [
        *_draw_bands(rows, y),
        _draw_ends(start, end, x),
        *_draw_entries(rows, lanes, x, y),
    ]
    return join_layers(layers, data=rows, width=_WIDTH, height=height, name="timeline")


def _encode_x() -> alt.X:
    axis = alt.Axis(format="%Y", title=None, labelOverlap="greedy", labelFlush=False)
    return alt.X("date_start:T", axis=axis, scale=alt.Scale(nice=False))


def _draw_ends(start: int, end: int, x: alt.X) -> alt.Chart:
    # Unseen marks set the span of the axis: with bars, Vega-Lite 5.6 misreads a stated one.
    ends = pd.DataFrame({"date_start": [pd.Timestamp(start, 1, 1), pd.Timestamp(end, 12, 31)]})
    return alt.Chart(ends).mark_rule(opacity=0).encode(x=x)


def _draw_bands(rows: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    bands = (
        rows.drop_duplicates("lane")
        .sort_values("top")[["lane", "top", "bottom"]]
        .rename(columns={"top": "place"})
    )
    shades = [number % 2 for number in range(len(bands))]
    base = alt.Chart(bands.assign(shade=shades, lane=bands["lane"].str.capitalize()))
    sides = {"x": alt.XValue(0), "x2": alt.X2Value("width"), "y": y, "y2": alt.Y2("bottom:Q")}
    shade = alt.FillOpacity("shade:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0, 0.06]))
    name = base.mark_text(align="left", baseline="top", dx=4, dy=6, fontWeight="bold")
    return [
        base.mark_rect(fill=INK).encode(**sides, fillOpacity=shade),
        name.encode(x=alt.XValue(0), y=y, text=alt.Text("lane:N")),
    ]


def _draw_entries(rows: pd.DataFrame, lanes: list[str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    colours = alt.Scale(domain=lanes, range=[_COLOURS[lane].colour for lane in lanes])
    base = alt.Chart().encode(x=x, y=y, tooltip=_TOOLTIP)
    colour = alt.Color("lane:N", legend=None, scale=colours)
    marks = {
        "span": base.mark_rule(strokeWidth=9, strokeCap="round").encode(x2=alt.X2("date_end:T")),
        "day": base.mark_circle(size=90, opacity=1),
        "number": base.mark_circle(size=480, opacity=1),
    }
    text = base.mark_text(color=_write_ink(lanes), fontWeight="bold", baseline="middle")
    layers = [(kind, mark.encode(color=colour)) for kind, mark in marks.items()]
    layers.append(("number", text.encode(text=alt.Text("number:N"))))
    # A layer with nothing in it makes Vega warn.
    there = set(rows["mark"])
    return [
        mark.transform_filter(f"datum.mark == '{kind}'") for kind, mark in layers if kind in there
    ]


def _write_ink(lanes: list[str]) -> Any:
    bright = [lane for lane in lanes if measure_luminance(_COLOURS[lane].colour) > BRIGHT]
    return alt.expr(f"indexof({bright}, datum.lane) < 0 ? '{PAPER}' : '{INK}'")


_TOOLTIP = [
    alt.Tooltip("when:N", title="When"),
    alt.Tooltip("title:N", title="What"),
    alt.Tooltip("who:N", title="Who"),
    alt.Tooltip("lane:N", title="Lane"),
]
