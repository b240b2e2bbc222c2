"""Horizontal bars from zero: plain, beside one another or stacked, with their words beside them.

The name of a bar stands above it, so that long names fit a narrow screen, and its figure at its
end, so that no axis has to be read.
"""

from __future__ import annotations

import json

import altair as alt
import pandas as pd

from swteach.charts.joining import give, join_layers
from swteach.charts.labels import NAME, draw_names, even_out, measure_names, move_wide, wrap_names
from swteach.charts.renderer import NARROW
from swteach.charts.theme import CHANNELS, INK, PAPER, Group, encode_looks

# Pixels: a bar, the space after it, and between bars of one name.
BAR = 20
_GAP, _BETWEEN = 10, 4
# Pixels that a letter of a figure needs, and that a figure needs inside a segment.
_LETTER = 9
_FITS = 12
# From this luminance on, dark text reads better on a colour than white.
BRIGHT = 0.18


def place_bars(
    rows: pd.DataFrame, name: str, section: str | None = None, *, stacked: bool = False
) -> pd.DataFrame:
    """Say where each bar stands, in the order of the rows.

    Parameters
    ----------
    rows
        One row a bar or a segment of one, those of one name together: ``value``, ``shown``.
    name
        The column with the words above a bar; bars of one name stand under the same words.
    section
        A column whose values head groups of bars.
    stacked
        Whether the rows of one name are segments of one bar.

    Returns
    -------
    pandas.DataFrame
        The rows with ``place`` (the middle of the bar, in pixels from the top), ``wide`` (the
        same on a wide screen, where no name is broken), ``start`` and
        ``end`` (in the unit of ``value``), and ``name`` and ``heading`` (the words to draw:
        empty but on the first row that they stand over).
    """
    first = ~rows.duplicated([section, name] if section else [name])
    heads = ~rows.duplicated([section]) if section else pd.Series(False, index=rows.index)
    lines = first | (not stacked)
    names = wrap_names(rows[name])
    tall = measure_names(names) + _GAP
    headings = wrap_names(rows[section], bold=True) if section else names
    above = heads * (measure_names(headings) + _GAP)
    bare = lines * (BAR + _BETWEEN)
    steps, unbroken = bare + first * tall + above, bare + (first + heads * 1) * (NAME + _GAP)
    value = rows["value"]
    end = value.groupby(first.cumsum()).cumsum() if stacked else value
    return rows.assign(
        place=steps.cumsum() - BAR / 2,
        wide=(even_out(unbroken, first, (steps - unbroken).sum()).cumsum() - BAR / 2).round(1),
        start=end - value,
        end=end,
        name=names.where(first, ""),
        heading=headings.where(heads, ""),
    )


def draw_bars(
    rows: pd.DataFrame,
    groups: list[Group],
    *,
    top: float | None = None,
    width: int = 600,
    said: str = "shown",
    stacked: bool = False,
    legend: bool = False,
    tooltip: list[alt.Tooltip] | None = None,
) -> alt.LayerChart:
    """Return horizontal bars with no data of their own: the caller sets ``data``.

    Parameters
    ----------
    rows
        The frame that the caller will set, as :func:`place_bars` gives it, with ``group``.
    groups
        The looks of the bars, by the values of ``group``. A hollow look gives a hollow bar.
    top
        The value at the right edge, for bars that must be compared with a whole; by default
        the longest bar. Every bar starts at zero.
    width
        Of the plot, in pixels.
    said
        The column with the words at the end of a bar.
    stacked
        Whether bars are made of segments, which then hold their figures where they fit.
    legend
        Whether the groups are named above the bars.
    tooltip
        What a pointer shows; by default the name, the group and the figure.
    """
    top = float(rows["end"].max()) if top is None else top
    room = 0 if stacked else int(rows[said].str.len().max()) * _LETTER + 14
    x = alt.X("end:Q", axis=None, scale=_scale(top, room))
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[_height(rows), 0], nice=False))
    # Light segments need a dark edge to stand out from the paper.
    edge = alt.StrokeValue(INK if stacked else "transparent")
    if any(group.look.hollow for group in groups):
        edge = encode_looks(groups)["stroke"]
    bars = _draw_segments(groups, x, y, legend, tooltip or _TOOLTIP).encode(stroke=edge)
    ends = _draw_inside(groups, y, top) if stacked else _draw_ends(said, x, y)
    layers = [bars, ends, *_draw_names(rows, y), _draw_zero(x, y)]
    moved = move_wide(rows)
    chart = join_layers(layers, width=width, height=_height(rows), name="bars")
    return give(chart, transform=moved) if moved else chart


