"""Putting a chart on the page with all that a fair reader needs beside it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import altair as alt
from IPython.display import display

from swteach.charts.figure import check
from swteach.charts.renderer import bundle
from swteach.charts.rows import find_sources
from swteach.charts.twin import Twin, make_csv, make_table
from swteach.page import disclose, link, tabulate

# Beyond this many, a list is folded away, and plain text says where it is.
_MANY = 6
_MANY_ROWS = 40
_STYLE = Path(__file__).with_name("show.css")


def show(chart: Any) -> None:
    """Show a chart, its sources, what to notice, what to beware of, and its data as a table.

    Parameters
    ----------
    chart
        A chart of :mod:`swteach.charts`, changed in Altair or not.

    Raises
    ------
    ValueError
        If the chart lacks what every chart of the course must carry.
    """
    check(chart)
    data, metadata = bundle(chart)
    display(data, metadata=metadata, raw=True)
    twin = make_table(chart)
    notes = {"text/html": _write_html(chart, twin), "text/plain": _write_text(chart, twin)}
    display(notes, raw=True)


def _write_html(chart: Any, twin: Twin) -> str:
    said = chart.usermeta
    parts = [
        f"<p><b>In one sentence.</b> {escape(chart.description)}</p>",
        _list_html("Numbers in the chart", said["key"], fold=False),
        f"<p><b>What to notice.</b> {escape(said['notice'])}</p>",
        f"<p><b>Take care.</b> {escape(said['misreading'])}</p>",
        _list_html("Breaks, marked with letters in the chart", _say_breaks(said), fold=False),
        _list_html("Also keep in mind", said["caveats"], fold=False),
        _write_sources(said["sources"]),
        disclose(_write_table(twin), f"The data as a table ({len(twin.rows)} rows)"),
        f"<p>{_link_csv(chart)}</p>",
    ]
    style = "max-width: 46rem; font-size: 16px; line-height: 1.5"
    return f'<div class="swteach-notes" style="{style}">{"".join(parts)}</div>{_dress(chart)}'


def _dress(chart: Any) -> str:
    # A notebook opened before it is run loses this; its controls then have JupyterLab's size.
    controls = [] if chart.params is alt.Undefined else chart.params
    return f"<style>{_STYLE.read_text(encoding='utf-8')}</style>" if controls else ""


def _say_breaks(said: dict[str, Any]) -> list[str]:
    return [f"{found['mark']}, from {found['at'][:4]}: {found['why']}" for found in said["breaks"]]


def _list_html(title: str, items: list[str], *, fold: bool, safe: bool = False) -> str:
    if not items:
        return ""
    lines = "".join(f"<li>{item if safe else escape(item)}</li>" for item in items)
    listed = f"<ul>{lines}</ul>"
    return disclose(listed, title) if fold else f"<p><b>{escape(title)}</b></p>{listed}"


def _write_sources(ids: list[str]) -> str:
    items = [_write_source(row) for row in find_sources(ids).to_dict("records")]
    many = len(items) > _MANY
    return _list_html(f"Sources ({len(items)})" if many else "Sources", items, fold=many, safe=True)


def _write_source(row: dict[str, Any]) -> str:
    title = link(row["title"], row["url"]) if _is_web(row["url"]) else escape(row["title"])
    return ", ".join([escape(row["publisher"]), title, escape(str(row["published"]))])


def _is_web(url: Any) -> bool:
    return isinstance(url, str) and url.startswith(("http://", "https://"))


def _write_table(twin: Twin) -> str:
    rows = [[escape(cell) for cell in row] for row in twin.rows]
    notes = [f"Note {number}: {note}" for number, note in enumerate(twin.notes, 1)]
    scroll = '<div style="overflow-x: auto">'
    table = tabulate(twin.caption, twin.columns, rows)
    return f"{scroll}{table}</div>{_list_html('Notes', notes, fold=False)}"


def _link_csv(chart: Any) -> str:
    # A notebook opened before it is run loses the address, so the words stand on their own.
    name = f"{chart.usermeta['table']['file']}.csv"
    address = "data:text/csv;charset=utf-8," + quote(make_csv(chart), safe="/:;,()'=?")
    words = f"Download the data as a file ({name})"
    return f'<a href="{address}" download="{name}">{words}</a>; if nothing happens, run the cell.'


def _write_text(chart: Any, twin: Twin) -> str:
    said = chart.usermeta
    sources = [
        f"Source: {row['publisher']}, {row['title']}, {row['published']}. {row['url']}"
        for row in find_sources(said["sources"]).to_dict("records")
    ]
    lines = [
        *said["key"],
        f"What to notice. {said['notice']}",
        f"Take care. {said['misreading']}",
        *(f"Break {words}" for words in _say_breaks(said)),
        *(f"Also: {caveat}" for caveat in said["caveats"]),
        *(sources if len(sources) <= _MANY else [f"{len(sources)} sources: in the page."]),
        *_write_rows(twin),
    ]
    return "\n".join(lines)


def _write_rows(twin: Twin) -> list[str]:
    if len(twin.rows) > _MANY_ROWS:
        return [f"{twin.caption}: {len(twin.rows)} rows, in the page."]
    rows = [
        "; ".join(f"{name}: {cell}" for name, cell in zip(twin.columns, row, strict=True))
        for row in twin.rows
    ]
    notes = [f"Note {number}: {note}" for number, note in enumerate(twin.notes, 1)]
    return [f"{twin.caption}:", *rows, *notes]
