"""A briefing as one page of HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from swteach.briefing_figure import NO_PICTURE, Figure
from swteach.briefing_outline import Grid, Links, Part, find_title
from swteach.claim_record import Source
from swteach.journal.exports.outline import Block
from swteach.journal.exports.page import wrap_page, write_block
from swteach.page import link, tabulate

MORE_STYLE = """
figure { margin: 1rem 0 }
figure svg { display: block; background: #fff }
.scroll { overflow-x: auto; overflow-wrap: normal }
table { border-collapse: collapse }
caption { padding: .5rem 0; font-weight: 600 }
th, td { padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); vertical-align: top }
a { color: inherit }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px }
@media print {
  .scroll { overflow: visible }
  figure svg { max-width: 100%; height: auto }
}
"""


def write_briefing_page(parts: Sequence[Part]) -> bytes:
    """Return a briefing as a page: one main region, headings in order, tables with captions."""
    return wrap_page(find_title(parts), [_write(part) for part in parts], MORE_STYLE)


def _write(part: Part) -> str:
    if isinstance(part, Block):
        return write_block(part)
    if isinstance(part, Grid):
        return _write_grid(part)
    if isinstance(part, Links):
        items = "".join(f"<li>{_write_source(one)}</li>" for one in part.sources)
        return f'<p class="note">{escape(part.title)}</p><ul>{items}</ul>'
    return _write_picture(part)


def _write_picture(figure: Figure) -> str:
    svg = figure.draw()
    if not svg:
        return f'<p class="note">{escape(NO_PICTURE)}</p>'
    return f"<figure>{_scroll(f'Picture: {figure.title}', svg)}</figure>"


def _write_grid(grid: Grid) -> str:
    rows = [[escape(cell) for cell in row] for row in grid.rows]
    table = tabulate(grid.caption, grid.columns, rows)
    return _scroll(f"Table: {grid.caption}", table)


def _scroll(label: str, html: str) -> str:
    """Return HTML that can be moved sideways where it is wider than the page, by key too."""
    name = escape(label, quote=True)
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">{html}</div>'


def _write_source(source: Source) -> str:
    title = link(source.title, source.url) if source.url else escape(source.title)
    return f"{escape(source.publisher)}, {title}"
