"""A chart that a notebook keeps, as a drawing in the page, with words that say what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from swteach.charts.saving import draw_spec
from swteach.editions.paper_notebook import can_draw, read_title
from swteach.editions.site_html import Names, quote, scroll

NO_PICTURE = "The drawing is missing here; the words and the table below say the same."
_SPACE = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_OWN = re.compile(r'( id="|url\(#|href="#)')


@dataclass(frozen=True)
class Chart:
    """A chart of a page: where it stands, its title and its finding."""

    page: str
    name: str
    title: str
    finding: str
    svg: str


def read_chart(spec: dict[str, Any], page: str, names: Names) -> Chart:
    """Return a chart of a notebook (Vega-Lite), drawn where that is possible here."""
    title, finding = read_title(spec), str(spec.get("description", ""))
    name = names.make("chart-" + "-".join(re.findall(r"[a-z0-9]+", title.lower())))
    drawn = draw_spec(spec, title, finding) if can_draw() else ""
    return Chart(page, name, title, finding, drawn)


def write_chart(chart: Chart, name: str) -> str:
    """Return a chart as a figure of a page in which it has this name."""
    return (
        f'<figure id="{quote(name)}"><figcaption>Chart: {escape(chart.title)}</figcaption>'
        f"{_show(chart, name)}</figure>"
    )


def _show(chart: Chart, name: str) -> str:
    if not chart.svg:
        return f"<p>{NO_PICTURE}</p>"
    # Several charts of a page may not use one name for their parts.
    inline = _OWN.sub(rf"\g<1>{name}-", _SPACE.sub("", chart.svg))
    return scroll(inline, f"Drawing of the chart: {chart.title}")
