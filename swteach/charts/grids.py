"""Grids of cells with words or numbers in them: a row's name stands above its cells."""

from __future__ import annotations

from textwrap import wrap

import altair as alt
import pandas as pd

from swteach.charts.joining import give, join_layers
from swteach.charts.labels import NAME, draw_names, even_out, measure_names, move_wide, wrap_names
from swteach.charts.renderer import NARROW
from swteach.charts.theme import INK, SOFT_INK

# Pixels: a cell, the space after a row, a line of a heading, a letter of one that is bold.
_CELL, _GAP, _LINE, _LETTER = 28, 8, 18, 11
# Letters of a heading in one line.
_LETTERS = 12


def place_cells(rows: pd.DataFrame, name: str, column: str) -> pd.DataFrame:
    """Say where each cell stands, in the order of the rows.

    Returns
    -------
    pandas.DataFrame
        The rows with ``place`` (the middle of the cell, in pixels from the top of the grid),
        ``wide`` (the same on a wide screen, where headings lie and no name is broken),
        ``column`` (its number from 0), and ``name`` and ``head`` (words to draw: empty but
        on the first cell of a row and of a column).
    """
    columns = {value: number for number, value in enumerate(dict.fromkeys(rows[column]))}
    first = ~rows.duplicated(name)
    heads = rows[column].where(rows[name] == rows[name].iloc[0], "")
    lines = heads.map(lambda words: "\n".join(wrap(words, _LETTERS, break_long_words=False)))
    names = wrap_names(rows[name])
    room, low = measure_heads(lines), measure_lying(lines)
    steps, unbroken = first * (measure_names(names) + _CELL + _GAP), first * (NAME + _CELL + _GAP)
    spare = room - low + (steps - unbroken).sum()
    return rows.assign(
        place=room + steps.cumsum() - _GAP - _CELL / 2,
        wide=(low + even_out(unbroken, first, spare).cumsum() - _GAP - _CELL / 2).round(1),
        column=rows[column].map(columns),
        name=names.where(first, ""),
        head=lines,
    )


def measure_heads(heads: pd.Series) -> int:
    """Return the pixels that headings need when they stand upright."""
    return _LETTER * max(len(line) for head in heads for line in head.split("\n")) + 8


def measure_lying(heads: pd.Series) -> int:
    """Return the pixels that headings need when they lie, as on a wide screen."""
    return _LINE * (1 + max(head.count("\n") for head in heads)) + 8


def draw_grid(rows: pd.DataFrame, *, width: int = 600) -> alt.LayerChart:
    """Return a grid with no data of its own: the caller sets ``data``.

    Parameters
    ----------
    rows
        The frame that the caller will set, as :func:`place_cells` gives it, with ``shown``, and
        ``fill`` and ``ink`` (the colours of the cell and of the words in it).
    width
        Of the plot, in pixels.
    """
    many = int(rows["column"].max()) + 1
    height = float(rows["place"].max() + _CELL / 2 + 2)
    down = alt.Scale(domain=[height, 0], nice=False)
    along = alt.Scale(domain=[0, many], nice=False, zero=True)
    y = alt.Y("place:Q", axis=None, scale=down)
    middle = alt.X("middle:Q", axis=None, scale=along)
    layers = [
        _draw_cells(along, down),
        _draw_words(middle, y),
        draw_names("name", y, _CELL / 2 + 2),
        _draw_heads(middle, measure_heads(rows["head"]), measure_lying(rows["head"])),
    ]
    chart = join_layers(layers, width=width, height=height, name="grid")
    moved = move_wide(rows)
    return give(chart, transform=moved) if moved else chart


def _draw_cells(along: alt.Scale, down: alt.Scale) -> alt.Chart:
    base = alt.Chart().transform_calculate(
        right="datum.column + 0.96",
        high=f"datum.place - {_CELL / 2}",
        low=f"datum.place + {_CELL / 2}",
    )
    box = base.mark_rect(stroke=SOFT_INK, strokeWidth=1)
    x = alt.X("column:Q", axis=None, scale=along)
    top = alt.Y("high:Q", axis=None, scale=down)
    fill = alt.Fill("fill:N", scale=None, legend=None)
    return box.encode(x=x, x2=alt.X2("right:Q"), y=top, y2=alt.Y2("low:Q"), fill=fill)


def _draw_words(middle: alt.X, y: alt.Y) -> alt.Chart:
    text = _find_middle().mark_text(baseline="middle")
    ink = alt.Color("ink:N", scale=None, legend=None)
    return text.encode(x=middle, y=y, text=alt.Text("shown:N"), color=ink)


def _find_middle() -> alt.Chart:
    return alt.Chart().transform_calculate(middle="datum.column + 0.48")


def _draw_heads(middle: alt.X, room: int, low: int) -> alt.Chart:
    # On a narrow screen headings stand upright. Vega hangs further lines below the first.
    narrow = f"windowSize()[0] < {NARROW}"
    lines = "length(split(datum.head, '\\n'))"
    base = _find_middle().transform_filter("datum.head != ''")
    text = base.mark_text(
        fontWeight="bold",
        lineBreak="\n",
        lineHeight=_LINE,
        angle=alt.expr(f"{narrow} ? -90 : 0"),
        align=alt.expr(f"{narrow} ? 'left' : 'center'"),
        baseline="middle",
        dx=alt.expr(f"{narrow} ? 4 : 0"),
        dy=alt.expr(f"{narrow} ? -{_LINE / 2} * ({lines} - 1) : {low - room} - {_LINE} * {lines}"),
        text=alt.expr("datum.head"),
        color=INK,
    )
    return text.encode(x=middle, y=alt.YValue(room))
