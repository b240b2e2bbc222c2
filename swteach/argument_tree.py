"""Where the boxes and lines of an argument's picture go: its top at the left, in rows.

The picture is made from the same lines as the outline, so that the two cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from swteach.argument import Argument, Line

WIDTH, GAP_ACROSS, GAP_DOWN = 224, 40, 14
LINE_HEIGHT, PADDING, EDGE = 20, 10, 4
CHARACTERS = 25  # of 16 pixel type that surely fit into a box


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
    """Return the picture of a map: each box in the middle of what is under it."""
    lines = {line.part.id: line for line in argument.lines()}
    tops: dict[int, int] = {}
    bottom = EDGE
    for part in argument.list_under(None):
        bottom = _place(argument, lines, part.id, bottom, tops) + GAP_DOWN
    boxes = tuple(_make_box(line, tops[line.part.id]) for line in lines.values())
    width = max((box.x for box in boxes), default=0) + WIDTH + EDGE
    return Tree(boxes, _link(argument, boxes), width, bottom - GAP_DOWN + EDGE)


def _place(
    argument: Argument, lines: dict[int, Line], id: int, top: int, tops: dict[int, int]
) -> int:
    """Find the tops of a branch that may begin at ``top``; return where it ends."""
    height = _measure(lines[id])
    below = argument.list_under(id)
    bottom = top
    for part in below:
        bottom = _place(argument, lines, part.id, bottom, tops) + GAP_DOWN
    end = bottom - GAP_DOWN if below else top
    tops[id] = max(top, (top + end - height) // 2)
    return max(end, tops[id] + height)


def _break(line: Line) -> tuple[str, ...]:
    return tuple(wrap(line.part.text, CHARACTERS))


def _measure(line: Line) -> int:
    return LINE_HEIGHT * (1 + len(_break(line))) + 2 * PADDING


def _make_box(line: Line, top: int) -> Box:
    x = EDGE + line.depth * (WIDTH + GAP_ACROSS)
    head = f"{line.number} {line.part.kind.capitalize()}"
    return Box(line.part.id, line.part.kind, x, top, _measure(line), head, _break(line))


def _link(argument: Argument, boxes: tuple[Box, ...]) -> tuple[Link, ...]:
    at = {box.id: box for box in boxes}
    above = {box.id: argument[box.id].under for box in boxes}
    pairs = [(at[up], at[id]) for id, up in above.items() if up is not None]
    return tuple(
        Link(up.id, box.id, up.x + WIDTH, _middle(up), box.x, _middle(box)) for up, box in pairs
    )


def _middle(box: Box) -> int:
    return box.y + box.height // 2
