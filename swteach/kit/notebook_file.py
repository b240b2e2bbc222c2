"""A notebook as its file holds it, so that a rule can name the cell and the line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from swteach.checks.problem import Problem

FOLDER = "notebooks"
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CELL = re.compile(r'"cell_type"\s*:')
_SAVE = "Open it in JupyterLab and save it again, or take it back from the course."


@dataclass(frozen=True)
class Cell:
    """One cell; ``line`` is where it begins, ``attachments`` names what was pasted into it."""

    id: str
    kind: str
    source: str
    line: int
    outputs: tuple[dict[str, Any], ...] = ()
    folded: bool = False
    attachments: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is read as words: the source without the blocks of code within it."""
        return _CODE.sub("", self.source)


@dataclass(frozen=True)
class NotebookFile:
    """One notebook: its name without ``.ipynb``, its cells, and the lines of the file."""

    path: Path
    lines: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The file as a report names it."""
        return f"{FOLDER}/{self.path.name}"

    @property
    def prose(self) -> list[Cell]:
        """The cells that a student reads."""
        return [cell for cell in self.cells if cell.kind == "markdown"]

    @property
    def code(self) -> list[Cell]:
        """The cells that run."""
        return [cell for cell in self.cells if cell.kind == "code"]

    def problem(
        self, cell: Cell | None, message: str, remedy: str, *, at: str = "", value: str = ""
    ) -> Problem:
        """Return a problem of a cell, or of the whole; ``at`` is text on the line to name."""
        if cell is None:
            return Problem(self.name, 1, "", value, message, remedy)
        return Problem(
            self.name, self._find_line(cell, at), f"cell {cell.id}", value, message, remedy
        )

    def _find_line(self, cell: Cell, at: str) -> int:
        """Return the line of a cell that holds a text, or else the line of the cell's name."""
        later = [other.line for other in self.cells if other.line > cell.line]
        end = later[0] - 1 if later else len(self.lines)
        for text in (at, json.dumps(at)[1:-1], json.dumps(at, ensure_ascii=False)[1:-1], cell.id):
            for number, line in enumerate(self.lines[cell.line - 1 : end], cell.line):
                if text and text in line:
                    return number
        return cell.line


def read_notebooks(folder: Path) -> tuple[list[NotebookFile], list[Problem]]:
    """Return the notebooks of a course folder in order, and those that cannot be read."""
    read, problems = [], []
    for path in sorted((folder / FOLDER).glob("*.ipynb")):
        found = read_notebook(path)
        (read if isinstance(found, NotebookFile) else problems).append(found)
    return read, problems


def read_notebook(path: Path) -> NotebookFile | Problem:
    """Return one notebook, or what keeps it from being read."""
    name = f"{FOLDER}/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8")
        cells = tuple(_read_cells(json.loads(text), text))
    except json.JSONDecodeError as error:
        message = f"is no notebook any more: {error.msg}."
        return Problem(name, error.lineno, "", "", message, _SAVE)
    except (UnicodeDecodeError, RecursionError, KeyError, TypeError, AttributeError):
        return Problem(name, 1, "", "", "is no notebook, or a damaged one.", _SAVE)
    return NotebookFile(path, tuple(text.split("\n")), cells)


def _read_cells(document: Any, text: str) -> Iterator[Cell]:
    starts = [text.count("\n", 0, found.start()) + 1 for found in _CELL.finditer(text)]
    for place, cell in enumerate(document["cells"]):
        yield Cell(
            id=str(cell.get("id") or f"number {place + 1}"),
            kind=cell["cell_type"],
            source="".join(cell["source"]),
            line=starts[place] if place < len(starts) else 1,
            outputs=tuple(one for one in cell.get("outputs") or () if _is_output(one)),
            folded=bool((cell["metadata"].get("jupyter") or {}).get("source_hidden")),
            attachments=tuple(cell.get("attachments") or ()),
        )


def _is_output(output: Any) -> bool:
    return isinstance(output, dict) and isinstance(output.get("data") or {}, dict)
