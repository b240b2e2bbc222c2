"""Names above bars, cells and dots, in one line or broken, and of lines on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.renderer import NARROW
from swteach.charts.theme import Group, encode_looks

# Pixels of a name's line, and of each further line.
NAME, LINE = 24, 20
# Letters in one line on a narrow screen.
_LETTERS, _BOLD_LETTERS = 24, 23


def wrap_names(names: pd.Series, *, bold: bool = False) -> pd.Series:
    """Return names broken into lines that a narrow screen has room for."""
    letters = _BOLD_LETTERS if bold else _LETTERS
    return names.map(lambda words: "\n".join(wrap(words, letters)))


def measure_names(names: pd.Series) -> pd.Series:
    """Return the pixels that each wrapped name needs on a narrow screen."""
    return NAME + LINE * names.str.count("\n")


def even_out(steps: pd.Series, first: pd.Series, spare: float) -> pd.Series:
    """Return the steps between marks with some room shared out evenly above the rows.

    A chart is as tall on a wide screen as on a narrow one, where names are broken. What a wide
    screen has over would else stand above the rows with long names alone.

    Parameters
    ----------
    steps
        Pixels from each mark to the next on a wide screen.
    first
        Whether a mark is the first of its row.
    spare
        Pixels to share out.
    """
    return steps + first * (spare / first.sum())


def move_wide(rows: pd.DataFrame) -> list[dict[str, str]]:
    """Return the step that puts marks in their places on a wide screen, if these are others.

    Parameters
    ----------
    rows
        With ``place``, and ``wide`` where a wide screen has places of its own.
    """
    if "wide" not in rows or rows["wide"].equals(rows["place"]):
        return []
    words = f"windowSize()[0] < {NARROW} ? datum.place : datum.wide"
    return [{"calculate": words, "as": "place"}]


def draw_names(field: str, y: alt.Y, above: float, *, over: str = "", **looks: Any) -> alt.Chart:
    """Return a layer of names, where they are not empty, without data of its own.

    Parameters
    ----------
    field
        The column with the wrapped names.
    y
        Where the thing that is named has its middle.
    above
        Pixels from that middle to the foot of the name.
    over
        A column of names that this one must stand over.
    **looks
        Passed to ``mark_text``.
    """
    # Vega hangs further lines below the first, so the first is lifted.
    lines = " + ".join(_lines(name) for name in (field, over) if name)
    foot = above + (NAME if over else 0)
    lift = f"windowSize()[0] < {NARROW} ? -{foot} - ({lines}) : -{foot}"
    words = alt.expr(
        f"windowSize()[0] < {NARROW} ? datum.{field} : replace(datum.{field}, /\\n/g, ' ')"
    )
    base = alt.Chart().transform_filter(f"datum.{field} != ''")
    text = base.mark_text(
        align="left",
        baseline="bottom",
        lineBreak="\n",
        lineHeight=LINE,
        text=words,
        dy=alt.expr(lift),
        **looks,
    )
    return text.encode(x=alt.XValue(0), y=y)


def draw_key(groups: Sequence[Group], above: int) -> list[alt.Chart]:
    """Return layers that name lines above the plot where the screen is narrow, and else nothing.

    Parameters
    ----------
    groups
        The lines, in the order of the key.
    above
        Pixels between the plot and the foot of the key.
    """
    names = [group.name for group in groups]
    lifts = [above + LINE * place for place in reversed(range(len(names)))]
    base = alt.Chart(pd.DataFrame({"group": names, "lift": lifts}))
    base = base.transform_filter(f"windowSize()[0] < {NARROW}")
    looks = encode_looks(list(groups))
    place = alt.expr(f"-datum.lift - {LINE // 2}")
    points = base.mark_point(strokeWidth=2, opacity=1, x=6, y=place)
    text = base.mark_text(align="left", baseline="middle", x=18, y=place)
    return [
        points.encode(**{key: looks[key] for key in ("stroke", "fill", "shape")}),
        text.encode(text=alt.Text("group:N")),
    ]


def _lines(field: str) -> str:
    return f"{LINE} * (length(split(datum.{field}, '\\n')) - 1)"
