"""The briefing as a page: whole in itself, in order, and inert whatever was typed."""

from __future__ import annotations

import re
import sys

import pytest
from briefing_cases import NASTY, fill
from export_reading import Read, check_levels

from swteach.briefing_export import render
from swteach.briefing_figure import NO_PICTURE, make_figure
from swteach.briefing_outline import Grid
from swteach.briefing_page import write_briefing_page
from swteach.claim_record import find_tests
from swteach.journal.exports.outline import Block


def _read(draft, **options) -> tuple[str, Read]:
    html = render(draft, "html", **options).decode()
    return html, Read(html)


def test_page_is_accessible() -> None:
    """Language, one main part, headings in order, tables with caption and scoped headers."""
    html, page = _read(fill())
    assert page.find("html") == [{"lang": "en-GB"}] and len(page.find("main")) == 1
    check_levels(page.levels())
    assert page.open == []
    tables = html.split("<table")[1:]
    assert len(tables) == 2
    for table in tables:
        assert "<caption" in table and 'scope="col"' in table and 'scope="row"' in table
    assert all("scope" in cell for cell in page.find("th"))
    for region in (found for found in page.find("div") if found.get("role") == "region"):
        assert region["tabindex"] == "0" and region["aria-label"]


def test_pictures_are_in_the_page_with_their_words() -> None:
    """Both charts are drawn in the page itself, each labelled with its finding."""
    pytest.importorskip("vl_convert")
    html, page = _read(fill())
    pictures = [found for found in page.find("svg") if found.get("role") == "img"]
    assert len(pictures) == 2 and all(len(found["aria-label"]) > 40 for found in pictures)
    assert NO_PICTURE not in html


def test_without_the_extra_a_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pictures cannot be drawn the page says it twice, and has its tables all the same."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    html, page = _read(fill())
    assert html.count(NO_PICTURE) == 2 and not page.find("svg") and len(page.find("table")) == 2


def test_page_needs_nothing_else() -> None:
    """No script, no style sheet, font or picture from elsewhere; links lead to sources only."""
    draft = fill()
    html, page = _read(draft)
    assert "default-src 'none'" in html
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "input", "image"}
    assert not re.search(r"@import|url\(", html)
    known = {
        source.url
        for slot in draft.plan.slots
        for test in find_tests(draft.claim(slot.id))
        for source in test.sources
    }
    charts = [make_figure(draft.chart(place.id)) for place in draft.plan.charts]
    known |= {source.url for chart in charts for source in chart.sources}
    assert {found["href"] for found in page.find("a")} == known - {""}


def test_cells_and_captions_are_text_too() -> None:
    """A sign of markup in a table of the data is shown, and makes no tag."""
    block = Block("h1", ("a",))
    grid = Grid("x < y & z", ("<b>",), (("<i>1</i>",),))
    html = write_briefing_page([block, grid]).decode()
    assert not Read(html).find("i") and not Read(html).find("b")
    assert "<i>1</i>" in "".join(text for _, text in Read(html).texts)


def test_what_was_typed_is_text() -> None:
    """Markup and formulas in every box add no tag and no attribute, and no word is lost."""
    plain, nasty = fill(), fill(words=NASTY)
    calm, page = _read(plain, account=True)[1], _read(nasty, account=True, name=NASTY)[1]
    count = lambda found: sorted({tag for tag, _ in found.tags})  # noqa: E731
    assert count(page) == count(calm)
    assert {key for _, found in page.tags for key in found} == {
        key for _, found in calm.tags for key in found
    }
    assert page.find("a") == calm.find("a")
    shown = "".join(text for _, text in page.texts)
    fields = [id for id, value in nasty.values.items() if NASTY in value]
    assert shown.count("<script>alert(1)</script>") == len(fields) + 1  # and the name
    starts = [text.lstrip()[:1] for _, text in page.texts]
    assert not set(starts) & set("=@")
