"""Small accessible pieces of HTML, each with a plain-text form for readers without a browser."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from itertools import zip_longest
from numbers import Integral, Real
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
        rows. Addresses become links, numbers get thousands separators, gaps are named. Numbers
        of one column have the same number of decimals; whole numbers in it stay whole.
    caption
        Plain text above the table.
    """
    told = [say_values(frame.iloc[:, place].tolist()) for place in range(frame.shape[1])]
    cells = [[column[row] for column in told] for row in range(len(frame))]
    columns = [str(column) for column in frame.columns]
    rows = [[_mark_up(word) for word in row] for row in cells]
    lines = [
        "; ".join(f"{c}: {word}" for c, word in zip(columns, row, strict=True)) for row in cells
    ]
    return Page(tabulate(caption, columns, rows), "\n".join([caption, *lines]))


def say_values(values: Sequence[Any]) -> list[str]:
    """Return the values of one column in words, with one number of decimals.

    Examples
    --------
    >>> say_values([16.0, 16.3, 1200.25])
    ['16.00', '16.30', '1,200.25']
    """
    places = max((_count_decimals(value) for value in values), default=0)
    return [_word(value, places) for value in values]


def _count_decimals(value: Any) -> int:
    if not isinstance(value, Real) or not math.isfinite(value) or value % 1 == 0:
        return 0
    return -int(Decimal(repr(float(value))).as_tuple().exponent)


def _word(value: Any, places: int) -> str:
    if pd.isna(value):
        return MISSING
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str):
        return value
    return f"{int(value):,}" if isinstance(value, Integral) else f"{value:,.{places}f}"


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


def scroll(html: str, label: str, least: int) -> str:
    """Return HTML in a box that scrolls sideways, by keyboard too, where the page is too narrow.

    Parameters
    ----------
    html
        What may be too wide.
    label
        Plain text that names the box to a screen reader.
    least
        Width in pixels below which the HTML scrolls and is not squeezed further.
    """
    name = escape(label, quote=True)
    # Without the last one JupyterLab takes the arrow keys for itself.
    box = f'tabindex="0" role="region" aria-label="{name}" style="overflow-x:auto"'
    box += ' data-lm-suppress-shortcuts="true"'
    return f'<div {box}><div style="min-width:{least}px">{html}</div></div>'


def disclose(html: str, summary: str = "Show the record") -> str:
    """Return HTML folded away behind a summary that opens it."""
    return f"<details><summary>{escape(summary)}</summary>{html}</details>"


def link(text: str, url: str) -> str:
    """Return a link whose text says where it leads."""
    return f'<a href="{escape(url, quote=True)}">{escape(text)}</a>'
