"""The scripts that draw the charts of the site for a reader who points at them or changes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from swteach.charts.saving import VEGA_LITE
from swteach.editions.paper_notebook import can_draw
from swteach.editions.site_chart import Chart, find_uses

LIBRARY = "vega.js"
_SNIPPET = "window.swteachVega = { embed: vegaEmbed };"
_SPOKEN = ("marks", "axes", "legends")
_LICENCES = Path(__file__).with_name("site_vega_licences.txt")


def write_chart_scripts(charts: Iterable[Chart]) -> dict[str, str]:
    """
    Return Vega and what each page's charts are, as files of the site that are loaded on need.

    Parameters
    ----------
    charts
        Of all pages.

    Returns
    -------
    dict of str
        The text of each file by its path in the site; none where no chart can be drawn here, or
        none has anything to point at or to change.
    """
    pages: dict[str, list[Chart]] = {}
    for chart in charts:
        if can_draw() and find_uses(chart.spec):
            pages.setdefault(chart.script, []).append(chart)
    library = {LIBRARY: write_library()} if pages else {}
    return library | {file: _write_page(file, own) for file, own in pages.items()}


def write_library() -> str:
    """
    Return Vega, Vega-Lite and vega-embed as one classic script that sets ``swteachVega``.

    It is a classic script because a browser loads no module from a file.
    """
    import vl_convert

    told = (
        f"Vega {vl_convert.get_vega_version()}, Vega-Lite {VEGA_LITE} and "
        f"vega-embed {vl_convert.get_vega_embed_version()}, with what they need, in one file.\n\n"
    )
    bundle = vl_convert.javascript_bundle(_SNIPPET, VEGA_LITE)
    licences = _LICENCES.read_text(encoding="utf-8")
    return f'/*!\n{told}{licences}*/\n(() => {{\n"use strict";\n{bundle}\n}})();\n'


def compile_spec(spec: dict[str, Any]) -> dict[str, Any]:
    """
    Return a chart as a notebook keeps it (Vega-Lite) as Vega, in which no mark has words.

    One name stands for the whole drawing, and its notes are in the page already.
    """
    import vl_convert

    silent = {**spec, "config": {**spec.get("config", {}), "aria": False}, "usermeta": {}}
    drawn = vl_convert.vegalite_to_vega(silent, vl_version=VEGA_LITE)
    # Vega-Lite 5 states a version before Vega's own, which draws it all the same but would warn.
    kept = {key: value for key, value in drawn.items() if key not in ("$schema", "usermeta")}
    return _silence(kept)


def _silence(part: dict[str, Any]) -> dict[str, Any]:
    # The setting for the whole chart takes the marks' words away, but not their groups' roles.
    silent = {key: [_silence(one) for one in part[key]] for key in _SPOKEN if key in part}
    title = {"title": _silence(part["title"])} if isinstance(part.get("title"), dict) else {}
    return {**part, **silent, **title, "aria": False}


def _write_page(file: str, charts: Iterable[Chart]) -> str:
    specs = {chart.name: compile_spec(chart.spec) for chart in charts}
    written = json.dumps(specs, ensure_ascii=False, separators=(",", ":"))
    return f"(window.swteachSpecs ??= {{}})[{json.dumps(file)}] = {written};\n"
