"""Small pieces of HTML for a page without scripts: no inline style, and no name used twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest

LONG = 40  # signs of a cell
FEW = 3  # parts of a page that need no list


class Names:
    """The names (``id``) of one page, each given once, and the headings for its contents."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}
        self.headings: list[tuple[int, str, str]] = []

    def make(self, wish: str) -> str:
        """Return a name that no other part of the page has; the wish itself where it is free."""
        wish = "-".join(wish.split())
        self.given[wish] = count = self.given.get(wish, 0) + 1
        return wish if count == 1 else self.make(f"{wish}-{count}")

    def head(self, level: int, text: str) -> str:
        """Return a heading with a name of its own, and note it for the page's contents."""
        name = self.make(text)
        self.headings.append((level, text, name))
        return f'<h{level} id="{quote(name)}">{escape(text)}</h{level}>'

    def list_parts(self) -> str:
        """Return links to the parts of the page; nothing where they are few."""
        items = [link(text, f"#{name}") for level, text, name in self.headings if level == 2]
        few = len(items) <= FEW
        return "" if few else f'<nav aria-label="On this page" class="parts">{bullets(items)}</nav>'


def quote(text: str) -> str:
    """Return a text as it may stand in an attribute."""
    return escape(text, quote=True)


def say(text: str, lead: str = "", kind: str = "") -> str:
    """Return a paragraph of plain text, with what it is in bold first; nothing for no text."""
    look = f' class="{kind}"' if kind else ""
    head = f"<b>{escape(lead)}</b> " if lead else ""
    return f"<p{look}>{head}{escape(text)}</p>" if text else ""


def bullets(items: Iterable[str], tag: str = "ul") -> str:
    """Return a list of items that are HTML already; nothing for none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def link(text: str, url: str) -> str:
    """Return a link, or the words alone where there is no address."""
    return f'<a href="{quote(url)}">{escape(text)}</a>' if url else escape(text)


def cite(text: str, url: str, source: str) -> str:
    """Return a link whose words do not say which source it leads to, with the source's id."""
    if not (url and source):
        return link(text, url)
    return f'<a href="{quote(url)}" data-source="{quote(source)}">{escape(text)}</a>'


def fold(html: str, summary: str) -> str:
    """Return HTML that a summary opens, without a script."""
    return f"<details><summary>{escape(summary)}</summary>{html}</details>"


def scroll(html: str, label: str) -> str:
    """Return HTML that moves sideways in a box of its own, by keys too; the page stays still."""
    # A group: as regions, fifty tables would crowd a list of landmarks.
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{quote(label)}">{html}</div>'


def tabulate(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    below: Sequence[str] = (),
) -> str:
    """
    Return a table with a caption and scoped headers, in a box that scrolls.

    Parameters
    ----------
    caption, columns
        Plain text.
    rows
        Cells that are HTML already; the first of a row heads it.
    below
        For each row, HTML to set under it across the whole table.
    """
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = [f"<tr>{_row(row)}</tr>" for row in rows]
    wide = [f'<tr><td colspan="{len(columns)}">{html}</td></tr>' for html in below]
    body = "".join(line for pair in zip_longest(lines, wide, fillvalue="") for line in pair)
    look = ' class="long"' if _is_long(rows) else ""
    table = f"<table{look}><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
    return scroll(f"{table}<tbody>{body}</tbody></table>", f"Table: {caption}")


def tabulate_words(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose cells are plain text."""
    return tabulate(caption, columns, [[escape(cell) for cell in row] for row in rows])


def _is_long(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether whole sentences stand side by side, which need room."""
    return any(len(row) > 3 and sum(len(cell) > LONG for cell in row) for row in rows)


def _row(cells: Sequence[str]) -> str:
    first = f'<th scope="row">{cells[0]}</th>'
    return first + "".join(f"<td>{cell}</td>" for cell in cells[1:])
