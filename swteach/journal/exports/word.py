"""A journal as a Word file with real headings, for handing in and for marking."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from swteach.journal.exports.outline import TITLE, Block

if TYPE_CHECKING:
    from docx.document import Document

INDENT_CENTIMETRES = 0.75


def write_word(blocks: Sequence[Block]) -> bytes:
    """Return blocks as a .docx file: headings of levels 1 to 4, a student's words set in."""
    import docx

    document = docx.Document()
    _describe(document)
    for block in blocks:
        _add(document, block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _describe(document: Document) -> None:
    """Set title and language; python-docx would put in its own name as the author."""
    from docx.oxml.ns import qn

    properties = document.core_properties
    properties.title, properties.author, properties.comments = TITLE, "", ""
    properties.language = "en-GB"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _add(document: Document, block: Block) -> None:
    from docx.shared import Cm

    if block.kind.startswith("h"):
        document.add_heading(" ".join(block.lines), int(block.kind[1]))
        return
    paragraph = document.add_paragraph("\n".join(block.lines))
    if block.kind == "words":
        paragraph.paragraph_format.left_indent = Cm(INDENT_CENTIMETRES)
