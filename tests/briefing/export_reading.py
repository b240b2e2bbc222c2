"""What a reader, a browser or a spreadsheet finds in an export."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "img", "hr", "link", "input"}


class Read(HTMLParser):
    """Collect the tags of a page with their attributes, and the text inside each tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and what it carries."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last tag, which must be this one."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text and the tag that it stands in."""
        self.texts.append((self.open[-1] if self.open else "", data))

    def find(self, name: str) -> list[dict[str, str | None]]:
        """Return what the tags of a name carry."""
        return [found for tag, found in self.tags if tag == name]

    def levels(self) -> list[int]:
        """Return the levels of the headings in order."""
        return [int(tag[1]) for tag, _ in self.tags if tag in ("h1", "h2", "h3", "h4")]


def check_levels(levels: list[int]) -> None:
    """Hold headings to one of the first level, first, and no step of more than one down."""
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
