"""The parts of a document for people: what a page and a Word file are both written from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Look = Literal["plain", "note", "set in"]


@dataclass(frozen=True)
class Run:
    """Some words of one look; ``url`` is where they lead, if anywhere."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


Words = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a level from 1 to 6."""

    level: int
    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph; a line break within it is a line break."""

    words: Words
    look: Look = "plain"


@dataclass(frozen=True)
class Bullets:
    """A list: each item with how deep it stands, from 0."""

    items: tuple[tuple[int, Words], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with a caption and one row of headings; the first cell of a row heads it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A chart: its description, and how to draw it as SVG and as PNG; "" or b"" if it cannot be."""

    title: str
    description: str
    draw: Callable[[], str]
    paint: Callable[[], bytes]


@dataclass(frozen=True)
class Space:
    """Empty lines to write on."""

    lines: int


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new sheet."""


Part = Heading | Text | Bullets | Grid | Picture | Space | NewPage


def say(text: str, look: Look = "plain") -> Text:
    """Return a paragraph of plain words."""
    return Text((Run(text),), look)


def lead(name: str, text: str, look: Look = "plain") -> Text:
    """Return a paragraph that begins with what it is, in bold."""
    return Text((Run(f"{name}: ", bold=True), Run(text)), look)


def bullet(texts: Sequence[str], *, numbered: bool = False) -> Bullets:
    """Return a list of plain words."""
    return Bullets(tuple((0, (Run(text),)) for text in texts), numbered)


def lead_bullets(pairs: Sequence[tuple[str, str]]) -> Bullets:
    """Return a list in which each item begins with what it is about, in bold."""
    return Bullets(tuple((0, (Run(f"{name}: ", bold=True), Run(text))) for name, text in pairs))


def read_plain(words: Words) -> str:
    """Return words without their look."""
    return "".join(run.text for run in words)
