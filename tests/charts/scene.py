"""What is drawn of a chart, mark by mark, with the colours that reach the eye."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import vl_convert
from chart_calls import read_spec
from coloraide import Color

from swteach.charts.saving import VEGA_LITE

# What Vega draws a text around, as parts of its size to go up from the stated place.
_LIFT = {"top": -0.5, "line-top": -0.5, "middle": 0, "bottom": 0.5, "line-bottom": 0.5}
_ALPHABETIC = 0.35


class Mark(NamedTuple):
    """One thing drawn: its kind, Vega's role for it, its box, its colours and its words."""

    kind: str
    role: str
    box: tuple[float, float, float, float]
    fill: Color | None
    stroke: Color | None
    words: str

    def holds(self, other: Mark) -> bool:
        """Return whether the middle of another mark lies in this one's box."""
        x, y = (other.box[0] + other.box[2]) / 2, (other.box[1] + other.box[3]) / 2
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]


def read_marks(chart: Any) -> list[Mark]:
    """Return everything that is seen of a chart, in the order of drawing."""
    return read_spec_marks(read_spec(chart))


def read_spec_marks(spec: dict[str, Any]) -> list[Mark]:
    """Return everything that is seen of a specification, in the order of drawing."""
    return _read_marks(json.dumps(spec))


@cache
def _read_marks(spec: str) -> list[Mark]:
    drawn = vl_convert.vegalite_to_scenegraph(spec, vl_version=VEGA_LITE)
    return [mark for mark in _walk(drawn["scenegraph"], 0, 0) if mark.fill or mark.stroke]


def _walk(mark: dict[str, Any], x: float, y: float) -> Iterator[Mark]:
    for item in mark["items"]:
        if mark["marktype"] == "group":
            for inner in item["items"]:
                yield from _walk(inner, x + item.get("x", 0), y + item.get("y", 0))
        elif item.get("opacity", 1) > 0:
            yield _read(mark, item, x, y)


def _read(mark: dict[str, Any], item: dict[str, Any], x: float, y: float) -> Mark:
    kind, words = mark["marktype"], item.get("text", "")
    return Mark(
        kind,
        mark.get("role", ""),
        _BOXES.get(kind, _point)(item, x + item.get("x", 0), y + item.get("y", 0)),
        _mix(item, "fill") if kind not in ("line", "rule") else None,
        _mix(item, "stroke") if item.get("strokeWidth", 1) else None,
        " ".join(words) if isinstance(words, list) else str(words),
    )


def _rect(item: dict[str, Any], x: float, y: float) -> tuple[float, float, float, float]:
    return x, y, x + item.get("width", 0), y + item.get("height", 0)


def _symbol(item: dict[str, Any], x: float, y: float) -> tuple[float, float, float, float]:
    half = item.get("size", 64) ** 0.5 / 2
    return x - half, y - half, x + half, y + half


def _text(item: dict[str, Any], x: float, y: float) -> tuple[float, float, float, float]:
    size = item["fontSize"]
    side = {"left": 0.3, "right": -0.3}.get(item.get("align", "left"), 0) * size
    lift = _LIFT.get(item.get("baseline", ""), _ALPHABETIC) * size
    if item.get("angle"):
        side, lift = 0, 0
    return _point(item, x + item.get("dx", 0) + side, y + item.get("dy", 0) - lift)


def _point(item: dict[str, Any], x: float, y: float) -> tuple[float, float, float, float]:
    return x, y, x, y


_BOXES = {"rect": _rect, "symbol": _symbol, "text": _text}


def _mix(item: dict[str, Any], part: str) -> Color | None:
    if item.get(part) in (None, "transparent", "none"):
        return None
    alpha = item.get("opacity", 1) * item.get(f"{part}Opacity", 1)
    return Color(item[part]).set("alpha", alpha) if alpha > 0 else None
