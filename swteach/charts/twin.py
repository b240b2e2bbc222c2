"""The table that stands beside a chart, made from the data that the chart draws."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from swteach.charts.rows import find_sources

NO_FIGURE = "no figure"


class Twin(NamedTuple):
    """A table in words: its caption, headings, rows of cells, and numbered notes."""

    caption: str
    columns: list[str]
    rows: list[list[str]]
    notes: list[str]


def make_table(chart: Any) -> Twin:
    """Return the data of one of the course's charts as a table in words.

    Parameters
    ----------
    chart
        A chart that :func:`swteach.charts.figure.complete` returned.

    Raises
    ------
    ValueError
        If two rows of the data would stand in one cell.

    Notes
    -----
    A figure that needs a caveat carries the number of a note. A gap says "no figure".
    """
    wanted = chart.usermeta["table"]
    notes = _number_notes(chart.data)
    make = _pivot if wanted.get("group") else _list
    columns, rows = make(chart.data, wanted, notes)
    return Twin(wanted["caption"], columns, rows, list(notes))


def _number_notes(data: pd.DataFrame) -> dict[str, int]:
    said = dict.fromkeys(text for text in data["caveat"] if text)
    return {text: number for number, text in enumerate(said, 1)}


def _list(
    data: pd.DataFrame, wanted: dict[str, Any], notes: dict[str, int]
) -> tuple[list[str], list[list[str]]]:
    fields = list(wanted["columns"])
    rows = []
    for row in data.to_dict("records"):
        cells = [_word(row[field]) for field in fields]
        rows.append([cells[0], _mark(cells[1], row["caveat"], notes), *cells[2:]])
    return list(wanted["columns"].values()), rows


def _pivot(
    data: pd.DataFrame, wanted: dict[str, Any], notes: dict[str, int]
) -> tuple[list[str], list[list[str]]]:
    (field, heading), *_ = wanted["columns"].items()
    names = (field, wanted["group"], "shown", "caveat")
    rows = zip(*(data[name].tolist() for name in names), strict=True)
    cells = {(first, group): _mark(word, caveat, notes) for first, group, word, caveat in rows}
    if len(cells) < len(data):
        raise ValueError(f"Two rows of this chart's data have one {field} and {wanted['group']}.")
    groups = list(dict.fromkeys(data[wanted["group"]]))
    dated = data.sort_values("date", kind="stable") if "date" in data else data
    firsts = list(dict.fromkeys(dated[field]))
    told = [
        [first, *(cells.get((first, group), NO_FIGURE) for group in groups)] for first in firsts
    ]
    return [heading, *groups], told


def _word(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _mark(word: str, caveat: str, notes: dict[str, int]) -> str:
    return word if not caveat else f"{word} (note {notes[caveat]})"


def make_csv(chart: Any) -> str:
    """Return the data of one of the course's charts as CSV, one figure or event a row.

    Parameters
    ----------
    chart
        A chart that :func:`swteach.charts.figure.complete` returned.

    Returns
    -------
    str
        The columns of the table and, for figures, ``date``, ``group`` and ``value``; then
        ``caveat``, ``source_id`` (several, where a count is made from several texts) and the
        address of the source.
    """
    wanted = chart.usermeta["table"]
    figures = ["date", wanted["group"], "value"] if wanted.get("group") else ["value"]
    figures = [field for field in figures if field in chart.data]
    fields = [*wanted["columns"], *figures, "caveat", "source_id"]
    data = chart.data
    if "url" not in data:
        urls = find_sources(data["source_id"]).set_index("source_id")["url"]
        data = data.assign(url=data["source_id"].map(urls))
    return data[[*fields, "url"]].to_csv(index=False, lineterminator="\n")
