"""What a student may rely on in the words of every notebook: parts, headings, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from swteach.checks.problem import Nearest, Problem
from swteach.kit.notebook_file import Cell, NotebookFile
from swteach.kit.picture_rules import check_pictures

PARTS = (
    "Content note",
    "What you will be able to do",
    "Recap",
    "Predict",
    "Read",
    "Look",
    "Test",
    "Talk",
    "Write",
    "Next",
)
_HEADING = re.compile(r"^(#{1,6}) +(.+?) *#*$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")
# Cells that begin so set two cases side by side.
_SIDE = "read-side-"
MOST_UNEQUAL = 1.15


def check_page(notebook: NotebookFile) -> Iterator[Problem]:
    """Yield what is wrong in the words of a notebook."""
    yield from _check_headings(notebook)
    yield from _check_parts(notebook)
    yield from _check_links(notebook)
    yield from check_pictures(notebook)
    yield from _check_sides(notebook)


def find_headings(notebook: NotebookFile) -> list[tuple[Cell, int, str]]:
    """Return the headings of a notebook, each with its cell and its level."""
    return [
        (cell, len(marks), title.strip())
        for cell in notebook.prose
        for marks, title in _HEADING.findall(cell.words)
    ]


def _check_headings(notebook: NotebookFile) -> Iterator[Problem]:
    headings = find_headings(notebook)
    if not headings or headings[0][1] != 1:
        remedy = 'Begin its first cell with "# " and the title.'
        yield notebook.problem(None, "does not open with its title.", remedy)
    for cell, _, title in [one for one in headings if one[1] == 1][1:]:
        message = "is a second title: a page has one."
        yield notebook.problem(cell, message, 'Write "## " for a part.', at=title, value=title)
    for (_, before, _), (cell, level, title) in pairwise(headings):
        if level > before + 1:
            message = f"jumps from level {before} to {level}, where a screen reader loses its way."
            remedy = f'Write "{"#" * (before + 1)} {title}".'
            yield notebook.problem(cell, message, remedy, at=title, value=title)


def _check_parts(notebook: NotebookFile) -> Iterator[Problem]:
    found = [(cell, title) for cell, level, title in find_headings(notebook) if level == 2]
    titles = [title for _, title in found]
    for part in PARTS:
        if part not in titles:
            message = f'has no part "{part}".'
            yield notebook.problem(None, message, f'Add a cell that begins "## {part}".')
    for cell, title in found:
        if title not in PARTS:
            remedy = f"{Nearest(PARTS, '').suggest(title)} For a heading within one, write ###."
            yield notebook.problem(
                cell, "is not one of the ten parts.", remedy, at=title, value=title
            )
    ours = [one for one in found if one[1] in PARTS]
    for (_, before), (cell, title) in pairwise(ours):
        if PARTS.index(title) <= PARTS.index(before):
            message = f'stands after "{before}": the parts have one order in every notebook.'
            remedy = "Move it, or delete the one too many."
            yield notebook.problem(cell, message, remedy, at=title, value=title)


def _check_links(notebook: NotebookFile) -> Iterator[Problem]:
    anchors = {title.replace(" ", "-") for _, _, title in find_headings(notebook)}
    for cell in notebook.prose:
        for target in _LINK.findall(cell.words):
            message, remedy = _find_fault(notebook, unquote(target), anchors)
            if message:
                yield notebook.problem(cell, message, remedy, at=target, value=target)


def _find_fault(notebook: NotebookFile, target: str, anchors: set[str]) -> tuple[str, str]:
    if re.match(r"[a-z]+:", target):
        return "", ""
    if target.startswith("#"):
        there = target[1:] in anchors
        suggestion = Nearest(anchors, "See its headings.").suggest(target[1:])
        return ("", "") if there else ("leads to no heading of this page.", suggestion)
    file = target.split("#")[0]
    if (notebook.path.parent / file).exists():
        return "", ""
    beside = [path.name for path in notebook.path.parent.glob("*") if path.is_file()]
    near = Nearest(beside, "See the files beside it.").suggest(file)
    return "leads to no file here.", f"{near} If that page is gone, delete the link."


def _check_sides(notebook: NotebookFile) -> Iterator[Problem]:
    sides = [cell for cell in notebook.prose if cell.id.startswith(_SIDE)]
    for cell in sides:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        named = len(lines) > 1 and re.fullmatch(r"\*.+\*", lines[1].strip())
        if not (named and re.search(r"\b(?:19|20)\d\d\b", lines[1])):
            message = "does not say whose case it is."
            remedy = "Below its heading, write a line in *stars*: who, in what text, in which year."
            yield notebook.problem(cell, message, remedy)
    lengths = [len(cell.source.split()) for cell in sides]
    if lengths and max(lengths) > MOST_UNEQUAL * min(lengths):
        message = f"two cases side by side differ in length: {lengths} words."
        remedy = "Shorten the longer or add to the shorter, so that each side gets its say."
        yield notebook.problem(sides[lengths.index(max(lengths))], message, remedy)
