"""A notebook as a document: its words, charts and questions, as far as paper can hold them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from swteach.charts.saving import draw_spec, join_title, paint_spec
from swteach.course import Notebook
from swteach.editions.paper import Grid, Part, Picture, Run, Space, Text, read_plain, say
from swteach.editions.paper_html import read_html
from swteach.editions.paper_markdown import read_markdown
from swteach.editions.paper_question import write_question
from swteach.exercises import Exercise
from swteach.notebook_calls import find_asked

Cell = dict[str, Any]
# What needs a computer, and what to say in its place.
LEFT_OUT = {
    "journal_page": "The journal's page",
    "challenges": "The challenges in code",
    "claim_browser": "The browser of all claims",
    "timeline_explorer": "The timeline to filter",
}
# Cells that speak of the file, the journal and the menus.
OF_THE_SCREEN = ("write-keep", "next-code")
OF_THE_FILE = "Download the data"
MOST_ROWS = 40
WIDGET_LINES = 4
CHART = "vnd.vegalite"
_CALL = re.compile(r"sw\.(\w+)\(")
# A chart's title in the form for wide windows, and not for a phone.
_WIDE = re.compile(r"\] : (\[.*\])$", re.DOTALL)
_RUN = re.compile(r"\s*Run this cell[^\n]*")


@dataclass
class Omissions:
    """What a document lacks, in words, for the summary."""

    tools: list[str] = field(default_factory=list)
    questions: set[str] = field(default_factory=set)
    tables: int = 0
    pictures: int = 0


def write_notebook(
    path: Path, notebook: Notebook, exercises: Mapping[str, Exercise], left: Omissions
) -> list[Part]:
    """
    Return a notebook as the parts of a document, in its own order.

    Parameters
    ----------
    path
        The notebook, with its saved outputs: charts and tables are taken from them.
    notebook
        What the course says of it.
    exercises
        The questions by id.
    left
        What is left out is added to it.
    """
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    writer = _Writer(notebook, exercises, left)
    return [part for cell in cells for part in writer.write_cell(cell)]


def read_source(cell: Cell) -> str:
    """Return the words of a cell, which a notebook may keep line by line."""
    return join_lines(cell["source"])


def join_lines(text: str | list[str]) -> str:
    """Return a text that a notebook keeps whole or line by line."""
    return text if isinstance(text, str) else "".join(text)


class _Writer:
    def __init__(
        self, notebook: Notebook, exercises: Mapping[str, Exercise], left: Omissions
    ) -> None:
        self.notebook, self.exercises, self.left = notebook, exercises, left
        left.questions |= set(exercises)

    def write_cell(self, cell: Cell) -> Iterator[Part]:
        source = read_source(cell)
        if cell["cell_type"] == "markdown":
            if cell.get("id") not in OF_THE_SCREEN:
                yield from read_markdown(source.replace(self.notebook.opening.strip(), ""))
            return
        asked = find_asked(source)
        calls = _CALL.findall(source)
        tool = next((name for name in calls if name in LEFT_OUT), "")
        if asked.names or asked.notebooks:
            for name in asked.names or self.exercises:
                yield from self.ask(name)
        elif tool:
            self.left.tools.append(LEFT_OUT[tool])
            yield say(f"{LEFT_OUT[tool]} needs a computer, and is not on paper.", "note")
        else:
            for output in cell.get("outputs", []):
                yield from self.write_output(output.get("data", {}))

    def ask(self, name: str) -> Iterator[Part]:
        if name in self.exercises:
            self.left.questions.discard(name)
            yield from write_question(self.exercises[name])

    def write_output(self, data: Mapping[str, Any]) -> Iterator[Part]:
        chart = next((data[kind] for kind in data if CHART in kind), None)
        if chart:
            yield from self.draw(chart)
        elif "text/html" in data:
            for part in read_html(join_lines(data["text/html"])):
                yield from self.fit(part)
        elif "text/plain" in data:
            yield from _write_tool(join_lines(data["text/plain"]))

    def draw(self, chart: dict[str, Any]) -> Iterator[Part]:
        title, said = read_title(chart), chart.get("description", "")
        yield Text((Run(title, bold=True),))
        if can_draw():
            self.left.pictures += 1
            yield Picture(
                title,
                said,
                lambda: draw_spec(chart, title, said),
                lambda: paint_spec(chart, title, said),
            )

    def fit(self, part: Part) -> Iterator[Part]:
        """Yield a part, unless it is a table too long for paper."""
        if isinstance(part, Text) and read_plain(part.words).strip().startswith(OF_THE_FILE):
            return
        if isinstance(part, Grid) and len(part.rows) > MOST_ROWS:
            self.left.tables += 1
            yield say(f"{part.caption} ({len(part.rows)} rows) is not in this edition.", "note")
        else:
            yield part


def read_title(chart: Mapping[str, Any]) -> str:
    """Return the title of a chart as a notebook keeps it."""
    title = chart["title"] if isinstance(chart["title"], str) else chart["title"]["text"]
    if isinstance(title, dict):
        wide = _WIDE.search(title["expr"])
        title = json.loads(wide[1]) if wide else ""
    return join_title(title)


def can_draw() -> bool:
    """Return whether pictures can be made here: they need the extra ``swteach[build]``."""
    with suppress(ImportError):
        import vl_convert  # noqa: F401

        return True
    return False


def _write_tool(text: str) -> Iterator[Part]:
    """Yield what a tool says without a computer, and lines to write on."""
    for paragraph in _RUN.sub("", text).split("\n\n"):
        if paragraph.strip():
            yield say(paragraph.strip("\n"))
    yield Space(WIDGET_LINES)
