"""Boxes, menus and buttons of choice, each with its label, as a browser has them by itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from string import ascii_uppercase as LETTERS

from swteach.editions.site_html import Names, quote

SURE = "How sure are you, from 1 (not at all) to 5 (very)?"


def letter(texts: Sequence[str]) -> list[str]:
    """Return texts with a letter before each."""
    return [f"{mark}. {text}" for mark, text in zip(LETTERS, texts, strict=False)]


def group(legend: str, html: str, name: str = "") -> str:
    """Return fields that belong together, under a legend in plain text."""
    own = f' id="{quote(name)}"' if name else ""
    return f"<fieldset{own}><legend>{escape(legend)}</legend>{html}</fieldset>"


def tick(names: Names, name: str, texts: Sequence[str], *, many: bool = False) -> str:
    """Return options to choose one of, or any number of; no other group has theirs."""
    kind, shared = "checkbox" if many else "radio", names.make(f"{name}-choice")
    return "".join(_tick(names, shared, text, kind) for text in texts)


def _tick(names: Names, shared: str, text: str, kind: str) -> str:
    own = quote(names.make(f"{shared}-option"))
    field = f'<input type="{kind}" id="{own}" name="{quote(shared)}" value="{quote(text)}">'
    return f'<div class="option">{field}<label for="{own}">{escape(text)}</label></div>'


def ask_sure(names: Names, name: str) -> str:
    """Return the question of how sure somebody is, with five numbers in a row."""
    inner = f'<div class="row">{tick(names, f"{name}-sure", "12345")}</div>'
    return group(SURE, inner)


def box(names: Names, label: str, value: str = "", *, number: bool = False) -> str:
    """Return a box for a few signs, below its label."""
    own = quote(names.make("box"))
    kind = ' inputmode="decimal"' if number else ""
    start = f' value="{quote(value)}"' if value else ""
    field = f'<input type="text"{_name(own, kept=True)}{kind}{start}>'
    return f'<div class="field"><label for="{own}">{escape(label)}</label>{field}</div>'


def paper(names: Names, label: str, rows: int = 6, help: str = "", *, kept: bool = False) -> str:
    """Return a box for several sentences, below its label and what is said about it."""
    own = quote(names.make("words"))
    told = f'<p class="note" id="{own}-help">{escape(help)}</p>' if help else ""
    tied = f' aria-describedby="{own}-help"' if help else ""
    field = f'<textarea{_name(own, kept)} rows="{rows}"{tied}></textarea>'
    return f'<div class="field"><label for="{own}">{escape(label)}</label>{told}{field}</div>'


def choose(names: Names, label: str, texts: Sequence[str], *, kept: bool = False) -> str:
    """Return a menu below its label; it opens on no choice."""
    own = quote(names.make("menu"))
    menu = _menu(own, texts, kept)
    return f'<div class="field"><label for="{own}">{escape(label)}</label>{menu}</div>'


def choose_in_cell(names: Names, label: str, texts: Sequence[str]) -> str:
    """Return a menu for a table, whose label only a screen reader says."""
    own = quote(names.make("menu"))
    said = f'<label class="unseen" for="{own}">{escape(label)}</label>'
    return f"{said}{_menu(own, texts)}"


def _menu(own: str, texts: Sequence[str], kept: bool = False) -> str:
    options = "".join(f"<option>{escape(text)}</option>" for text in ("Choose one", *texts))
    return f"<select{_name(own, kept)}>{options}</select>"


def _name(own: str, kept: bool) -> str:
    """Return how a field is called; where the page keeps what is entered, the browser must not."""
    # A browser that goes back fills in fields of the same name. Without names it goes by their
    # order, and puts what stood in one box into another.
    return f' id="{own}" name="{own}"' + (' autocomplete="off"' if kept else "")
