"""What draws the site's charts anew: one library, each page's charts, and a table beside each."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import vl_convert
from site_reading import read_html

from swteach.editions import site_chart, site_vega
from swteach.editions.items import read_sheets
from swteach.editions.paper_notebook import CHART
from swteach.editions.site_chart import find_uses
from swteach.editions.site_html import Names
from swteach.editions.site_notebook import Reader
from swteach.editions.site_reference import write_gallery
from swteach.editions.site_vega import LIBRARY, compile_spec, write_chart_scripts, write_library

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("0*.ipynb"))
WITH_SETTINGS = {
    "Children's homes graded good or outstanding",
    "From odds to chances",
    "Enquiries: choose the base year",
}
TABLE = "The data as a table ("


@pytest.fixture(scope="module")
def readers() -> list[Reader]:
    """Return every notebook as a page, with an empty drawing in place of each chart's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_chart, "draw_spec", lambda *_: "<svg></svg>")
        return [
            Reader(sheet, ROOT / "notebooks" / f"{sheet.notebook.file}.ipynb")
            for sheet in read_sheets(ROOT)
        ]


def _specs() -> list[dict[str, Any]]:
    cells = (cell for path in NOTEBOOKS for cell in json.loads(path.read_text())["cells"])
    outputs = (one.get("data", {}) for cell in cells for one in cell.get("outputs", []))
    return [data[kind] for data in outputs for kind in data if CHART in kind]


def _read_script(text: str) -> dict[str, Any]:
    return json.loads(text.partition("] = ")[2].rstrip(";\n"))


def test_uses_are_those_that_a_chart_has(readers: list[Reader]) -> None:
    """Three charts have settings; one without values to show has neither, nor has a data column."""
    charts = [chart for reader in readers for chart in reader.charts]
    uses = {chart.title: find_uses(chart.spec) for chart in charts}
    assert {title for title, found in uses.items() if "change" in found} == WITH_SETTINGS
    assert uses["Children looked after"] == ["point"]
    assert [title for title, found in uses.items() if not found]
    rows = {"values": [{"tooltip": "a", "bind": {"input": "range"}}]}
    mark = {"mark": {"type": "bar", "tooltip": None}, "encoding": {"x": {"field": "tooltip"}}}
    assert find_uses({"data": rows, "datasets": {"d": rows["values"]}, **mark}) == []


def test_each_figure_finds_its_chart(readers: list[Reader]) -> None:
    """The file and the name that a figure states hold its chart, with the notebook's own rows."""
    charts = [chart for reader in readers for chart in reader.charts]
    files, count = write_chart_scripts(charts), 0
    pages = {reader.page: reader.body for reader in readers}
    pages["charts.html"] = write_gallery(charts, dict.fromkeys(pages, "A page"))
    for page, body in pages.items():
        figures = [given for tag, given in read_html(body).tags if tag == "figure"]
        for given in (one for one in figures if "data-uses" in one):
            known = _read_script(files[given["data-script"]])[given["data-chart"]]
            titles = [chart for chart in charts if chart.name == given["data-chart"]]
            assert known["description"] in {chart.finding for chart in titles}, page
            count += 1
    assert count > 80
    held = sum(len(_read_script(text)) for name, text in files.items() if name != LIBRARY)
    assert held == len([chart for chart in charts if find_uses(chart.spec)])


def test_compiled_chart_keeps_every_row() -> None:
    """What the browser gets has each value of the notebook's chart, and words for no mark."""
    for spec in _specs():
        before = [row for rows in spec.get("datasets", {}).values() for row in rows]
        drawn = compile_spec(spec)
        after = [row for one in drawn["data"] for row in one.get("values", [])]
        assert [row for row in before if row not in after] == [], spec["description"]
        assert before or after
        parts = [one for key in ("marks", "axes") for one in drawn.get(key, [])]
        assert {one["aria"] for one in parts} == {False} and "$schema" not in drawn


def test_library_is_a_classic_script_with_its_licences() -> None:
    """It sets one name and asks for no module; it names its parts; a second one is the same."""
    text = write_library()
    words, _, code = text.partition("*/")
    assert "window.swteachVega" in code
    assert not re.search(r"(?:^|[;}\s])(?:export|import)[\s{*\"']", code)
    assert code.strip().startswith("(() => {") and code.strip().endswith("})();")
    assert f"Vega {vl_convert.get_vega_version()}" in words
    for owner in ("University of Washington Interactive Data Lab", "Mike Bostock", "OpenJS"):
        assert owner in words
    for condition in ("Neither the name", "this permission notice appear", "substantial portions"):
        assert condition in words
    assert write_library() == text


def test_nothing_is_offered_where_no_chart_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra for pictures a page has no library, no chart's file and no button."""
    for module in (site_chart, site_vega):
        monkeypatch.setattr(module, "can_draw", lambda: False)
    chart = site_chart.read_chart(_specs()[0], "a.html", Names())
    assert write_chart_scripts([chart]) == {}
    assert "data-uses" not in site_chart.write_chart(chart, "a")


def test_every_chart_has_its_table_beside_it(readers: list[Reader]) -> None:
    """In a notebook's page before the next chart; in the gallery by a link to that page."""
    for reader in readers:
        after = reader.body.split("</figure>")[1:]
        assert len(after) == len(reader.charts) > 0
        tables = [part.partition("<figure")[0] for part in after]
        assert [part[:80] for part in tables if TABLE not in part or "<table" not in part] == []
    charts = [chart for reader in readers for chart in reader.charts]
    gallery = write_gallery(charts, {chart.page: "A page" for chart in charts})
    links = set(re.findall(r'<a href="([^"]*)">Notes, sources and table: ', gallery))
    assert links == {f"{chart.page}#{chart.name}" for chart in charts}
