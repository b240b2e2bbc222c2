"""Horizontal bars to both sides of zero, for figures that rise or fall."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import BAR
from swteach.charts.theme import INK, SOFT_INK, Group, encode_looks

# Pixels that a figure needs beside its bar.
_ROOM = 64


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
    layers = [_draw_bars(groups, x, y), _draw_zero(x), *_draw_figures(x, y), *_draw_names(rows, y)]
    return alt.layer(*layers).properties(width=width, height=height, name="diverging")


def _draw_bars(groups: list[Group], x: alt.X, y: alt.Y) -> alt.Chart:
    looks = encode_looks(groups)
    bar = alt.Chart().mark_bar(orient="horizontal", size=BAR, strokeWidth=2, opacity=1)
    tooltip = [alt.Tooltip("group:N", title="What"), alt.Tooltip("shown:N", title="Figure")]
    return bar.encode(
        x=x, x2=alt.datum(0), y=y, fill=looks["fill"], stroke=looks["stroke"], tooltip=tooltip
    )


def _draw_zero(x: alt.X) -> alt.Chart:
    zero = alt.Chart(pd.DataFrame({"value": [0]})).mark_rule(color=SOFT_INK, strokeWidth=2)
    return zero.encode(x=x, y=alt.value(0), y2=alt.value("height"))


def _draw_figures(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    looks = {"right": ("datum.value >= 0", "left", 6), "left": ("datum.value < 0", "right", -6)}
    return [
        alt.Chart()
        .transform_filter(test)
        .mark_text(align=align, baseline="middle", dx=dx)
        .encode(x=x, y=y, text="shown:N")
        for test, align, dx in looks.values()
    ]


def _draw_names(rows: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    above = -(BAR / 2 + 4)
    drawn = []
    for field, weight, lift in (("name", "normal", 0), ("heading", "bold", 24)):
        if (rows[field] != "").any():
            text = (
                alt.Chart()
                .transform_filter(f"datum.{field} != ''")
                .mark_text(
                    align="left", baseline="bottom", dy=above - lift, fontWeight=weight, color=INK
                )
            )
            drawn.append(text.encode(x=alt.value(0), y=y, text=f"{field}:N"))
    return drawn
