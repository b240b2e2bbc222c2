"""Exports: the same words in each form, readable, and inert whatever was typed."""

from __future__ import annotations

import os
import re
import threading
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import mistune
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from journal_cases import SECOND, answers, entry, gather, pages
from markdown_it import MarkdownIt

from swteach.journal import export_journal, import_journal, open_journal, record
from swteach.journal.exports import FORMS, render
from swteach.journal.exports.markdown import escape
from swteach.journal.exports.outline import JOINER, OPEN, PRIVATE, all_lines, outline, say_value
from swteach.journal.fileformat import Reading, read_pages
from swteach.journal.pages import Pages
from swteach.journal.store import Store

MARKS = st.text("\\`*_{}[]()<>#+-.!|~=:@&$^\"'/ \t\n\r1aw\u2028\x00\ud800é", max_size=40)
NASTY = """=cmd|' /C calc'!A0
+1+1\r\n  @SUM(A1)\t-2
<script>alert(1)</script><img src=x onerror=alert(1)>
[press](javascript:alert(1)) ![x](http://e.org/x.png) <http://e.org> www.e.org http://e.org
# not a heading
===
---
- list\n1. list\n* * *\n    code\n\tcode\n```\ncode\n```
| a | b |\n|---|---|\n&lt;b&gt; &#60; \\<b> \\( x \\) $x$ {{ x }} [^1]: x :smile: **b** __b__ ~~s~~

[a]: javascript:alert(1)
: definition\nline \\\nend  \nend"""


def typed(text: str) -> Pages:
    """Return a journal in which a student, or a file that was imported, says this everywhere."""
    shown = {"prompt": text, "kind": f"answer {text}", "id": text, "notebook": text}
    return gather([entry(text, **shown), entry({text: [text, None]}, at=SECOND, private=True)])


class Read(HTMLParser):
    """Collect the tags of a page, their attributes, and its visible text line by line."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, which starts a line."""
        self.tags.append(tag)
        self.attributes += attrs
        self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        """End the line."""
        self.text += "\n"

    def handle_data(self, data: str) -> None:
        """Add the text."""
        self.text += data


def squeeze(text: str) -> str:
    """Return text without white space: every word and sign, however it is laid out."""
    return "".join(text.split())


def expected(held: Pages) -> str:
    """Return what any export must say, squeezed."""
    return squeeze("".join(all_lines(outline(held))))


RENDERERS: dict[str, Callable[[str], str]] = {
    "CommonMark": MarkdownIt("commonmark").render,
    "GitHub": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
    "mistune": mistune.create_markdown(
        escape=False,
        plugins=["table", "strikethrough", "footnotes", "url", "def_list", "task_lists", "math"],
    ),
}


@settings(max_examples=300)
@given(MARKS | st.text())
@example(NASTY)
@example("javascript:alert(1)")
def test_markdown_shows_what_was_typed_and_nothing_else(text: str) -> None:
    """Three renderers, raw HTML allowed: only our headings, paragraphs and quotations come out."""
    held = typed(text)
    source = render(held, "md").decode()
    for name, rendered in RENDERERS.items():
        page = Read(rendered(source))
        assert set(page.tags) <= {"h1", "h2", "h3", "h4", "p", "blockquote", "br"}, name
        assert not page.attributes and squeeze(page.text) == expected(held), name


def test_an_address_is_no_link_on_github() -> None:
    """GitHub makes links of bare addresses, which no renderer here does; nor of escaped ones."""
    assert escape("see www.e.org, http://e.org") == r"see www\.e.org, http\://e.org"
    assert escape("At 19:30: yes! (no)") == r"At 19\:30: yes! (no)"


@settings(max_examples=300)
@given(MARKS | st.text())
@example(NASTY)
def test_a_page_shows_what_was_typed_and_nothing_else(text: str) -> None:
    """Markup in what was typed is text; nothing runs, nothing is fetched."""
    held = typed(text)
    html = render(held, "html").decode()
    page = Read(html[html.index("<main>") :])
    allowed = {"main", "h1", "h2", "h3", "h4", "p", "blockquote", "br"}
    assert set(page.tags) <= allowed and squeeze(page.text) == expected(held)
    assert set(page.attributes) <= {("class", "note"), ("dir", "auto")}
    assert not re.search(r"url\(|@import|<script|https?://", html.split("<main>")[0])
    assert "default-src 'none'" in html


@settings(max_examples=60)
@given(MARKS | st.text())
@example(NASTY)
def test_word_shows_what_was_typed_and_nothing_else(text: str) -> None:
    """Each paragraph is plain text: no field, link or embedded thing."""
    held = typed(text)
    data = render(held, "docx")
    document = docx.Document(BytesIO(data))
    said = "".join(paragraph.text for paragraph in document.paragraphs)
    assert squeeze(said) == expected(held)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert not re.search("<w:(fldSimple|instrText|hyperlink|object|altChunk)", xml)


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_line_of_an_export_starts_like_a_formula(sign: str) -> None:
    """A spreadsheet that opens the page, or is given a paragraph, finds text in each cell."""
    held = typed(f"{sign}cmd|' /C calc'!A0\n {sign}1+1\r{sign}2\u2028{sign}3")
    html = render(held, "html").decode()
    document = docx.Document(BytesIO(render(held, "docx")))
    lines = Read(html[html.index("<main>") :]).text.splitlines()
    lines += [line for one in document.paragraphs for line in one.text.splitlines()]
    markdown = render(held, "md").decode().splitlines()
    lines += [line.lstrip("> ") for line in markdown]
    assert len(lines) > 20
    assert not [line for line in lines if line.lstrip().startswith(sign)]
    assert any(line.startswith(f"{JOINER}{sign}cmd") for line in lines)


