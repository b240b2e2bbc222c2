"""What stands beside a chart on the page, for every reader."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import altair as alt
import pandas as pd
import pytest
from chart_calls import CALLS, draw

import swteach as sw
from swteach.charts import show as show_module
from swteach.charts.renderer import MIME
from swteach.charts.rows import find_sources
from swteach.charts.twin import make_table

# What JupyterLab 4.6 keeps of a notebook that was opened and not yet run.
SAFE_TAGS = {
    "a",
    "b",
    "caption",
    "details",
    "div",
    "li",
    "p",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
SAFE_ATTRIBUTES = {"class", "style", "href", "scope", "rel", "target"}


class Reader(HTMLParser):
    """Collects the tags, attributes and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an opened tag."""
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Fail where a tag closes that was not the last to open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect words."""
        self.words += data + " "


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that shows a chart and gives what was displayed."""

    def show(chart: Any) -> list[dict[str, str]]:
        seen: list[dict[str, str]] = []
        monkeypatch.setattr(show_module, "display", lambda data, **_: seen.append(data))
        sw.show(chart)
        return seen

    return show


@pytest.mark.parametrize("name", CALLS)
def test_page_holds_all_that_is_owed(name: str, shown: Any) -> None:
    """Words, breaks, caveats, sources with links, the table and the file are on the page."""
    chart = draw(name, CALLS[name])
    page = Reader()
    page.feed(shown(chart)[1]["text/html"])
    assert page.open == []
    said = chart.usermeta
    for words in (said["notice"], said["misreading"], *said["caveats"], *said["key"]):
        assert words in page.words
    for found in said["breaks"]:
        assert f"{found['mark']}, from {found['at'][:4]}: {found['why']}" in page.words
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert set(find_sources(said["sources"])["url"].dropna()) <= links


@pytest.mark.parametrize("name", CALLS)
def test_page_survives_an_untrusted_notebook(name: str, shown: Any) -> None:
    """Only the file's name and address, and a control's size, are lost before a run."""
    chart = draw(name, CALLS[name])
    page = Reader()
    page.feed(shown(chart)[1]["text/html"])
    lost = {tag for tag, _ in page.tags} - SAFE_TAGS
    assert lost == (set() if chart.params is alt.Undefined else {"style"})
    others = {key for _, attributes in page.tags for key in attributes} - SAFE_ATTRIBUTES
    assert others == {"download"}
    assert "run the cell" in page.words


@pytest.mark.parametrize("name", CALLS)
def test_table_is_accessible(name: str, shown: Any) -> None:
    """The table has a caption, and each heading says whether it heads a row or a column."""
    chart = draw(name, CALLS[name])
    page = Reader()
    page.feed(shown(chart)[1]["text/html"])
    twin = make_table(chart)
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert scopes.count("col") == len(twin.columns)
    assert scopes.count("row") == len(twin.rows)
    assert None not in scopes
    assert [tag for tag, _ in page.tags].count("caption") == 1
    assert twin.caption in page.words


@pytest.mark.parametrize("name", CALLS)
def test_file_holds_each_row(name: str, shown: Any) -> None:
    """The downloaded file has the chart's rows, with the address of each source."""
    chart = draw(name, CALLS[name])
    page = Reader()
    page.feed(shown(chart)[1]["text/html"])
    file = next(attributes for _, attributes in page.tags if "download" in attributes)
    head, _, body = str(file["href"]).partition(",")
    assert head == "data:text/csv;charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(unquote(body))))
    assert len(rows) == len(chart.data)
    if "value" in rows[0]:
        assert [float(row["value"]) for row in rows] == chart.data["value"].tolist()
    if "date" in rows[0]:
        assert all(row["url"].startswith("http") for row in rows)


def test_plain_text_tells_the_same(shown: Any) -> None:
    """Without a browser a reader gets the words, the breaks, the sources and the figures."""
    chart = sw.charts.homes_and_places()
    drawn, notes = shown(chart)
    assert drawn["text/plain"] == chart.description
    text = notes["text/plain"]
    for words in ("What to notice.", "Take care.", "Break A, from 2015", "Source: Ofsted"):
        assert words in text
    assert "Year: 2025; Private homes: 83.7%; Private places: 76.2%" in text


def test_chart_changed_in_altair_can_be_shown(shown: Any) -> None:
    """A lecturer's change is drawn, and the words stay."""
    drawn, notes = shown(sw.charts.provider().properties(height=200))
    assert drawn[MIME]["height"] == 200
    assert "What to notice." in notes["text/html"]


def test_no_figure_hides_another_in_the_table() -> None:
    """Where two rows would stand in one cell of the table, the chart is refused."""
    chart = draw("council_homes", {})
    chart.data = pd.concat([chart.data, chart.data.tail(1)], ignore_index=True)
    with pytest.raises(ValueError, match="Two rows of this chart's data have one period and group"):
        make_table(chart)
