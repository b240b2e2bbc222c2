"""The briefing as Markdown: words stay words, tables are tables."""

from __future__ import annotations

from briefing_cases import NASTY, fill
from export_reading import Read, check_levels
from markdown_it import MarkdownIt

from swteach.briefing_export import render
from swteach.briefing_figure import make_figure
from swteach.briefing_markdown import write_briefing_markdown
from swteach.briefing_outline import Grid

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render


def _read(draft, **options) -> Read:
    return Read(RENDER(render(draft, "md", **options).decode()))


def test_headings_tables_and_links_come_out() -> None:
    """Headings in order, both tables whole, and each source a link with its own address."""
    draft = fill()
    page = _read(draft)
    check_levels(page.levels())
    figures = [make_figure(draft.chart(place.id)) for place in draft.plan.charts]
    cells = sum(len(one.table.columns) * len(one.table.rows) for one in figures)
    assert len(page.find("table")) == 2 and len(page.find("td")) == cells
    links = {found["href"] for found in page.find("a")}
    assert {source.url for one in figures for source in one.sources} <= links


def test_a_bar_in_a_cell_parts_no_cells() -> None:
    """A cell with a bar, a line end or markup in it stays one cell of words."""
    grid = Grid("a | b", ("x|y", "z"), (("1 | 2\n3", "<i>`4`</i>"),))
    page = Read(RENDER(write_briefing_markdown([grid]).decode()))
    assert len(page.find("th")) == 2 == len(page.find("td"))
    assert "1 | 2 3" in "".join(text for _, text in page.texts)
    assert not page.find("i") and not page.find("code")


def test_what_was_typed_is_text() -> None:
    """Markup in every box makes no heading, link, code, table or HTML."""
    calm, page = _read(fill()), _read(fill(words=NASTY), account=True)
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in calm.tags} | {"br"}
    assert page.find("a") == calm.find("a") and page.levels() == calm.levels()
    shown = "".join(text for _, text in page.texts)
    assert "<script>alert(1)</script>" in shown and "[a link](javascript:alert(3))" in shown


def test_no_line_starts_like_a_formula() -> None:
    """A spreadsheet that is given the file takes each of the student's lines for text."""
    lines = render(fill(words=NASTY), "md").decode().splitlines()
    assert not [line for line in lines if line.lstrip("> ").startswith(("=", "@", "+"))]
