"""The HTML that a notebook keeps as an output, without its style, its scripts and its files."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote

from swteach.editions.site_html import quote, scroll

TABLE = frozenset(("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"))
DRAWN = frozenset(("svg", "g", "path", "rect", "line", "circle", "text", "tspan"))
WORDS = frozenset(("p", "b", "strong", "i", "em", "u", "sub", "sup", "br", "span", "a", "code"))
BLOCKS = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "div", "details", "summary", "pre"))
KEPT = TABLE | DRAWN | WORDS | BLOCKS | {"blockquote"}
DROPPED = ("style", "script", "title", "iframe", "object")
ALONE = ("br",)
PLACES = frozenset(("x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "d"))
LOOKS = frozenset(("width", "height", "fill", "stroke", "stroke-width", "stroke-dasharray"))
SHAPES = PLACES | LOOKS | {"transform", "font-weight", "aria-hidden", "focusable"}
_FILE = re.compile(
    r'<p><a href="data:text/csv[^,"]*,([^"]*)" download="([^"/]+)">([^<]*)</a>[^<]*</p>'
)
# What may be wider than the page, and what its box is called.
BOXES = {
    "table": "Table",
    "svg": "Drawing: the list below it says the same",
    "pre": "Code",
}


def read_output(html: str, folder: str, files: dict[str, str | bytes]) -> str:
    """
    Return an output as HTML of the site.

    Parameters
    ----------
    html
        As the notebook keeps it.
    folder, files
        Tables to download become files of this folder, and are added to the files of the site.
    """

    def put(found: re.Match[str]) -> str:
        name = f"{folder}/{found[2]}"
        files[name] = unquote(found[1]).encode()
        return f'<p><a href="{quote(name)}" download>{found[3]}</a></p>'

    reader = _Reader()
    reader.feed(_FILE.sub(put, html))
    reader.close()
    return "".join(reader.out)


class _Reader(HTMLParser):
    """Write what is kept of each tag; a table and a drawing get a box that scrolls."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.dropping = 0
        self.start: int | None = None
        self.caption: list[str] | None = None
        self.label, self.body = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.dropping += tag in DROPPED
        if self.dropping or tag not in KEPT:
            return
        if tag in BOXES and self.start is None:
            self.start, self.label = len(self.out), BOXES[tag]
        if tag == "caption":
            self.caption = []
        self.body = tag == "tbody" or (self.body and tag != "thead")
        self.out.append(f"<{tag}{self.write(tag, attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED:
            self.dropping = max(self.dropping - 1, 0)  # a browser passes over one that ends nothing
            return
        if self.dropping or tag not in KEPT or tag in ALONE:
            return
        self.out.append(f"</{tag}>")
        if tag == "caption" and self.caption is not None:
            self.label, self.caption = f"Table: {''.join(self.caption)}", None
        if tag in BOXES and self.start is not None:
            self.out[self.start :] = [scroll("".join(self.out[self.start :]), self.label)]
            self.start = None

    def handle_data(self, data: str) -> None:
        if not self.dropping:
            self.out.append(escape(data, quote=False))
            if self.caption is not None:
                self.caption.append(data)

    def write(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        """Return the attributes of a tag that say something, and none that only dress it."""
        given = {name: value or "" for name, value in attrs}
        kept = {name: given[name] for name in ("colspan", "rowspan") if name in given}
        if tag == "th":
            kept["scope"] = given.get("scope") or ("row" if self.body else "col")
        if tag == "a" and given.get("href", "").startswith(("http", "data/", "#")):
            kept["href"] = given["href"]
            kept |= {"download": ""} if "download" in given else {}
        if tag in DRAWN:
            kept |= {name: text for name, text in given.items() if name in SHAPES}
        return "".join(f' {name}="{quote(value)}"' for name, value in kept.items())
