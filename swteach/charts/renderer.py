"""Turning a chart into what JupyterLab draws with what it ships: Vega-Lite 5, no network.

Altair's own renderers load scripts from the internet or write a version that JupyterLab does
not know. This one writes the same bytes for the same chart, so that outputs can be compared.
"""

from __future__ import annotations

import json
from textwrap import wrap
from typing import Any

import altair as alt

from swteach.charts import theme, values

MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
METADATA = {"embed_options": {"actions": False}}

NARROW = 500
# What JupyterLab's frame and cell prompt take from a small window.
_FRAME = 122
_SMALLEST = 106
_TITLE_LETTERS = {"text": (58, 20), "subtitle": (68, 25)}

Bundle = tuple[dict[str, Any], dict[str, Any]]


def render(spec: dict[str, Any], **_metadata: Any) -> Bundle:
    """Return a Vega-Lite specification as a MIME bundle and its metadata.

    Parameters
    ----------
    spec
        A specification as ``chart.to_dict()`` gives it. It is not changed.

    Returns
    -------
    tuple of dict
        The data (Vega-Lite 5 and ``text/plain``, which is the description) and the metadata.

    Notes
    -----
    Registered with Altair as ``swteach``: ``alt.renderers.enable("swteach")`` draws a user's
    own charts without network too.
    """
    drawn = _fit(json.loads(json.dumps(spec))) | {"$schema": SCHEMA}
    data = {MIME: drawn, "text/plain": drawn.get("description") or "A chart without description."}
    return data, {MIME: METADATA}


alt.renderers.register(theme.NAME, render)
alt.data_transformers.register(theme.NAME, values.write_values)


def bundle(chart: Any) -> Bundle:
    """Return a chart, in the course's theme, as :func:`render` does."""
    # Checking would double the cost; a test has Altair check every chart of the course.
    with alt.theme.enable(theme.NAME), alt.data_transformers.enable(theme.NAME):
        return render(chart.to_dict(validate=False))


def _fit(spec: dict[str, Any]) -> dict[str, Any]:
    # Vega-Lite's own width "container" makes JupyterLab 4.6 grow the chart until the page
    # crashes, so the width of the window is asked for once, when the chart is drawn.
    sides = spec.get("usermeta", {}).get("sides")
    width = _find_width(spec)
    if sides is None or width is None:
        return spec
    expression = _say_width(width, theme.WIDTH - width, sides)
    # Vega-Lite names the width of a chart, or of panels of one width, with this signal.
    spec["params"] = [*spec.get("params", []), {"name": "width", "expr": expression}]
    if isinstance(spec.get("title"), dict):
        spec["title"] |= {key: _wrap(spec["title"], key) for key in _TITLE_LETTERS}
    return spec


def _find_width(spec: dict[str, Any]) -> int | None:
    widths = {panel.get("width") for panel in spec.get("vconcat", [spec])}
    width = widths.pop()
    return width if not widths and isinstance(width, int) else None


def _say_width(width: int, wide_sides: int, narrow_sides: int) -> str:
    sides = f"(windowSize()[0] < {NARROW} ? {narrow_sides} : {wide_sides})"
    wanted = f"clamp(windowSize()[0] - {_FRAME} - {sides}, {_SMALLEST}, {width})"
    return f"isFinite(windowSize()[0]) ? {wanted} : {width}"


def _wrap(title: dict[str, Any], key: str) -> Any:
    wide, narrow = (wrap(title.get(key) or "", letters) for letters in _TITLE_LETTERS[key])
    expression = f"windowSize()[0] < {NARROW} ? {json.dumps(narrow)} : {json.dumps(wide)}"
    return {"expr": expression}
