"""A drawn line set against the record, in words: where, how far, which way; never a mark."""

from __future__ import annotations

from collections.abc import Mapping

from swteach.drawing import Drawing, Point
from swteach.listing import list_with_and

CLOSE = 0.01  # within this share of the record a drawn value counts as on the line
NEAR = "within 1% of the record"
SIDES = ("too low", "too high", NEAR)

Values = Mapping[str, float]


def say_side(drawn: float, record: float) -> str:
    """Return which side of the record a drawn value lies on, or that it is as good as there."""
    if abs(drawn - record) <= CLOSE * abs(record):
        return NEAR
    return "too low" if drawn < record else "too high"


def say_gap(drawing: Drawing, point: Point, drawn: float) -> str:
    """Return how far a drawn value lies from the record: "75,400 too low (33%)"."""
    side = say_side(drawn, point.value)
    if side == NEAR:
        return NEAR
    gap = abs(drawn - point.value)
    share = f" ({gap / abs(point.value):.0%})" if point.value else ""
    if drawing.unit == "percent":
        return f"{gap:,.1f} percentage points {side}"
    return f"{drawing.show(gap)} {side}{share}"


def describe_gap(drawing: Drawing, values: Values) -> list[str]:
    """
    Return the gap between a drawn line and the record in plain sentences.

    Parameters
    ----------
    drawing
        From :func:`swteach.drawing.load_drawing`.
    values
        What the student drew, by period; at least one of the periods asked.

    Returns
    -------
    list of str
        Where the line is too low or too high; the widest point; the end; the direction; and
        how many years were left empty.
    """
    drawn = [point for point in drawing.asked if point.period in values]
    said = [_say_where(drawing, drawn, values), _say_widest(drawing, drawn, values)]
    said += [_say_end(drawing, values), _say_direction(drawing, values)]
    return [sentence for sentence in [*said, _say_empty(drawing, drawn)] if sentence]


def _say_where(drawing: Drawing, drawn: list[Point], values: Values) -> str:
    sides = {point.period: say_side(values[point.period], point.value) for point in drawn}
    if len(set(sides.values())) == 1:
        return f"Your line is {next(iter(sides.values()))} in every year you drew."
    order = [point.period for point in drawing.asked]
    parts = [
        f"{side} {_say_runs(order, [p for p in sides if sides[p] == side])}"
        for side in SIDES
        if side in sides.values()
    ]
    return f"Your line is {list_with_and(parts)}."


def _say_runs(order: list[str], periods: list[str]) -> str:
    runs: list[list[str]] = []
    for period in periods:
        if runs and order.index(period) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    spans = [f"from {run[0]} to {run[-1]}" if len(run) > 1 else f"in {run[0]}" for run in runs]
    return list_with_and(spans)


def _say_widest(drawing: Drawing, drawn: list[Point], values: Values) -> str:
    point = find_widest(drawn, values)
    if say_side(values[point.period], point.value) == NEAR:
        return ""
    where = "at the end, in" if point is drawing.asked[-1] else "in"
    return f"The gap is widest {where} {_say_point(drawing, point, values[point.period])}"


def find_widest(drawn: list[Point], values: Values) -> Point:
    """Return the figure that the drawn line misses by most."""
    return max(drawn, key=lambda point: abs(values[point.period] - point.value))


def _say_end(drawing: Drawing, values: Values) -> str:
    end = drawing.asked[-1]
    if end.period not in values:
        return f"You left the end, {end.period}, empty. The record says {end.shown} there."
    drawn = [point for point in drawing.asked if point.period in values]
    side = say_side(values[end.period], end.value)
    if find_widest(drawn, values) is end and side != NEAR:
        return ""  # said already
    return f"At the end, in {_say_point(drawing, end, values[end.period])}"


def _say_point(drawing: Drawing, point: Point, drawn: float) -> str:
    two = f"you drew {drawing.show(drawn)} and the record says {point.shown}"
    gap = say_gap(drawing, point, drawn).replace("%)", "% of the record)")
    return f"{point.period}: {two}, which is {gap}."


def _say_direction(drawing: Drawing, values: Values) -> str:
    """Compare the two changes from start to end, where no break lies between."""
    end = drawing.asked[-1]
    if end.period not in values:
        return ""
    start = find_start(drawing, values, end)
    if start is None:
        return "The figures change or stop on the way, so no rise or fall is worked out."
    drawn = values.get(start.period, start.value)
    record = _say_change(drawing, start.value, end.value)
    yours = _say_change(drawing, drawn, values[end.period])
    return f"From {start.period} to {end.period} the record {record}. Your line {yours}."


def find_start(drawing: Drawing, values: Values, end: Point) -> Point | None:
    """Return the first figure that both lines have on the end's side of any break."""
    for point in drawing.points:
        both = not point.asked or point.period in values
        if both and point.segment == end.segment and point.date < end.date:
            return point
    return None


def _say_change(drawing: Drawing, start: float, end: float) -> str:
    change = end - start
    if abs(change) <= CLOSE * abs(start):
        return "stays about the same"
    verb = "rises" if change > 0 else "falls"
    if drawing.unit == "percent":
        return f"{verb} by {abs(change):.1f} percentage points"
    share = f" ({abs(change) / abs(start):.0%})" if start else ""
    return f"{verb} by {drawing.show(abs(change))}{share}"


def _say_empty(drawing: Drawing, drawn: list[Point]) -> str:
    empty = len(drawing.asked) - len(drawn)
    if not empty:
        return ""
    return f"You left {empty} {'year' if empty == 1 else 'years'} empty; they are not compared."
