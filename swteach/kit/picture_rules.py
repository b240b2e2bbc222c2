"""The pictures in a notebook's words: there, said in words, and under a licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from swteach.checks.problem import Problem
from swteach.kit.notebook_file import Cell, NotebookFile

LICENCES = "LICENSE-CONTENT.md"
# A picture that was pasted lies within its cell.
PASTED = "attachment:"
SAY = "Say between [ and ] what it shows: ![A line that rises](picture.png)."
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|<img\b([^>]*)>", re.IGNORECASE)
# What JupyterLab writes between the brackets when a picture is pasted: image.png.
_FILE = re.compile(r".+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)", re.IGNORECASE)


def check_pictures(notebook: NotebookFile) -> Iterator[Problem]:
    """Yield pictures without words, and those that are not there or whose licence is not."""
    for cell in notebook.prose:
        for found in _PICTURE.finditer(cell.words):
            words, source, attributes = found.groups()
            if attributes is not None:
                words, source = (_read_attribute(attributes, name) for name in ("alt", "src"))
            shown = source or found[0]
            fault = _find_silence((words or "").strip())
            if fault:
                yield notebook.problem(cell, fault, SAY, at=shown, value=shown)
            yield from _check_source(notebook, cell, source or "")


def _read_attribute(attributes: str, name: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*([\"'])(.*?)\1", attributes, re.IGNORECASE)
    return found[2] if found else ""


def _find_silence(words: str) -> str:
    if not words:
        return "is a picture without words for those who cannot see it."
    if _FILE.fullmatch(words):
        return f"has only a file's name, {words}, to tell those who cannot see it what it shows."
    return ""


def _check_source(notebook: NotebookFile, cell: Cell, source: str) -> Iterator[Problem]:
    if source.startswith(PASTED):
        yield from _check_pasted(notebook, cell, source)
        return
    elsewhere = not source or source.startswith(("http", "data:"))
    if not elsewhere and not (notebook.path.parent / unquote(source)).is_file():
        remedy = "Put the picture beside the notebooks, or correct its name."
        yield notebook.problem(cell, "is not there.", remedy, at=source, value=source)


def _check_pasted(notebook: NotebookFile, cell: Cell, source: str) -> Iterator[Problem]:
    name = unquote(source.removeprefix(PASTED))
    if name not in cell.attachments:
        remedy = "Paste the picture into this cell again, or take it out."
        yield notebook.problem(cell, "is not there.", remedy, at=source, value=source)
    elif name not in _read_licences(notebook):
        message = "is a picture whose licence nobody has written down."
        remedy = f"Say in {LICENCES} who made {name}, and under which licence."
        yield notebook.problem(cell, message, remedy, at=source, value=source)


def _read_licences(notebook: NotebookFile) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return (notebook.path.parent.parent / LICENCES).read_text(encoding="utf-8")
    return ""
