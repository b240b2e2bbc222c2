"""The chart of inspection regimes: who inspected what, from 1971 to the plan for 2027."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.figure import complete
from swteach.charts.joining import join_layers
from swteach.charts.regime_spans import load_spans
from swteach.charts.renderer import NARROW
from swteach.charts.theme import COUNCIL, INK, SOFT_INK

_ROW, _BAR = 46, 14
_WIDTH = 600


def inspection_regimes(start: int = 1971, end: int = 2027) -> alt.LayerChart:
    """Draw the regimes under which children's social care was inspected, one line a regime.

    Parameters
    ----------
    start, end
        First and last year.

    Returns
    -------
    altair.LayerChart
        A thick bar where a regime surely ran and a thin one where its start or end is known
        only roughly, or is only planned. An arrow: no end is known.

    Raises
    ------
    ValueError
        If no regime falls in the years; the message says which years there are.

    Notes
    -----
    Source: acts, guidance and reports of each regime, named in the table's data.
    """
    rows = load_spans(start, end)
    rows = rows.assign(place=[float(_ROW * (n + 1) - _BAR) for n in range(len(rows))])
    return complete(
        _draw(rows, start, end),
        title="Inspection regimes",
        unit=f"{start} to {end}. Thick: surely in use. Thin: known only roughly, or planned.",
        description=_describe(rows, start, end),
        notice=(
            "Count the regimes that ran at the same time in any one year. Most lasted only a few "
            "years before another way of inspecting followed."
        ),
        misreading=(
            "A regime that follows another need not replace all of it, and a new name need not "
            "mean a new way of inspecting. Grades under two regimes are not one scale."
        ),
        sources=rows["source_id"],
        caveats=[_ROUGH],
        table={
            "caption": f"Inspection regimes, {start} to {end}",
            "file": "inspection_regimes",
            "columns": _COLUMNS,
        },
        sides=40,
    )


_COLUMNS = {
    "when": "From",
    "title": "Regime",
    "until": "To",
    "who": "Body",
    "grades": "Grades",
}
_ROUGH = (
    "Some years of start and end are inferred from what came before or after; the table says "
    "which. A month or a year alone is drawn thin over its whole length."
)


def _describe(rows: pd.DataFrame, start: int, end: int) -> str:
    going = int(rows["goes_on"].sum())
    return (
        f"From {start} to {end} there were {len(rows)} regimes for inspecting children's social "
        f"care in England. For {going} of them no end is known."
    )


def _draw(rows: pd.DataFrame, start: int, end: int) -> alt.LayerChart:
    height = _ROW * len(rows) + 4.0
    x = _encode_x("date_start")
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    base = alt.Chart().encode(y=y, tooltip=_TOOLTIP)
    rough = base.mark_rule(strokeWidth=3, color=SOFT_INK).encode(x=x, x2=alt.X2("date_end:T"))
    sure = base.mark_rule(strokeWidth=_BAR, color=COUNCIL.colour)
    sure = sure.transform_filter("datum.sure_start < datum.sure_end")
    sure = sure.encode(x=_encode_x("sure_start"), x2=alt.X2("sure_end:T"))
    layers = [_draw_ends(start, end, x), rough, sure, _draw_arrows(base), _draw_names(base)]
    return join_layers(layers, data=rows, width=_WIDTH, height=height, name="regimes")


def _encode_x(field: str) -> alt.X:
    axis = alt.Axis(format="%Y", title=None, labelOverlap="greedy", labelFlush=False, orient="top")
    return alt.X(f"{field}:T", axis=axis, scale=alt.Scale(nice=False))


_TOOLTIP = [
    alt.Tooltip("title:N", title="Regime"),
    alt.Tooltip("when:N", title="From"),
    alt.Tooltip("until:N", title="To"),
    alt.Tooltip("who:N", title="Body"),
    alt.Tooltip("grades:N", title="Grades"),
]


def _draw_ends(start: int, end: int, x: alt.X) -> alt.Chart:
    # Unseen marks set the span of the axis: with bars, Vega-Lite 5.6 misreads a stated one.
    ends = pd.DataFrame({"date_start": [pd.Timestamp(start, 1, 1), pd.Timestamp(end, 12, 31)]})
    return alt.Chart(ends).mark_rule(opacity=0).encode(x=x)


def _draw_arrows(base: alt.Chart) -> alt.Chart:
    arrow = base.mark_point(shape="triangle-right", size=140, color=INK, opacity=1, xOffset=7)
    arrow = arrow.transform_filter("datum.goes_on")
    return arrow.encode(x=alt.XValue("width"))


def _draw_names(base: alt.Chart) -> alt.Chart:
    words = alt.expr(f"windowSize()[0] < {NARROW} ? datum.short : datum.title")
    text = base.mark_text(align="left", baseline="bottom", dy=-(_BAR / 2 + 2), text=words)
    return text.encode(x=alt.XValue(0))
