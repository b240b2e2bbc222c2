"""A briefing as a Word file with real headings, tables with headers, and pictures with words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from swteach.briefing_figure import NO_PICTURE, Figure
from swteach.briefing_outline import Grid, Links, Part, find_title
from swteach.journal.exports.outline import Block
from swteach.journal.exports.word import add_block, save_document, start_document

if TYPE_CHECKING:
    from docx.document import Document

WIDTH_CENTIMETRES = 15


def write_briefing_word(parts: Sequence[Part]) -> bytes:
    """Return a briefing as a .docx file: headings of levels 1 to 4, a student's words set in."""
    document = start_document(find_title(parts))
    for part in parts:
        _add(document, part)
    return save_document(document)


def _add(document: Document, part: Part) -> None:
    if isinstance(part, Block):
        add_block(document, part)
    elif isinstance(part, Grid):
        _add_grid(document, part)
    elif isinstance(part, Links):
        _add_links(document, part)
    else:
        _add_picture(document, part)


def _add_links(document: Document, links: Links) -> None:
    document.add_paragraph(links.title)
    for source in links.sources:
        address = f", {source.url}" if source.url else ""
        document.add_paragraph(f"{source.publisher}, {source.title}{address}", "List Bullet")


def _add_grid(document: Document, grid: Grid) -> None:
    document.add_paragraph(grid.caption, "Caption")
    table = document.add_table(rows=0, cols=len(grid.columns), style="Table Grid")
    for row in (grid.columns, *grid.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    _mark_header(table.rows[0])


def _mark_header(row: object) -> None:
    """Mark a row as the one that Word repeats on each page and screen readers name cells by."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_picture(document: Document, figure: Figure) -> None:
    from docx.shared import Cm

    data = figure.paint()
    if not data:
        document.add_paragraph(NO_PICTURE)
        return
    shape = document.add_picture(BytesIO(data), width=Cm(WIDTH_CENTIMETRES))
    shape._inline.docPr.set("descr", f"{figure.title}. {figure.description}")
