"""Words that look like markup stay words, wherever a chart or a page shows them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

import swteach as sw
from swteach import page
from swteach.charts import show as show_module
from swteach.charts.renderer import MIME, bundle
from swteach.charts.saving import make_svg

EVIL = """</table></script><script>alert("it's")</script><img src=x onerror='alert(1)'> & {{x}}"""
# What the course's own pages are made of; none of it comes from a value.
OWN_TAGS = {
    "a", "b", "caption", "details", "div", "li", "p", "style", "summary", "table", "tbody", "td",
    "th", "thead", "tr", "ul",
}  # fmt: skip


class Reader(HTMLParser):
    """Collects the tags, the names of attributes and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Collect words."""
        self.words += data


def check_inert(html: str, times: int = 1) -> None:
    """Fail unless the words stand in the page so often, as words and nothing else."""
    read = Reader(html)
    assert read.tags <= OWN_TAGS
    assert not {name for name in read.attributes if name.startswith("on")}
    assert all(not address.lower().startswith("javascript") for address in read.addresses)
    assert read.words.count(EVIL) >= times, read.words


@pytest.fixture
def evil_chart() -> Any:
    """Return a chart whose every word is markup: title, notes, caption, headings and values."""
    chart = sw.charts.which_denominator()
    said = chart.usermeta
    table = {**said["table"], "caption": EVIL, "columns": {"section": EVIL, "shown": EVIL}}
    broken = [{"mark": EVIL, "at": "2014-01-01", "why": EVIL, "series": []}]
    spoken = dict.fromkeys(("notice", "misreading"), EVIL)
    lists = {name: [EVIL] for name in ("caveats", "key")}
    chart.usermeta = {**said, **spoken, **lists, "table": table, "breaks": broken}
    chart.title.text = chart.title.subtitle = chart.description = EVIL
    chart.data = chart.data.assign(section=EVIL, group=EVIL, caveat=EVIL)
    return chart


def show(chart: Any, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Show a chart and return what was displayed."""
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(show_module, "display", lambda data, **_: seen.append(data))
    sw.show(chart)
    return seen


def test_page_beside_a_chart_is_inert(evil_chart: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word beside a chart is escaped; the table's cells and headings too."""
    _, notes = show(evil_chart, monkeypatch)
    check_inert(notes["text/html"], times=12)


def test_sources_are_inert(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publisher, title and date are escaped, and an address that is no web page is no link."""
    row = dict.fromkeys(("title", "publisher", "published"), EVIL)
    sources = pd.DataFrame([{**row, "url": "javascript:alert(1)", "source_id": "evil"}])
    monkeypatch.setattr(show_module, "find_sources", lambda _ids: sources)
    check_inert(show_module._write_sources(["evil"]), times=3)


def test_chart_itself_is_data(evil_chart: Any) -> None:
    """The title is drawn to a canvas: its words reach Vega as they are, and as valid JSON."""
    data, _ = bundle(evil_chart)
    spec = json.loads(json.dumps(data[MIME]))
    assert spec["description"] == EVIL
    wide = spec["title"]["text"]["expr"].partition(" : ")[2]
    assert " ".join(json.loads(wide)) == " ".join(EVIL.split())


def test_saved_picture_is_inert(evil_chart: Any) -> None:
    """In an SVG the words are text and label; no element is made of them."""
    root = ElementTree.fromstring(make_svg(evil_chart))
    assert root.get("aria-label") == EVIL
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"script", "img", "table", "foreignObject"}


def test_pieces_of_pages_are_inert() -> None:
    """Captions, headings, cells and summaries of :mod:`swteach.page` are escaped."""
    shown = page.table(pd.DataFrame({EVIL: [EVIL]}), EVIL)
    check_inert(shown._repr_html_(), times=3)
    check_inert(page.disclose("", EVIL))
    check_inert(page.link(EVIL, f"https://example.org/{EVIL}"))


def test_rows_of_the_timeline_are_inert(change_data: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event with markup for title, actor and caveat is words in chart, table and key."""
    event = "2022-cma-final-report"
    change_data("events.csv", {"event_id": event}, title=EVIL, actor=EVIL, caveat=EVIL)
    chart = sw.charts.timeline()
    drawn, notes = show(chart, monkeypatch)
    check_inert(notes["text/html"], times=4)
    rows = drawn[MIME]["datasets"][drawn[MIME]["data"]["name"]]
    assert [row["title"] for row in rows if row["event_id"] == event] == [EVIL]
