"""What every page of the site has around its own content: title, skip link, menu, next steps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from swteach.editions.site_html import bullets, quote
from swteach.editions.site_scripts import SCRIPT, read_styles

STYLE = "site.css"
_STYLES = (STYLE, "site_charts.css")
_TEMPLATE = "site_page.html"
_SCRIPT = f'<script src="{SCRIPT}" defer></script>\n'


@dataclass(frozen=True)
class Entry:
    """A page in the menu: its file, its whole title, and what the menu shows of it."""

    file: str
    title: str
    short: str


@dataclass(frozen=True)
class Menu:
    """The course's name, and its pages in order; the first ``count`` are read one after another."""

    course: str
    entries: tuple[Entry, ...]
    count: int


def read_style() -> str:
    """Return the style sheet of all pages: their own rules after those of the widgets."""
    own = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in _STYLES)
    return "".join([read_styles(), *own])


def wrap(menu: Menu, file: str, body: str, data: Mapping[str, Any] | None = None) -> str:
    """
    Return a whole page.

    Parameters
    ----------
    menu
        Of the site.
    file
        The page's own file, which the menu marks as the current one.
    body
        HTML of the page, with one heading of the first level.
    data
        What the page's script must know; a page without any has no script.
    """
    own = next(entry for entry in menu.entries if entry.file == file)
    return _load().substitute(
        title=escape(f"{own.title} – {menu.course}"),
        course=escape(menu.course),
        menu=bullets(_point(entry, file) for entry in menu.entries),
        body=body,
        script="" if data is None else _SCRIPT,
        data="" if data is None else _hold(data),
        steps=_step(menu.entries[: menu.count], own),
    )


def _point(entry: Entry, file: str) -> str:
    current = ' aria-current="page"' if entry.file == file else ""
    words = escape(entry.short)
    if entry.short != entry.title:
        words += (
            f'<span class="unseen"> {escape(entry.title.removeprefix(entry.short).strip())}</span>'
        )
    return f'<a href="{quote(entry.file)}"{current}>{words}</a>'


def _step(entries: Sequence[Entry], own: Entry) -> str:
    if own not in entries:
        return ""
    place = entries.index(own)
    steps = (("Before", place - 1), ("Next", place + 1))
    items = [
        f'<a href="{quote(entries[to].file)}">{name}: {escape(entries[to].title)}</a>'
        for name, to in steps
        if 0 <= to < len(entries)
    ]
    return f'<nav aria-label="Before and next">{bullets(items)}</nav>' if items else ""


def _hold(data: Mapping[str, Any]) -> str:
    """Return data as an element that no browser runs, and that no text within can end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="swteach-page">{text}</script>\n'


@cache
def _load() -> Template:
    return Template(Path(__file__).with_name(_TEMPLATE).read_text(encoding="utf-8"))
