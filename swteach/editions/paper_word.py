"""A document as a Word file with real headings, lists, links and tables with headers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from swteach.editions import paper as p
from swteach.editions.packing import settle
from swteach.journal.exports.outline import clean
from swteach.journal.exports.word import save_document, start_document

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

WIDTH_CENTIMETRES = 15
INDENT_CENTIMETRES = 0.75
LINE_POINTS = 27
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
NUMBERS = ("List Number", "List Number 2", "List Number 3")


def write_paper_word(title: str, parts: Sequence[p.Part]) -> bytes:
    """Return a document as a .docx file that is the same bytes each time."""
    document = start_document(title)
    for part in parts:
        _WRITERS[type(part)](document, part)
    return settle(save_document(document))


def _add_heading(document: Document, part: p.Heading) -> None:
    document.add_heading(" ".join(clean(part.text)), part.level)


def _add_text(document: Document, part: p.Text) -> None:
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    _add_words(paragraph, part.words)
    if part.look == "set in":
        paragraph.paragraph_format.left_indent = Cm(INDENT_CENTIMETRES)


def _add_words(paragraph: Paragraph, words: p.Words) -> None:
    for run in words:
        if run.url:
            _add_link(paragraph, run)
        else:
            made = paragraph.add_run("\n".join(clean(run.text)))
            made.bold, made.italic = run.bold or None, run.italic or None


def _add_link(paragraph: Paragraph, run: p.Run) -> None:
    """Add words that lead to an address, with the address after them for those on paper."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    known = paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), known)
    made = paragraph.add_run("\n".join(clean(run.text)))
    made.underline = True
    link.append(made._r)
    paragraph._p.append(link)
    paragraph.add_run(f" ({run.url})")


def _add_bullets(document: Document, part: p.Bullets) -> None:
    styles = NUMBERS if part.numbered else BULLETS
    for number, (depth, words) in enumerate(part.items, 1):
        if part.numbered and not depth:
            # Word would count on from the list before.
            paragraph = _indent(document.add_paragraph(f"{number}. "))
        else:
            paragraph = document.add_paragraph(style=styles[min(depth, len(styles) - 1)])
        _add_words(paragraph, words)


def _indent(paragraph: Paragraph) -> Paragraph:
    from docx.shared import Cm

    paragraph.paragraph_format.left_indent = Cm(INDENT_CENTIMETRES)
    paragraph.paragraph_format.first_line_indent = Cm(-INDENT_CENTIMETRES)
    return paragraph


def _add_grid(document: Document, part: p.Grid) -> None:
    from docx.oxml import OxmlElement

    document.add_paragraph(part.caption, "Caption").paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=len(part.columns), style="Table Grid")
    for row in (part.columns, *part.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = "\n".join(clean(text))
    # Word repeats this row on each page, and screen readers name cells by it.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _add_picture(document: Document, part: p.Picture) -> None:
    from docx.shared import Cm

    data = part.paint()
    if not data:
        return
    shape = document.add_picture(BytesIO(data), width=Cm(WIDTH_CENTIMETRES))
    shape._inline.docPr.set("descr", f"{part.title}. {part.description}")


def _add_space(document: Document, part: p.Space) -> None:
    from docx.shared import Pt

    for _ in range(part.lines):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(LINE_POINTS)
        paragraph.paragraph_format.space_after = Pt(0)
        _underline(paragraph)
    document.add_paragraph()


def _underline(paragraph: Paragraph) -> None:
    """Draw a line below a paragraph, from margin to margin."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:between")
    for element in (line, bottom := OxmlElement("w:bottom")):
        for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "767676")):
            element.set(qn(f"w:{key}"), value)
    borders.extend((bottom, line))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _add_new_page(document: Document, part: p.NewPage) -> None:
    document.add_page_break()


_WRITERS: dict[type, Callable] = {
    p.Heading: _add_heading,
    p.Text: _add_text,
    p.Bullets: _add_bullets,
    p.Grid: _add_grid,
    p.Picture: _add_picture,
    p.Space: _add_space,
    p.NewPage: _add_new_page,
}
