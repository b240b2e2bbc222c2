"""Lines over time: broken at breaks and gaps, with points, end labels and marks at breaks."""

from __future__ import annotations

import math
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.joining import join_layers
from swteach.charts.labels import draw_key
from swteach.charts.renderer import NARROW
from swteach.charts.theme import INK, LINE_WIDTH, SOFT_INK, Group, encode_looks

# Pixels that one line of label text needs.
_LABEL_HEIGHT = 20
# Pixels between the plot and a key above it, with letters at breaks and without.
_ABOVE, _CLOSE = 38, 8
# Pixels between two letters that stand side by side.
_CLOSEST = 24
_POINT, _SMALL_POINT = 70, 36


def draw_lines(
    rows: pd.DataFrame,
    groups: list[Group],
    breaks: list[dict[str, Any]],
    *,
    top: float,
    width: int,
    height: int = 360,
    prefix: str = "",
    key: bool = False,
    ticks: pd.Series | None = None,
) -> alt.LayerChart:
    """Return lines over time with no data of their own: the caller sets ``data``.

    Parameters
    ----------
    rows
        The frame that the caller will set: ``group``, ``date``, ``value``, ``shown`` (the value
        as text), ``period``, ``segment``.
    groups
        The groups to draw; rows of others are left out.
    breaks
        As :func:`swteach.charts.rows.find_breaks` gives them, with letters to draw.
    top
        The highest value of the axis, which starts at zero.
    width, height
        Of the plot, in pixels.
    prefix
        Added to the names of the parts, where a chart has several panels.
    key
        Whether a narrow screen names the lines above the plot, which leaves it more width.
    ticks
        The dates that the axis names; by default those of all rows.
    """
    names = [group.name for group in groups]
    mine = rows[rows["group"].isin(names)]
    x, y = (
        _encode_x(rows["date"] if ticks is None else ticks),
        _encode_y(top, mine["shown"].str.endswith("%").any()),
    )
    parts = [_draw_breaks(breaks, mine, x, top, width), _draw_rows(names, groups, x, y)]
    ends = [group._replace(short="") for group in groups] if key else groups
    parts.append(draw_key(groups, _ABOVE if breaks else _CLOSE) if key else [])
    labels = _place_labels(mine, ends, top * _LABEL_HEIGHT / height)
    layers = [layer for part in parts for layer in part] + [_draw_labels(labels, x, y)]
    return join_layers(layers, width=width, height=height, name=f"{prefix}lines")


def _encode_x(dates: pd.Series) -> alt.X:
    # One expression, since Altair would copy a list of dates again for every layer.
    ticks = ", ".join(_tick(date) for date in sorted(dates.unique()))
    # Autumn counts stand among counts of 31 March and say so; the end of December is a year's.
    plain = "month(datum.value) == 2 || timeFormat(datum.value, '%d %m') == '31 12'"
    words = f"timeFormat(datum.value, {plain} ? '%Y' : '%b %Y')"
    labels = {"labelExpr": words, "labelOverlap": "greedy", "labelSeparation": 6}
    axis = alt.Axis(values=alt.expr(f"[{ticks}]"), grid=False, title=None, **labels)
    return alt.X("date:T", axis=axis, scale=alt.Scale(nice=False, padding=12))


def _tick(date: pd.Timestamp) -> str:
    return f"datetime({date.year}, {date.month - 1}, {date.day})"


