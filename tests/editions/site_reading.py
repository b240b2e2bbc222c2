"""Reads the pages of the site back, as a browser would: words, tables, names, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ALONE = ("meta", "link", "input", "br")


def squeeze(text: str) -> str:
    """Return words without the white space that a browser does not show."""
    return " ".join(text.split())


@dataclass
class Read:
    """What stands in a page."""

    words: str = ""
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    tables: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    def list_values(self, attribute: str, *tags: str) -> list[str]:
        """Return the values of an attribute, of some tags or of all."""
        return [
            given[attribute]
            for tag, given in self.tags
            if attribute in given and (not tags or tag in tags)
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read, self.data, self.open = Read(), [], []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ALONE:
            self.open.append(tag)
        if tag == "table":
            self.read.tables.append(("", []))
        elif tag == "tr":
            self.read.tables[-1][1].append([])
        if tag in ("th", "td", "caption"):
            self.start = len(self.data)
        self.data.append(" " if tag not in ("b", "em", "a", "strong", "span", "i") else "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.read.unclosed.append(f"{tag}, line {self.getpos()[0]}")
        if tag in ("th", "td", "caption"):
            text = squeeze("".join(self.data[self.start :]))
            rows = self.read.tables[-1][1]
            if tag == "caption":
                self.read.tables[-1] = (text, rows)
            else:
                rows[-1].append(text)
        self.data.append(" " if tag in ("p", "li", "td", "th", "legend", "label") else "")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "script":
            self.data.append(data)


def read_html(html: str) -> Read:
    """Return what stands in some HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.read.words = squeeze("".join(reader.data))
    reader.read.unclosed += reader.open
    return reader.read


def read_site(folder: Path) -> dict[str, Read]:
    """Return what stands in each page of a folder."""
    pages = sorted(folder.glob("*.html"))
    return {page.name: read_html(page.read_text(encoding="utf-8")) for page in pages}
