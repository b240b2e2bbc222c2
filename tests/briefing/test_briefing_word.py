"""The briefing as a Word file."""

from __future__ import annotations

import re
import sys
import zipfile
from io import BytesIO

import docx
import pytest
from briefing_cases import NASTY, fill
from export_reading import check_levels

from swteach.briefing_export import render
from swteach.briefing_figure import NO_PICTURE, make_figure


def _open(draft, **options):
    return docx.Document(BytesIO(render(draft, "docx", **options)))


def test_headings_tables_and_language() -> None:
    """Real headings in order, a title, British English, and tables whose first row is a header."""
    draft = fill()
    document = _open(draft)
    styles = [one.style.name for one in document.paragraphs]
    check_levels([int(name[-1]) for name in styles if name.startswith("Heading")])
    properties = document.core_properties
    assert (properties.language, properties.author) == ("en-GB", "")
    assert properties.title == f"Briefing: {draft.topic.question}"
    for table, place in zip(document.tables, draft.plan.charts, strict=True):
        expected = make_figure(draft.chart(place.id)).table
        assert [cell.text for cell in table.rows[0].cells] == expected.columns
        assert len(table.rows) == len(expected.rows) + 1
        assert "<w:tblHeader" in table.rows[0]._tr.xml


def test_pictures_have_words() -> None:
    """Each picture of a chart has its finding as alternative text."""
    pytest.importorskip("vl_convert")
    draft = fill()
    shapes = _open(draft).inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    figures = [make_figure(draft.chart(place.id)) for place in draft.plan.charts]
    assert told == [f"{one.title}. {one.description}" for one in figures]


def test_without_the_extra_a_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pictures cannot be drawn the file says so and has its tables."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    document = _open(fill())
    said = [one.text for one in document.paragraphs]
    assert said.count(NO_PICTURE) == 2 and len(document.tables) == 2


def test_what_was_typed_is_text() -> None:
    """What was typed is plain text: no field, link or embedded thing; no line like a formula."""
    data = render(fill(words=NASTY), "docx", account=True)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert not re.search("<w:(fldSimple|instrText|hyperlink|object|altChunk)", xml)
    lines = [
        line for one in docx.Document(BytesIO(data)).paragraphs for line in one.text.splitlines()
    ]
    assert "<script>alert(1)</script>" in "".join(lines)
    assert not [line for line in lines if line.lstrip().startswith(("=", "@", "+"))]