def _encode_y(top: float, percent: bool) -> alt.Y:
    words = "datum.label + '%'" if percent else "format(datum.value, ',')"
    axis = alt.Axis(labelExpr=words, tickCount=5, title=None, domain=False, ticks=False)
    return alt.Y("value:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))


def _draw_rows(names: list[str], groups: list[Group], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    looks = encode_looks(groups)
    base = alt.Chart().encode(x=x, y=y)
    base = base.transform_filter(alt.FieldOneOfPredicate(field="group", oneOf=names))
    line = base.mark_line(strokeWidth=LINE_WIDTH).encode(
        color=looks["color"], strokeDash=looks["strokeDash"], detail=alt.Detail("segment:N")
    )
    size = alt.expr(f"windowSize()[0] < {NARROW} ? {_SMALL_POINT} : {_POINT}")
    points = base.mark_point(strokeWidth=2, opacity=1, size=size).encode(
        stroke=looks["stroke"],
        fill=looks["fill"],
        shape=looks["shape"],
        tooltip=[
            alt.Tooltip("group:N", title="What"),
            alt.Tooltip("period:N", title="When"),
            alt.Tooltip("shown:N", title="Figure"),
        ],
    )
    return [line, points]


def _draw_breaks(
    breaks: list[dict[str, Any]], rows: pd.DataFrame, x: alt.X, top: float, width: int
) -> list[alt.Chart]:
    places = [(b["mark"], _find_middle(b, rows)) for b in breaks]
    # Neighbours stand at two heights where the screen is narrow, and where they are close.
    marked = pd.DataFrame(
        [(mark, date, top, ord(mark) % 2) for mark, date in places if date is not None],
        columns=["mark", "date", "value", "level"],
    )
    if marked.empty:
        return []
    marked["close"] = _find_close(marked["date"], _CLOSEST * _span(rows) / width)
    base = alt.Chart(marked).encode(x=x)
    rule = base.mark_rule(color=SOFT_INK, strokeWidth=2, strokeDash=[3, 5])
    lift = alt.expr(f"windowSize()[0] < {NARROW} ? -2 - 16 * datum.level : -2 - 16 * datum.close")
    letter = base.mark_text(baseline="bottom", dy=lift, fontWeight="bold", color=INK)
    return [rule, letter.encode(y=alt.Y("value:Q"), text=alt.Text("mark:N"))]


def _span(rows: pd.DataFrame) -> pd.Timedelta:
    return rows["date"].max() - rows["date"].min()


def _find_close(dates: pd.Series, nearest: pd.Timedelta) -> list[int]:
    """Return 1 for each date that stands too near to one before it at the same height."""
    raised: list[int] = []
    for number, near in enumerate(dates.diff() < nearest):
        raised.append(int(near and not raised[number - 1]))
    return raised


def _find_middle(found: dict[str, Any], rows: pd.DataFrame) -> pd.Timestamp | None:
    dates = rows.loc[rows["series_id"].isin(found["series"]), "date"]
    before, after = dates[dates < found["at"]], dates[dates >= found["at"]]
    if before.empty or after.empty:
        return None
    return before.max() + (pd.Timestamp(found["at"]) - before.max()) / 2


def _place_labels(rows: pd.DataFrame, groups: list[Group], gap: float) -> pd.DataFrame:
    ordered = rows.sort_values("date", kind="stable")
    columns = (ordered[name].tolist() for name in ("group", "date", "value", "shown"))
    last = {row[0]: row for row in zip(*columns, strict=True)}
    kept = [(*last[group.name], group.short) for group in groups if group.name in last]
    labels = pd.DataFrame(kept, columns=["group", "date", "value", "label", "short"])
    return labels.assign(
        value=spread(labels["value"], gap),
        label=[f"{name} {shown}" for name, _, _, shown, _ in kept],
    )


def _draw_labels(labels: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    # In ink, not in the line's colour: text needs more contrast than a line.
    words = alt.expr(f"windowSize()[0] < {NARROW} ? datum.short : datum.label")
    text = alt.Chart(labels).mark_text(align="left", baseline="middle", dx=12, text=words)
    return text.encode(x=x, y=y)


def find_top(values: pd.Series) -> float:
    """Return a round number a little above the highest value, for the top of an axis.

    Examples
    --------
    >>> find_top(pd.Series([12.0, 87.0])), find_top(pd.Series([0.0, 0.0]))
    (95.0, 1.0)
    """
    highest = float(values.max())
    if highest <= 0:
        return 1.0
    step = 10 ** math.floor(math.log10(highest)) / 2
    return math.ceil(highest * 1.05 / step) * step


def spread(values: pd.Series, gap: float) -> pd.Series:
    """Move values as little as needed so that all stand a gap apart, in the same order.

    Examples
    --------
    >>> spread(pd.Series([1.0, 1.0, 9.0]), 2.0).tolist()
    [0.0, 2.0, 9.0]
    """
    pools: list[list[float]] = []
    ordered = values.sort_values(kind="stable")
    for place, value in enumerate(ordered):
        pools.append([value - place * gap])
        while len(pools) > 1 and _mean(pools[-2]) >= _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    level = [_mean(pool) for pool in pools for _ in pool]
    moved = [value + place * gap for place, value in enumerate(level)]
    return pd.Series(moved, index=ordered.index).loc[values.index]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
