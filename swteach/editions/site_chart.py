"""A chart that a notebook keeps, as a drawing in the page, with words that say what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import Any

from swteach.charts.saving import draw_spec
from swteach.editions.paper_notebook import can_draw, read_title
from swteach.editions.site_html import Names, quote, scroll

NO_PICTURE = "The drawing is missing here; the words and the table below say the same."
FOLDER = "charts"
# What a reader may do with a chart where scripts run.
POINT, CHANGE = "point", "change"
_SPACE = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_OWN = re.compile(r'( id="|url\(#|href="#)')
_DATA = ("data", "datasets", "usermeta", "config")


@dataclass(frozen=True)
class Chart:
    """A chart of a page: where it stands, its title, its finding, and what draws it."""

    page: str
    name: str
    title: str
    finding: str
    svg: str
    spec: dict[str, Any]

    @property
    def script(self) -> str:
        """Return the file that holds what the page's charts need to be drawn by a script."""
        return f"{FOLDER}/{PurePosixPath(self.page).stem}.js"


def read_chart(spec: dict[str, Any], page: str, names: Names) -> Chart:
    """Return a chart of a notebook (Vega-Lite), drawn where that is possible here."""
    title, finding = read_title(spec), str(spec.get("description", ""))
    name = names.make("chart-" + "-".join(re.findall(r"[a-z0-9]+", title.lower())))
    drawn = draw_spec(spec, title, finding) if can_draw() else ""
    return Chart(page, name, title, finding, drawn, spec)


def write_chart(chart: Chart, name: str) -> str:
    """Return a chart as a figure of a page in which it has this name."""
    return (
        f'<figure id="{quote(name)}"{_tell_script(chart)}>'
        f'<figcaption id="{quote(name)}-caption">Chart: {escape(chart.title)}</figcaption>'
        f"{_show(chart, name)}</figure>"
    )


def find_uses(spec: Any) -> list[str]:
    """
    Return what a reader may do with a chart where scripts run.

    Parameters
    ----------
    spec
        A chart as a notebook keeps it (Vega-Lite).

    Returns
    -------
    list of str
        "point" where marks have values to show, "change" where it has settings, or neither.
    """
    named = list(_walk(spec))
    settings = any(key == "bind" and isinstance(value, dict) for key, value in named)
    values = any(key == "tooltip" and value for key, value in named)
    return [use for use, there in ((POINT, values), (CHANGE, settings)) if there]


def _walk(spec: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key not in _DATA:
                yield key, value
                yield from _walk(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from _walk(value)


def _tell_script(chart: Chart) -> str:
    uses = find_uses(chart.spec) if chart.svg else []
    told = {"uses": " ".join(uses), "script": chart.script, "chart": chart.name}
    return "".join(f' data-{key}="{quote(value)}"' for key, value in told.items()) if uses else ""


def _show(chart: Chart, name: str) -> str:
    if not chart.svg:
        return f"<p>{NO_PICTURE}</p>"
    # Several charts of a page may not use one name for their parts.
    inline = _OWN.sub(rf"\g<1>{name}-", _SPACE.sub("", chart.svg))
    inline = inline.replace("<svg", f'<svg aria-describedby="{quote(name)}-caption"', 1)
    return scroll(inline, f"Drawing of the chart: {chart.title}")
