"""Word files, read back by python-docx: headings, lists, links, tables and lines."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml.ns import qn

from swteach.editions import paper as p
from swteach.editions.paper_page import write_paper_page
from swteach.editions.paper_word import write_paper_word

PARTS = [
    p.Heading(1, "Title"),
    p.Text((p.Run("See "), p.Run("the page", url="https://gov.uk/a?b=1&c=2"), p.Run("."))),
    p.Bullets(((0, (p.Run("one", bold=True),)), (1, (p.Run("within"),)), (0, (p.Run("two"),)))),
    p.bullet(["first", "second"], numbered=True),
    p.Grid("A table", ("a", "b"), (("1", "=2+2"),)),
    p.Space(2),
    p.NewPage(),
    p.say("<b>&", "note"),
]


def read(data: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(data))


def test_what_was_written_is_read_back() -> None:
    """Styles, depth, numbers, the address for those on paper, and no formula."""
    document = read(write_paper_word("T", PARTS))
    found = [(one.style.name, one.text) for one in document.paragraphs if one.text.strip()]
    assert found[0] == ("Heading 1", "Title")
    assert ("Normal", "See the page (https://gov.uk/a?b=1&c=2).") in found
    assert [name for name, text in found if text in ("one", "within")] == [
        "List Bullet",
        "List Bullet 2",
    ]
    assert ("Normal", "1. first") in found and ("Normal", "<b>&") in found
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "\u2060=2+2"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert document.core_properties.language == "en-GB"


def test_a_link_leads_to_its_address() -> None:
    """The words are a hyperlink in the file, to the address as it was given."""
    document = read(write_paper_word("T", PARTS))
    (link,) = document.element.iter(qn("w:hyperlink"))
    assert "".join(node.text for node in link.iter(qn("w:t"))) == "the page"
    assert document.part.rels[link.get(qn("r:id"))].target_ref == "https://gov.uk/a?b=1&c=2"


def test_lines_to_write_on_have_a_border() -> None:
    """Two lines of space are two paragraphs with a line below, each valid in its order."""
    document = read(write_paper_word("T", PARTS))
    lined = [
        one._p.pPr for one in document.paragraphs if one._p.find(f".//{qn('w:pBdr')}") is not None
    ]
    assert len(lined) == 2
    for properties in lined:
        names = [child.tag for child in properties]
        assert names.index(qn("w:pBdr")) < names.index(qn("w:spacing"))


def test_the_page_says_the_same_as_text() -> None:
    """Words are escaped, lists within lists are closed, addresses are links."""
    page = write_paper_page("T", PARTS).decode()
    assert (
        "&lt;b&gt;&amp;" in page and '<a href="https://gov.uk/a?b=1&amp;c=2">the page</a>' in page
    )
    assert "<ul><li><strong>one</strong><ul><li>within</li></ul></li><li>two</li></ul>" in page
    assert page.count('class="line"') == 2 and '<div class="new-page"></div>' in page
