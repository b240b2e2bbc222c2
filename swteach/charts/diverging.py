"""Horizontal bars to both sides of zero, for figures that rise or fall."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import BAR
from swteach.charts.joining import join_layers
from swteach.charts.labels import draw_names
from swteach.charts.theme import INK, SOFT_INK, Group, encode_looks

# Pixels that a figure needs beside its bar.
_ROOM = 64
# Letters of a name that fit from zero to the right edge of a narrow screen.
_SHORT = 12


def draw_diverging(rows: pd.DataFrame, groups: list[Group], *, width: int = 600) -> alt.LayerChart:
    """Return bars from zero to the left and right with no data of their own.

    Parameters
    ----------
    rows
        The frame that the caller will set, as ``place_bars`` gives it, with ``group``.
    groups
        The looks of the bars.
    width
        Of the plot, in pixels.
    """
    height = float(rows["place"].max() + BAR / 2 + 2)
    low, high = min(0.0, float(rows["value"].min())), max(0.0, float(rows["value"].max()))
    sides = [_ROOM if low < 0 else 1, _ROOM if high > 0 else 1]
    scale = alt.Scale(
        domain=[low, high],
        nice=False,
        zero=True,
        rangeMin=sides[0],
        rangeMax=alt.expr(f"width - {sides[1]}"),
    )
    x = alt.X("value:Q", axis=None, scale=scale)
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    names = _draw_names(rows, x, y)
    layers = [_draw_bars(groups, x, y), _draw_zero(x, y), *_draw_figures(x, y), *names]
    return join_layers(layers, width=width, height=height, name="diverging")


def _draw_bars(groups: list[Group], x: alt.X, y: alt.Y) -> alt.Chart:
    looks = encode_looks(groups)
    bar = alt.Chart().mark_bar(orient="horizontal", size=BAR, strokeWidth=2, opacity=1)
    tooltip = [alt.Tooltip("group:N", title="What"), alt.Tooltip("shown:N", title="Figure")]
    return bar.encode(
        x=x, x2=alt.X2Datum(0), y=y, fill=looks["fill"], stroke=looks["stroke"], tooltip=tooltip
    )


def _draw_zero(x: alt.X, y: alt.Y) -> alt.Chart:
    # A piece at each bar, so that no name is crossed.
    tick = alt.Chart().transform_calculate(zero="0")
    tick = tick.mark_tick(orient="vertical", size=BAR + 4, thickness=2, color=SOFT_INK, opacity=1)
    return tick.encode(x=_at_zero(x), y=y)


def _at_zero(x: alt.X) -> alt.X:
    return alt.X("zero:Q", axis=None, scale=x["scale"])


def _draw_figures(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    looks = {"right": ("datum.value >= 0", "left", 6), "left": ("datum.value < 0", "right", -6)}
    return [
        alt.Chart()
        .transform_filter(test)
        .mark_text(align=align, baseline="middle", dx=dx)
        .encode(x=x, y=y, text=alt.Text("shown:N"))
        for test, align, dx in looks.values()
    ]


def _draw_names(rows: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    # A short name stands where its bar begins; a long one, or one left of zero, at the edge.
    above = BAR / 2 + 4
    name = draw_names("name", y, above, color=INK)
    drawn = [name]
    if rows["name"].str.len().max() <= _SHORT and (rows["value"] < 0).any():
        right = name.transform_filter("datum.value >= 0").transform_calculate(zero="0")
        drawn = [name.transform_filter("datum.value < 0"), right.encode(x=_at_zero(x))]
    if (rows["heading"] != "").any():
        drawn.append(draw_names("heading", y, above, over="name", fontWeight="bold", color=INK))
    return drawn
