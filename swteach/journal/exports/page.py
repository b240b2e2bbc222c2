"""A journal as one page of HTML that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from swteach.journal.exports.outline import TITLE, Block

# Contrast on white: text 17:1, notes 10:1, lines 4.5:1; the same on the dark ground.
STYLE = """
:root { color-scheme: light dark;
  --text: #1a1a1a; --ground: #fff; --note: #404040; --line: #767676 }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f0f0; --ground: #161616; --note: #c8c8c8; --line: #9a9a9a }
}
body { font: 1rem/1.6 system-ui, sans-serif; color: var(--text); background: var(--ground);
  margin: 0 auto; max-width: 42rem; padding: 1rem; overflow-wrap: anywhere }
h1, h2, h3, h4 { line-height: 1.25 }
.note { color: var(--note) }
blockquote { margin: .5rem 0 1rem; padding-left: 1rem; border-left: .25rem solid var(--line) }
@media print { body { max-width: none } }
"""
# Were anything to slip through all the same, a browser would neither run nor fetch it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(blocks: Sequence[Block]) -> bytes:
    """Return blocks as a page: one main region, headings in order, words in quotation blocks."""
    return wrap_page(TITLE, [write_block(block) for block in blocks])


def wrap_page(title: str, parts: Sequence[str], style: str = "") -> bytes:
    """Return pieces of HTML as one page, with rules of style beyond the common ones."""
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def write_block(block: Block) -> str:
    """Return a block as HTML in which all its words are text."""
    if block.kind == "words":
        return f'<blockquote dir="auto">{_paragraphs(block.lines)}</blockquote>'
    if block.kind == "note":
        return _paragraphs(block.lines, ' class="note"')
    return f"<{block.kind}>{escape(' '.join(block.lines))}</{block.kind}>"


def _paragraphs(lines: Sequence[str], attributes: str = "") -> str:
    """Return lines as paragraphs, parted by empty lines, with breaks between their lines."""
    groups = (list(group) for full, group in groupby(lines, key=bool) if full)
    return "".join(f"<p{attributes}>{'<br>'.join(map(escape, group))}</p>" for group in groups)
