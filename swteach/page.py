"""Small accessible pieces of HTML, each with a plain-text form for readers without a browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from typing import Any

import pandas as pd

MISSING = "not known"
# A notebook aligns every cell to the right unless the cell itself says otherwise.
LEFT = 'style="text-align:left"'


@dataclass(frozen=True, repr=False)
class Page:
    """A piece of HTML and the same in plain text, as a notebook shows it."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def table(frame: pd.DataFrame, caption: str) -> Page:
    """Return a frame as a table with a caption, and the same in plain text.

    Parameters
    ----------
    frame
        The rows to show; its column names become the headings. The first column heads the
        rows. Addresses become links, numbers get thousands separators, gaps are named.
    caption
        Plain text above the table.
    """
    cells = [[_word(value) for value in row] for row in frame.itertuples(index=False)]
    columns = [str(column) for column in frame.columns]
    rows = [[_mark_up(word) for word in row] for row in cells]
    lines = [
        "; ".join(f"{c}: {word}" for c, word in zip(columns, row, strict=True)) for row in cells
    ]
    return Page(tabulate(caption, columns, rows), "\n".join([caption, *lines]))


def _word(value: Any) -> str:
    if pd.isna(value):
        return MISSING
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str):
        return value
    return f"{value:,}" if value % 1 else f"{int(value):,}"


def _mark_up(word: str) -> str:
    return link(word, word) if word.startswith(("http://", "https://")) else escape(word)


def tabulate(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    below: Sequence[str] = (),
) -> str:
    """Return a table with a caption and scoped headers; the first cell of a row heads it.

    Parameters
    ----------
    caption
        Plain text above the table.
    columns
        Plain text of the column headings.
    rows
        Cells that are HTML already: escape what is not.
    below
        For each row, HTML to set under it across the whole table.
    """
    head = "".join(f'<th scope="col" {LEFT}>{escape(column)}</th>' for column in columns)
    wide = [f'<tr><td colspan="{len(columns)}" {LEFT}>{html}</td></tr>' for html in below]
    lines = zip_longest((f"<tr>{_row(cells)}</tr>" for cells in rows), wide, fillvalue="")
    body = "".join(line for pair in lines for line in pair)
    return (
        f'<table style="font-size:16px"><caption {LEFT}>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(cells: Sequence[str]) -> str:
    first = f'<th scope="row" {LEFT}>{cells[0]}</th>'
    return first + "".join(f"<td {LEFT}>{cell}</td>" for cell in cells[1:])


def disclose(html: str, summary: str = "Show the record") -> str:
    """Return HTML folded away behind a summary that opens it."""
    return f"<details><summary>{escape(summary)}</summary>{html}</details>"


def link(text: str, url: str) -> str:
    """Return a link whose text says where it leads."""
    return f'<a href="{escape(url, quote=True)}">{escape(text)}</a>'
