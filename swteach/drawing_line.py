"""The line a student draws: numbers read, gaps filled in straight steps, a scale to draw on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from swteach.drawing import Drawing
from swteach.exercises.typed import read_number

ROOM = 3  # how far above the figures given the empty paper reaches, so that it tells nothing
NICE = (1, 2, 2.5, 5, 10)
TICKS = 5

Values = dict[str, float]


def read_line(drawing: Drawing, texts: Mapping[str, str]) -> tuple[Values, dict[str, str]]:
    """
    Read the boxes of the years.

    Returns
    -------
    tuple of dict
        The numbers by period, and by period what is wrong with a box. Empty boxes are in neither.
    """
    values: Values = {}
    wrong: dict[str, str] = {}
    for point in drawing.asked:
        text = texts.get(point.period, "")
        if not text.strip():
            continue
        value, error = _read_box(drawing, text)
        if value is None:
            wrong[point.period] = error
        else:
            values[point.period] = value
    return values, wrong


def _read_box(drawing: Drawing, text: str) -> tuple[float | None, str]:
    typed = read_number(text, drawing.words)
    low, high = drawing.limits
    if typed.value is None:
        return None, typed.said
    if typed.value < low:
        return None, "Type a number that is not below 0."
    if typed.value > high:
        return None, f"Type a number up to {high:,.0f}."
    return typed.value, ""


def fill_line(drawing: Drawing, values: Mapping[str, float]) -> Values:
    """Return the values with empty years between two others filled in straight steps."""
    fixed = {**{point.period: point.value for point in drawing.given}, **values}
    known = [(p.x, fixed[p.period]) for p in drawing.points if p.period in fixed]
    filled = dict(values)
    for point in drawing.asked:
        for (x1, y1), (x2, y2) in pairwise(known):
            if point.period not in values and x1 < point.x < x2:
                between = y1 + (y2 - y1) * (point.x - x1) / (x2 - x1)
                filled[point.period] = float(drawing.show(between).replace(",", "").strip("%"))
    return filled


def make_scale(drawing: Drawing, values: Mapping[str, float], shown: bool) -> dict[str, Any]:
    """
    Return the vertical axis: top, bottom, ticks, and the step of a value set with the pointer.

    It is made from the figures given and the student's own. The record counts only once it is
    shown, so that the height of an empty paper tells nothing.
    """
    seen = drawing.points if shown else drawing.given
    given = [point.value for point in drawing.given] or [1.0]
    high = max([ROOM * max(given), *values.values(), *(point.value for point in seen), 0.0])
    low = min([*values.values(), *(point.value for point in seen), 0.0])
    high = min(high, 100) if drawing.unit == "percent" else high
    tick = choose_step((high - low) / TICKS)
    first, last = math.floor(low / tick), max(math.ceil(high / tick), 1)
    ticks = [number * tick for number in range(first, last + 1)]
    return {
        "bottom": ticks[0],
        "top": ticks[-1],
        "ticks": [{"value": one, "label": f"{one:,.10g}"} for one in ticks],
        "step": choose_step((ticks[-1] - ticks[0]) / 250),
    }


def choose_step(least: float) -> float:
    """Return the smallest of 1, 2, 2.5, 5 and 10, times a power of ten, that is not less."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(nice * power for nice in NICE if nice * power >= least * (1 - 1e-9))