_TOOLTIP = [
    alt.Tooltip("group:N", title="What"),
    alt.Tooltip("shown:N", title="Figure"),
]


def _height(rows: pd.DataFrame) -> float:
    return float(rows["place"].max() + BAR / 2 + 2)


def _scale(top: float, room: int) -> alt.Scale:
    limits = {"domain": [0, top], "nice": False, "zero": True}
    return alt.Scale(**limits, rangeMin=1, rangeMax=alt.expr(f"width - {room}"))


def _draw_segments(
    groups: list[Group], x: alt.X, y: alt.Y, legend: bool, tooltip: list[alt.Tooltip]
) -> alt.Chart:
    fill = _name_groups(groups) if legend else encode_looks(groups)["fill"]
    bar = alt.Chart().mark_bar(orient="horizontal", size=BAR, strokeWidth=1.5, opacity=1)
    drawn = {"x": x, "x2": alt.X2("start:Q"), "y": y, "fill": fill, "tooltip": tooltip}
    return bar.encode(**drawn)


def _name_groups(groups: list[Group]) -> alt.Fill:
    columns = alt.expr(f"windowSize()[0] < {NARROW} ? 1 : 3")
    legend = alt.Legend(
        orient="top", title=None, columns=columns, symbolType="square", labelLimit=0
    )
    names, colours = [g.name for g in groups], [g.look.colour for g in groups]
    return CHANNELS["fill"](
        "group:N", legend=legend, sort=names, scale=alt.Scale(domain=names, range=colours)
    )


def _draw_ends(said: str, x: alt.X, y: alt.Y) -> alt.Chart:
    text = alt.Chart().mark_text(align="left", baseline="middle", dx=6)
    return text.encode(x=x, y=y, text=alt.Text(f"{said}:N"))


def _draw_inside(groups: list[Group], y: alt.Y, top: float) -> alt.Chart:
    # A figure that does not fit its segment stands in the table alone.
    needs = f"{_FITS} + {_LETTER} * (length(datum.shown) - 1)"
    words = alt.expr(f"(datum.end - datum.start) / {top} * width > {needs} ? datum.shown : ''")
    bright = [g.name for g in groups if measure_luminance(g.look.colour) > BRIGHT]
    ink = alt.expr(f"indexof({json.dumps(bright)}, datum.group) < 0 ? '{PAPER}' : '{INK}'")
    base = alt.Chart().transform_calculate(middle="(datum.start + datum.end) / 2")
    middle = alt.X("middle:Q", axis=None, scale=_scale(top, 0))
    return base.mark_text(baseline="middle", text=words, color=ink).encode(x=middle, y=y)


def measure_luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as ``#00457a``, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _draw_names(rows: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    above = BAR / 2 + 3
    drawn = [draw_names("name", y, above)]
    if (rows["heading"] != "").any():
        drawn.append(draw_names("heading", y, above, over="name", fontWeight="bold"))
    return drawn


def _draw_zero(x: alt.X, y: alt.Y) -> alt.Chart:
    size = BAR + 2 * _BETWEEN
    zero = alt.Chart().mark_tick(orient="vertical", color=INK, thickness=2, size=size)
    return zero.encode(x=alt.XValue(0), y=y)
