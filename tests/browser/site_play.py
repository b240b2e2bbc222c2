"""Lets a tool's Python and its script in the page answer the same messages, and compares them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from swteach.editions.site_scripts import read_page_scripts
from swteach.journal.book import Journal
from swteach.notebook_calls import find_calls
from swteach.widgets.live import LiveTool

ROOT = Path(__file__).parents[2]
KEPT = ("kind", "id", "value", "prompt", "private", "draft")
CLOCK = "2026-11-26T10:00:00.000000Z"
# A journal that does what a tool asks of it, and nothing more: the page's own has its own tests.
BOOK = """class Book {
  constructor(entries, trouble) { Object.assign(this, { entries, trouble, kept: [] }); }
  get unsaved() { return this.trouble !== ""; }
  sorted() { return this.entries; }
  history(id, kind) { return this.entries.filter((one) => one.id === id && one.kind === kind); }
  latest(id, kind) { return this.history(id, kind).at(-1); }
  record({ kind, id, value, prompt = "", private: own = kind === "barometer", draft = false }) {
    const entry = JSON.parse(JSON.stringify({ kind, id, value, prompt, private: own, draft }));
    this.kept.push(entry);
    this.entries.push({ at: this.at, ...entry });
    return { saved: !this.trouble, message: this.trouble };
  }
}"""
# Text in and out: as values, thousands of messages take as long to pass as to answer.
PLAY = """(sent) => {
  const { name, sittings, start, trouble, at } = JSON.parse(sent);
  const book = Object.assign(new Book(start, trouble), { at });
  const views = sittings.map(({ sheet, data, messages }) => {
    const tool = new TOOLS[name]({ sheet, data }, book);
    return [{}, ...messages].map((message) => JSON.parse(JSON.stringify(tool.respond(message))));
  });
  return JSON.stringify([views, book.kept]);
}"""
ODD = (None, "x", [], {}, 0, 6, True, 2.5, "__proto__", "constructor")
Entries = list[dict[str, Any]]
Sitting = tuple[list[Any], dict[str, Any], list[dict[str, Any]]]
Tool = tuple[str, Callable[..., LiveTool], Callable[..., dict[str, Any]]]


def open_scripts(browser: Any, *names: str) -> Iterator[Any]:
    """Open a page that has some of the site's scripts and a journal, and nothing else."""
    page = browser.new_page()
    page.add_script_tag(content=read_page_scripts(*names))
    page.add_script_tag(content=BOOK)
    yield page
    page.close()


def spy_on_journal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Begin an empty journal with a stopped clock; return the list of what is recorded in it."""
    told: Entries = []
    record = Journal._record
    folder.mkdir()
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder))
    monkeypatch.setattr("swteach.journal.book.say_time", lambda _: CLOCK)

    def spy(self: Journal, made: Any) -> Any:
        told.append({name: made.fields[name] for name in KEPT})
        return record(self, made)

    monkeypatch.setattr(Journal, "_record", spy)
    return told


def find_uses(name: str) -> list[tuple[list[Any], dict[str, Any]]]:
    """Return the arguments of every call of a tool in the notebooks."""
    cells = [
        "".join(cell["source"])
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]
    calls = (call for cell in cells if "sw." in cell for call in find_calls(cell))
    return [(given, named) for called, given, named in calls if called == name]


def _play(tool: LiveTool, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(tool.respond(message))) for message in [{}, *messages]]


def compare(
    scripts: Any,
    kept: Entries,
    kind: Tool,
    sittings: list[Sitting],
    trouble: str = "",
) -> list[list[dict[str, Any]]]:
    """Let Python and the page answer the same messages; return the views, which are the same."""
    name, make, write = kind
    start = [{"at": CLOCK, **one} for one in kept]
    kept.clear()
    ours, given = [], []
    for args, named, messages in sittings:
        tool = make(*args, **named)
        data = json.loads(json.dumps(write(*args, **named)))
        sheet = {key: value for key, value in tool.sheet.items() if key != "news"}
        ours.append(_play(tool, messages))
        given.append({"sheet": sheet, "data": data, "messages": messages})
    sent = {"name": name, "sittings": given, "start": start, "trouble": trouble, "at": CLOCK}
    theirs, entries = json.loads(scripts.evaluate(PLAY, json.dumps(sent)))
    for sitting, one, other in zip(sittings, ours, theirs, strict=True):
        for message, view, shown in zip([{}, *sitting[2]], one, other, strict=True):
            assert shown == view, message
    assert entries == kept
    return ours
