"""Where the boxes and lines of an argument's picture go: its top at the left, in rows.

The picture is made from the same lines as the outline, so that the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from swteach.argument import Argument, Line

WIDTH, GAP_ACROSS, GAP_DOWN = 222, 32, 14
LINE_HEIGHT, PADDING, EDGE = 20, 10, 4
CHARACTERS = 21  # of 16 pixel type that fit into a box, in a wide typeface


@dataclass(frozen=True)
class Box:
    """A part in the picture: its place, its size and its words, line by line."""

    id: int
    kind: str
    x: int
    y: int
    height: int
    head: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """A line from the part above to the part under it."""

    above: int
    under: int
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Tree:
    """The picture: boxes in the order of the outline, links, and its size in pixels."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    width: int
    height: int


def lay_tree(argument: Argument) -> Tree:
    """Return the picture of a map: each box beside the first of those under it."""
    boxes: list[Box] = []
    for line in argument.lines():
        column = [box for box in boxes if box.x >= _find_x(line)]
        bottom = max((box.y + box.height + GAP_DOWN for box in column), default=EDGE)
        above = next((box for box in boxes if box.id == line.part.under), None)
        boxes.append(_make_box(line, max(bottom, above.y if above else EDGE)))
    width = max((box.x for box in boxes), default=0) + WIDTH + EDGE
    height = max((box.y + box.height for box in boxes), default=0) + EDGE
    return Tree(tuple(boxes), _link(argument, boxes), width, height)


def _find_x(line: Line) -> int:
    return EDGE + line.depth * (WIDTH + GAP_ACROSS)


def _break(line: Line) -> tuple[str, ...]:
    return tuple(wrap(line.part.text, CHARACTERS))


def _measure(line: Line) -> int:
    return LINE_HEIGHT * (1 + len(_break(line))) + 2 * PADDING


def _make_box(line: Line, top: int) -> Box:
    head = f"{line.number} {line.part.kind.capitalize()}"
    return Box(line.part.id, line.part.kind, _find_x(line), top, _measure(line), head, _break(line))


def _link(argument: Argument, boxes: Sequence[Box]) -> tuple[Link, ...]:
    at = {box.id: box for box in boxes}
    above = {box.id: argument[box.id].under for box in boxes}
    pairs = [(at[up], at[id]) for id, up in above.items() if up is not None]
    low = PADDING + LINE_HEIGHT // 2  # beside the first line of the words
    return tuple(
        Link(up.id, box.id, up.x + WIDTH, up.y + low, box.x, box.y + low) for up, box in pairs
    )
