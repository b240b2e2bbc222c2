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
    document = start_document(TITLE)
    for block in blocks:
        add_block(document, block)
    return save_document(document)


def start_document(title: str) -> Document:
    """Return an empty document with title and language; python-docx would name itself in it."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = "en-GB"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    return document


def save_document(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_block(document: Document, block: Block) -> None:
    """Add a block to a document as plain text."""
    from docx.shared import Cm

    if block.kind.startswith("h"):
        document.add_heading(" ".join(block.lines), int(block.kind[1]))
        return
    paragraph = document.add_paragraph("\n".join(block.lines))
    if block.kind == "words":
        paragraph.paragraph_format.left_indent = Cm(INDENT_CENTIMETRES)
