"""Every kind of field in a plain tool is kept, whatever the browser does meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from site_kept import PAUSE, SHOWN, close_and_find, find_kept
from site_pages import open_page

from swteach.editions.site_page import Entry, Menu, wrap

pytestmark = pytest.mark.browser

FILL = """() => {
  for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (let n = 0; ; n += 1) localStorage.setItem(`${size} ${n}`, "x".repeat(size));
    } catch {}
  }
}"""
EVERY_KIND = """<h1>Kinds of field</h1><div class="tool" data-keep="kinds">
<label for="a">A box</label><textarea id="a"></textarea>
<label for="b">A box</label><input type="text" id="b">
<label for="c">A menu</label><select id="c"><option>Choose one</option><option>x y</option></select>
<fieldset><legend>Which?</legend><label><input type="radio" name="r" value="one">one</label>
<label><input type="radio" name="r" value="two">two</label></fieldset>
<label><input type="checkbox" value="yes"> A tick</label>
<div data-private="true"><label for="d">Own</label><textarea id="d"></textarea></div></div>"""


@pytest.fixture(scope="session")
def kinds(site_folder: Path) -> str:
    """Add a page with every kind of field to the built site, and return its name."""
    name, course = "kinds.html", "Kinds"
    menu = Menu(course, (Entry(name, "Kinds", "Kinds"),), 1)
    data = {"course": course, "notebook": "kinds", "title": "", "questions": {}, "tools": {}}
    (site_folder / name).write_text(wrap(menu, name, EVERY_KIND, data), encoding="utf-8")
    return name


def test_every_kind_of_field_is_kept(keeping: Any, site_address: str, kinds: str) -> None:
    """Boxes of the same name, a menu, radio buttons and a tick come back, and go when undone."""
    page = open_page(keeping, site_address, kinds)
    page.fill("#a", "first")
    page.fill("#b", "second")
    page.fill("#d", "own")
    page.select_option("#c", index=1)
    page.check("input[value=two]")
    page.check("input[type=checkbox]")
    values = {
        entry["id"].removeprefix("site-kinds-kinds-"): entry["value"] for entry in find_kept(page)
    }
    assert values == {
        **{"a-box": "first", "a-box-2": "second", "own": "own"},
        **{"a-menu": "x y", "which": "two", "a-tick": "yes"},
    }
    tool = close_and_find(page, keeping, site_address, kinds, "kinds")
    assert tool.evaluate(SHOWN) == ["first", "second", "x y", False, True, True, "own"]
    page = tool.page
    page.uncheck("input[type=checkbox]")
    page.select_option("#c", index=0)
    page.fill("#a", "")
    tool = close_and_find(page, keeping, site_address, kinds, "kinds")
    assert tool.evaluate(SHOWN) == ["", "second", "Choose one", False, True, False, "own"]


def test_full_storage_is_said_and_the_words_come_back(
    keeping: Any, site_address: str, kinds: str
) -> None:
    """Where the storage takes nothing the status says so; after a reload all is there."""
    page = open_page(keeping, site_address, kinds)
    page.evaluate("localStorage.setItem('full', 'x'.repeat(4_000_000))")
    page.evaluate(FILL)
    page.fill("#a", "No room for this")
    page.wait_for_timeout(PAUSE)
    assert page.get_by_role("status").text_content().startswith("Not saved: the space")
    page.keyboard.press("Tab")
    page.locator("#a").press("x")
    page.locator("#a").press("Backspace")
    page.wait_for_timeout(PAUSE)
    page.evaluate("localStorage.removeItem('full')")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#a").input_value() == "No room for this"
    assert [entry["value"] for entry in find_kept(page)] == ["No room for this"]


def test_words_typed_before_the_script_runs_stay(
    keeping: Any, site_address: str, kinds: str
) -> None:
    """A slow script takes nothing back: what was kept before stands above what is new."""
    page = open_page(keeping, site_address, kinds)
    page.fill("#a", "kept before")
    page.close()
    page = keeping.new_page()
    page.route("**/site.js", lambda route: (_type_early(page), route.continue_()))
    page.goto(f"{site_address}/{kinds}")
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#a").input_value() == "kept before\ntyped early"
    assert page.locator("#b").input_value() == "typed early"


def _type_early(page: Any) -> None:
    for name in ("#a", "#b"):
        page.fill(name, "typed early", no_wait_after=True)
