"""Markdown, as the cells of a notebook and the pages of the docs hold it, as HTML of the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

from mistune import HTMLRenderer, create_markdown

from swteach.editions.site_html import Names, quote, scroll

DEEPEST = 6
_TAG = re.compile(r"<[^>]+>")
_NOTEBOOK = re.compile(r"^([\w-]+)\.ipynb(#.*)?$")


def _keep_words(words: str, source: str) -> str:
    return escape(words)


def write_prose(
    source: str,
    names: Names,
    deeper: int = 0,
    picture: Callable[[str, str], str] = _keep_words,
) -> str:
    """
    Return Markdown as HTML.

    Parameters
    ----------
    source
        The text. HTML in it is shown as it is written, and does nothing.
    names
        Those of the page: headings are added to them.
    deeper
        How many levels its headings go down.
    picture
        What to write for a picture, given its words and where it comes from; by default its words.
    """
    writer = _Writer(names, deeper, picture)
    return str(create_markdown(renderer=writer, plugins=["table"])(source))


class _Writer(HTMLRenderer):
    """Headings with names, links between the pages of the site, tables with captions."""

    def __init__(self, names: Names, deeper: int, picture: Callable[[str, str], str]) -> None:
        super().__init__(escape=True)
        self.names, self.deeper, self.picture = names, deeper, picture
        self.last = names.headings[-1][1] if names.headings else "Table"

    def heading(self, text: str, level: int, **_: Any) -> str:
        self.last = unescape(_TAG.sub("", text))
        return self.names.head(min(level + self.deeper, DEEPEST), self.last)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        found = _NOTEBOOK.match(url)
        if found:
            url = f"{found[1]}.html{found[2] or ''}"
        elif url.startswith("#"):
            url = unquote(url)
        elif not url.startswith(("http://", "https://", "mailto:")):
            return text  # a file of the checkout, which the site does not hold
        return f'<a href="{quote(unescape(url))}">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return self.picture(unescape(_TAG.sub("", text)), url)

    def block_code(self, code: str, info: str | None = None) -> str:
        return scroll(f"<pre><code>{escape(code)}</code></pre>", "Text set as it is typed")

    def table(self, text: str) -> str:
        caption = escape(self.last)
        return scroll(f"<table><caption>{caption}</caption>{text}</table>", f"Table: {self.last}")

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        return f'<th scope="col">{text}</th>' if head else f"<td>{text}</td>"
