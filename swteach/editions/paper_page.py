"""A document as one page of HTML that needs nothing else, for the screen and for the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from swteach.editions import paper as p
from swteach.journal.exports.page import wrap_page
from swteach.page import tabulate

STYLE = """
table { border-collapse: collapse }
caption { padding: .5rem 0; font-weight: 600 }
th, td { padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); vertical-align: top }
a { color: inherit }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px }
.scroll { overflow-x: auto; overflow-wrap: normal }
.set-in { padding-left: 1rem; border-left: .25rem solid var(--line) }
.line { height: 2.25rem; border-bottom: 1px solid var(--line) }
.space { margin: 0 0 1.5rem }
figure { margin: 1rem 0 }
figure svg { display: block; background: #fff }
@media print {
  @page { margin: 18mm }
  .new-page { break-before: page }
  h1, h2, h3, h4 { break-after: avoid }
  li, tr, figure, .space { break-inside: avoid }
  .scroll { overflow: visible }
  figure svg { max-width: 100%; height: auto }
  a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere }
}
"""


def write_paper_page(title: str, parts: Sequence[p.Part]) -> bytes:
    """Return a document as a page: one main region, headings in order, tables with captions."""
    return wrap_page(title, [_WRITERS[type(part)](part) for part in parts], STYLE)


def _write_heading(part: p.Heading) -> str:
    return f"<h{part.level}>{escape(part.text)}</h{part.level}>"


def _write_text(part: p.Text) -> str:
    look = {"plain": "", "note": ' class="note"', "set in": ' class="set-in"'}[part.look]
    return f"<p{look}>{_write_words(part.words)}</p>"


def _write_words(words: p.Words) -> str:
    return "".join(_write_run(run) for run in words)


def _write_run(run: p.Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    html = f"<strong>{html}</strong>" if run.bold else html
    html = f"<em>{html}</em>" if run.italic else html
    return f'<a href="{escape(run.url, quote=True)}">{html}</a>' if run.url else html


def _write_bullets(part: p.Bullets) -> str:
    tag = "ol" if part.numbered else "ul"
    items: list[str] = []
    for deep, group in groupby(part.items, key=lambda item: item[0] > 0):
        inner = [f"<li>{_write_words(words)}</li>" for _, words in group]
        if deep and items:
            items[-1] = items[-1].removesuffix("</li>") + f"<ul>{''.join(inner)}</ul></li>"
        else:
            items += inner
    return f"<{tag}>{''.join(items)}</{tag}>"


def _write_grid(part: p.Grid) -> str:
    rows = [[escape(cell) for cell in row] for row in part.rows]
    name = f"Table: {part.caption}" if part.caption else "Table"
    return _scroll(name, tabulate(part.caption, part.columns, rows))


def _scroll(label: str, html: str) -> str:
    """Return HTML that can be moved sideways where it is wider than the page, by key too."""
    name = escape(label, quote=True)
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">{html}</div>'


def _write_picture(part: p.Picture) -> str:
    svg = part.draw()
    return f"<figure>{_scroll(f'Picture: {part.title}', svg)}</figure>" if svg else ""


def _write_space(part: p.Space) -> str:
    lines = '<div class="line"></div>' * part.lines
    return f'<div class="space" aria-hidden="true">{lines}</div>'


def _write_new_page(part: p.NewPage) -> str:
    return '<div class="new-page"></div>'


_WRITERS: dict[type, Callable] = {
    p.Heading: _write_heading,
    p.Text: _write_text,
    p.Bullets: _write_bullets,
    p.Grid: _write_grid,
    p.Picture: _write_picture,
    p.Space: _write_space,
    p.NewPage: _write_new_page,
}
