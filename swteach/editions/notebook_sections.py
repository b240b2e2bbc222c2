"""Parts of a notebook that a tutor needs: what is talked about, and who speaks for other sides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from swteach.editions.paper import Heading, Part, say
from swteach.editions.paper_markdown import read_markdown
from swteach.editions.paper_notebook import Cell, read_source
from swteach.notebook_calls import find_asked

TALK = "Talk"
OTHER_SIDE = "Read the other side in full"
_TITLE = re.compile(r"^##\s+(.+)$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)


def read_cells(path: Path) -> list[Cell]:
    """Return the cells of a notebook; none where there is no such file."""
    if not path.is_file():
        return []
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def find_talk(cells: Sequence[Cell]) -> list[Part]:
    """Return what groups and seminars are given, with the names of the questions asked there."""
    parts: list[Part] = []
    for cell in _find_section(cells, TALK):
        source = read_source(cell)
        if cell["cell_type"] == "markdown":
            parts += read_markdown(source, deeper=1)
        else:
            asked = find_asked(source).names
            parts += [say(f"Question {name}: see below.", "note") for name in asked]
    return [part for part in parts if part != Heading(3, TALK)]


def find_other_side(cells: Sequence[Cell]) -> list[Part]:
    """Return the pages that a notebook lists for those whom its texts argue with."""
    for cell in cells:
        _, found, after = read_source(cell).partition(OTHER_SIDE)
        if found and cell["cell_type"] == "markdown":
            text = _HEADING.split(after.lstrip("*.").lstrip(), maxsplit=1)[0]
            # Of a sentence in bold only its end stands here.
            return read_markdown(text.removeprefix("**"), deeper=1)
    return []


def _find_section(cells: Sequence[Cell], title: str) -> Iterator[Cell]:
    """Yield the cells from a heading of the second level to the next of that level."""
    inside = False
    for cell in cells:
        if cell["cell_type"] == "markdown":
            titles = _TITLE.findall(read_source(cell))
            inside = titles[-1].strip() == title if titles else inside
        if inside:
            yield cell
