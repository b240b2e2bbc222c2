"""Journals drawn by chance, and pages that hold the journal's scripts, for the tests of both."""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from swteach.editions.site_journal import JOURNAL, list_journal_data, write_journal
from swteach.editions.site_page import Entry as Link
from swteach.editions.site_page import Menu, read_style, wrap
from swteach.editions.site_scripts import read_page_scripts, read_script
from swteach.journal.entry import Entry, make_entry
from swteach.journal.pages import Name, Pages

HOST = "http://course.test"
COURSE = "A course"
SCRIPTS = ("canonical_json", "sha256", "spaces", "journal_entry", "journal_pages", "journal_file")
SCRIPTS += ("mappings", "journal_privacy", "journal_outline", "journal_exports", "journal_copy")
SCRIPTS += ("journal_store", "journal")
UNIT = {"course": COURSE, "notebook": "03_homes"}
BYTES = "const bytes = (text) => Uint8Array.from(text, (one) => one.charCodeAt(0));"
FILL = """(left) => {
  let size = 2 ** 22;
  for (let at = 0; size >= 1; at++) {
    try { localStorage.setItem(`other ${at}`, "x".repeat(size)); } catch { size /= 2; }
  }
  const last = Object.keys(localStorage).filter((name) => name.startsWith("other"));
  let free = 0;
  for (const name of last.sort((a, b) => localStorage[a].length - localStorage[b].length)) {
    if (free >= left) break;
    free += localStorage[name].length;
    localStorage.removeItem(name);
  }
}"""
SIGNS = "ab é\n\r\t\\\"/'<&=+-@_*:`#|.w\x00\x1f\x7f\x85\xa0\u2028\ufeff\ud83d\U0001f3e0\uffff１"


def say(chance: random.Random, most: int = 12) -> str:
    """Return a text of signs that a format may stumble over."""
    return "".join(chance.choice(SIGNS) for _ in range(chance.randrange(most)))


def draw(chance: random.Random, depth: int = 0) -> Any:
    """Return something that JSON can hold."""
    kind = chance.randrange(8 if depth < 3 else 6)
    if kind == 6:
        return [draw(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind == 7:
        return {say(chance, 4): draw(chance, depth + 1) for _ in range(chance.randrange(5))}
    bits = struct.unpack("<d", chance.randbytes(8))[0]
    number = bits if bits - bits == 0 else 0.5
    plain = (None, True, chance.randrange(-(10**18), 10**18), number, say(chance), 3.0)
    return plain[kind]


def type_words(chance: random.Random) -> str:
    """Return a few plain words, so that one text often holds another."""
    words = ["the", "home", "homes", "council"]
    return " ".join(chance.choices(words, k=chance.randrange(5)))


def enter(chance: random.Random, **fields: Any) -> Entry:
    """Return an entry of a few streams, so that entries meet each other."""
    given = {
        "at": f"2026-11-25T19:42:0{chance.randrange(10)}.00000{chance.randrange(3)}Z",
        "count": chance.randrange(3),
        "session": chance.choice("ab"),
        "notebook": chance.choice(["03_homes", "", "extra_é", "12_x"]),
        "kind": chance.choice(["answer", "reflection", "barometer"]),
        "id": chance.choice(["n3-mcq-1", "n7-ref-1", "barometer-n1", "=odd"]),
        "value": type_words(chance) if chance.random() < 0.7 else draw(chance),
        "prompt": chance.choice(["", "Why?", say(chance)]),
        "private": chance.random() < 0.2,
        "draft": chance.random() < 0.5,
        **fields,
    }
    return make_entry(**given)


def _tick(chance: random.Random) -> Entry:
    names = ["n3-mcq-1: answer", "n7-ref-1: reflection", "10: a", "2: b"]
    chosen = chance.sample(names, k=chance.choice([1, 1, 1, 2, 4]))
    value = {name: chance.choice([True, False, True, False, None]) for name in chosen}
    told = {"kind": "private ticks", "id": "journal-page", "value": value, "draft": False}
    return enter(chance, **told, private=True)


def gather(chance: random.Random, count: int = 12) -> Pages:
    """Return pages of entries and ticks, some with a name."""
    made = [_tick(chance) if chance.random() < 0.2 else enter(chance) for _ in range(count)]
    name = Name("2026-11-25T19:42:00.000000Z", 1, "a", "Zoë \U0001f3e0")
    pages = Pages(name=name) if chance.random() < 0.5 else Pages()
    for one in made:
        pages = pages.add(one)
    return pages


def gather_drafts(chance: random.Random) -> Pages:
    """Return pages of few streams and words, so that one piece of typing often holds another."""
    told = {"notebook": "03_homes", "kind": "reflection", "id": "n7-ref-1", "private": False}
    made = [enter(chance, **told, value=type_words(chance)) for _ in range(8)]
    return Pages({one.key: one for one in made[:4]}).add(made[4]).add(made[5])


def to_latin(data: bytes) -> str:
    """Return bytes as a text that a page can be handed."""
    return data.decode("latin-1")


def list_lines(pages: Pages) -> list[str]:
    """Return the line of each entry, in order."""
    return [one.line for one in pages.sorted()]


def record(page: Any, **told: Any) -> dict[str, Any]:
    """Let a page record something; return whether it was saved, and what it says."""
    outcome: dict[str, Any] = page.evaluate(
        "(told) => { const { saved, message } = journal.record(told); return { saved, message }; }",
        {"kind": "answer", "id": "n3-mcq-1", "value": "Yes.", **told},
    )
    return outcome


@pytest.fixture
def journal_host(browser: Any) -> Iterator[Any]:
    """Give a browser without any storage, in which one host answers with the pages' files."""
    context = browser.new_context()
    files = {
        "unit.js": (read_page_scripts(*SCRIPTS) + BYTES, "text/javascript"),
        "unit.html": (_write_unit(UNIT), "text/html"),
        "other.html": (_write_unit({**UNIT, "course": "Another"}), "text/html"),
        "site.js": (read_script(), "text/javascript"),
        "site.css": (read_style(), "text/css"),
        JOURNAL: (_write_page(), "text/html"),
    }

    def answer(route: Any) -> None:
        body, kind = files.get(route.request.url.rsplit("/", 1)[1], ("", "text/plain"))
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    context.route("**/*", answer)
    yield context
    context.close()


def _write_unit(known: dict[str, Any]) -> str:
    data = json.dumps(known)
    return (
        f'<!DOCTYPE html><script type="application/json" id="swteach-page">{data}</script>'
        '<script src="unit.js"></script>'
    )


def _write_page() -> str:
    menu = Menu(COURSE, (Link(JOURNAL, "My journal", "My journal"),), 1)
    data = {"course": COURSE, "notebook": "", "title": "My journal", "questions": {}}
    return wrap(menu, JOURNAL, write_journal(), {**data, "tools": list_journal_data()})


@pytest.fixture
def open_unit(journal_host: Any) -> Callable[..., Any]:
    """Open a page with the journal's scripts, and nothing else; as many as a test likes."""

    def open_page(name: str = "unit.html") -> Any:
        page = journal_host.new_page()
        page.goto(f"{HOST}/{name}")
        return page

    return open_page


@pytest.fixture
def unit(open_unit: Callable[..., Any]) -> Any:
    """Open one page with the journal's scripts."""
    return open_unit()