def test_headings_are_fixed_and_private_parts_stand_apart() -> None:
    """Notebooks by number, then what may be handed in, then what is private."""
    held = gather(
        [
            entry("c", id="n7-ref-1", kind="reflection", private=True),
            entry("b", id="n7-num-1"),
            entry("a", id="n3-mcq-1", notebook="Untitled"),
            entry("d", id="notes", notebook="10_more"),
            entry("e", id="free", notebook=""),
        ]
    )
    headings = [(b.kind, b.lines[0]) for b in outline(held) if b.kind in ("h1", "h2", "h3")]
    assert headings == [
        ("h1", "Course journal"),
        *[("h2", "Notebook 3"), ("h3", OPEN), ("h2", "Notebook 7"), ("h3", OPEN)],
        *[("h3", PRIVATE), ("h2", "Notebook 10"), ("h3", OPEN)],
        *[("h2", "Other pages"), ("h3", OPEN)],
    ]


@given(pages)
def test_heading_levels_never_skip(held: Pages) -> None:
    """One first-level heading, first, and no step of more than one down."""
    levels = [int(b.kind[1]) for b in outline(held) if b.kind.startswith("h")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("form", FORMS)
def test_private_entries_can_be_left_out(form: str) -> None:
    """Then no form holds them, nor a heading for them."""
    held = gather([entry("seen"), entry("hidden", id="n3-ref-1", private=True)])

    def text(**options: bool) -> str:
        data = render(held, form, **options)
        word = form == "docx"
        data = zipfile.ZipFile(BytesIO(data)).read("word/document.xml") if word else data
        return data.decode()

    assert "hidden" in text() and "seen" in text()
    assert "hidden" not in text(private=False) and "seen" in text(private=False)
    assert PRIVATE not in text(private=False)


def test_earlier_words_are_in_the_export_newest_first() -> None:
    """A later answer never hides the one before, and each says when it was given."""
    lines = all_lines(outline(gather([entry("first"), entry("second", at=SECOND)])))
    assert lines[-4:] == [
        *["25 November 2026, 19:42 UTC:", "second"],
        *["Earlier, 25 November 2026, 19:42 UTC:", "first"],
    ]


def test_values_of_every_kind_are_said_in_words() -> None:
    """Parts by their names, lists by number, yes and no, and nothing as such."""
    value = {"verdict": "partly", "sure": True, "years": [2019, None], "where": {"x": 1.5}}
    assert list(say_value(value)) == [
        *["verdict: partly", "sure: yes", "years 1: 2019", "years 2: no answer", "where, x: 1.5"],
    ]


@given(pages)
def test_json_comes_back_exactly(held: Pages) -> None:
    """The export to import again is the journal itself."""
    assert read_pages(render(held, "json")) == Reading(held)


def test_the_word_file_names_nobody_and_speaks_english() -> None:
    """No author is put in, the language is set, and headings are real ones."""
    document = docx.Document(BytesIO(render(answers(1), "docx")))
    properties = document.core_properties
    assert (properties.author, properties.language) == ("", "en-GB")
    assert [p.style.name for p in document.paragraphs[:3]] == ["Heading 1", "Normal", "Heading 2"]
    styles = document.styles.element.xml
    assert 'w:val="en-GB"' in styles and 'w:val="en-US"' not in styles


def test_the_page_has_its_language_title_and_one_main_region() -> None:
    """What a screen reader asks of a page first."""
    page = Read(render(answers(2), "html").decode())
    assert ("lang", "en-GB") in page.attributes
    assert page.tags.count("main") == page.tags.count("h1") == page.tags.count("title") == 1


def test_exports_lie_beside_the_journal_and_come_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each form is written whole, and the .json of one machine is imported on another."""
    monkeypatch.chdir(folder)
    record("answer", "n3-mcq-1", "words")
    for form in FORMS:
        outcome = export_journal(form)
        assert outcome and outcome.path == folder.resolve() / f"journal-export.{form}"
        assert outcome.path.stat().st_size > 100
    held = open_journal().pages
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder / "elsewhere.json"))
    assert import_journal(str(folder / "journal-export.json")).added == 1
    assert open_journal().pages == held
    refused = export_journal("pdf")
    assert not refused and "Choose one of: docx, html, md, json" in refused.message


def test_an_export_that_cannot_be_written_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised."""
    monkeypatch.chdir(folder)
    (folder / "journal-export.md").mkdir()
    outcome = export_journal("md")
    assert not outcome and outcome.message.startswith("Not exported: ")


def test_an_export_half_written_is_not_swept_away(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook opened meanwhile tidies the folder, and waits for the export to be whole."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(path))
    record("answer", "n3-mcq-1", "Yes.")
    opened, flush = [], os.fsync

    def open_another(handle: int) -> None:
        thread = threading.Thread(target=lambda: opened.append(Store(path)))
        thread.start()
        thread.join(0.3)
        flush(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", open_another)
        outcome = export_journal("md")
    assert outcome.saved and outcome.path.read_bytes(), outcome
