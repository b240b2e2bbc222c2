"""The HTML that notebooks keep, as parts of a document."""

from __future__ import annotations

import json
from pathlib import Path

from swteach.editions.paper import Bullets, Grid, Run, Text, read_plain
from swteach.editions.paper_html import read_html
from swteach.editions.paper_notebook import join_lines

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def test_notes_of_a_chart_are_paragraphs_lists_and_a_table() -> None:
    """Bold leads, items with links, and the table that was folded away behind its summary."""
    parts = read_html(
        "<div><p><b>Take care.</b> An enquiry is not a child.</p><ul><li>DfE, "
        '<a href="https://gov.uk/x">Statistics</a>, 2025</li><li>Second</li></ul>'
        "<details><summary>The data</summary><table><caption>Counts</caption><thead><tr><th>Year"
        "</th><th>n</th></tr></thead><tbody><tr><th>2010</th><td>1,200</td></tr>"
        '<tr><td colspan="2">A note below</td></tr></tbody></table></details></div>'
    )
    assert [type(part) for part in parts] == [Text, Bullets, Grid, Text]
    assert parts[0].words[0] == Run("Take care.", bold=True)
    assert read_plain(parts[1].items[0][1]) == "DfE, Statistics, 2025"
    assert parts[1].items[0][1][1] == Run("Statistics", url="https://gov.uk/x")
    assert parts[2] == Grid("Counts", ("Year", "n"), (("2010", "1,200"),))
    assert read_plain(parts[3].words) == "A note below"


def test_every_table_of_the_notebooks_keeps_its_rows() -> None:
    """As many full rows as the HTML has, each with a cell for every heading."""
    counted = 0
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                html = join_lines(output.get("data", {}).get("text/html", ""))
                parts = read_html(html)
                grids = [part for part in parts if isinstance(part, Grid)]
                assert len(grids) == html.count("<table")
                wide = html.count("colspan=")
                assert sum(len(grid.rows) + 1 for grid in grids) == html.count("<tr") - wide
                counted += sum(len(grid.rows) for grid in grids)
    assert counted > 500
