"""The HTML that a notebook keeps as an output, as the parts of a document."""

from __future__ import annotations

from html.parser import HTMLParser

from swteach.editions.paper import Bullets, Grid, Part, Run, Text, Words

SKIPPED = ("style", "script", "summary")
BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}


def read_html(html: str) -> list[Part]:
    """
    Return a notebook's HTML as paragraphs, lists and tables.

    Headings become paragraphs in bold, since they would break the order of those around them;
    what stands under a summary is opened, and a row across a whole table goes below it.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.parts


class _Reader(HTMLParser):
    """Collect words until a block ends, and cells until a table ends."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.words: list[Run] = []
        self.looks: list[str] = []
        self.urls: list[str] = []
        self.skipping = 0
        self.items: list[tuple[int, Words]] = []
        self.depth = 0
        self.rows: list[list[str]] | None = None
        self.caption = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in SKIPPED
        if tag == "table":
            self.end_block()
            self.rows, self.caption = [], ""
        elif self.rows is not None and tag == "tr":
            self.rows.append([])
        elif tag in ("ul", "ol"):
            self.end_block()
            self.depth += 1
        elif tag in BLOCKS and self.rows is None:
            self.end_block()
        elif tag == "br":
            self.words.append(Run("\n"))
        elif tag == "a":
            url = dict(attributes).get("href") or ""
            self.urls.append(url if url.startswith("http") else "")
        if tag in LOOKS or (tag in BLOCKS and tag.startswith("h")):
            self.looks.append(LOOKS.get(tag, "bold"))

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in SKIPPED
        if tag == "table" and self.rows is not None:
            self.end_table()
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(self.take_text())
        elif tag == "caption":
            self.caption = self.take_text()
        elif tag in ("ul", "ol"):
            self.end_block()
            self.depth -= 1
            if not self.depth:
                self.end_list()
        elif tag in BLOCKS and self.rows is None:
            self.end_block()
        elif tag == "a" and self.urls:
            self.urls.pop()
        if (tag in LOOKS or (tag in BLOCKS and tag.startswith("h"))) and self.looks:
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            text = " ".join(data.split()) if data.strip() else " " * bool(data)
            text = " " * data[:1].isspace() * bool(data.strip()) + text
            text += " " * data[-1:].isspace() * bool(data.strip())
            url = self.urls[-1] if self.urls and data.strip() else ""
            self.words.append(Run(text, "bold" in self.looks, "italic" in self.looks, url))

    def take_text(self) -> str:
        """Return the words so far, and begin anew."""
        text = " ".join("".join(run.text for run in self.words).split())
        self.words = []
        return text

    def end_block(self) -> None:
        """End a paragraph, or an item of a list."""
        words, self.words = tuple(self.words), []
        if not "".join(run.text for run in words).strip():
            return
        if self.depth:
            self.items.append((self.depth - 1, words))
        else:
            self.parts.append(Text(words))

    def end_list(self) -> None:
        """End a list and all that stands in it."""
        if self.items:
            self.parts.append(Bullets(tuple(self.items)))
        self.items = []

    def end_table(self) -> None:
        """End a table; its first row heads it."""
        rows, self.rows = [row for row in self.rows or [] if row], None
        if not rows:
            return
        width = len(rows[0])
        full = [tuple(row) for row in rows if len(row) == width]
        self.parts.append(Grid(self.caption, full[0], tuple(full[1:])))
        self.parts += [Text((Run(row[0]),)) for row in rows if len(row) == 1 < width and row[0]]
