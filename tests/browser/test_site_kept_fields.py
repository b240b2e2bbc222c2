"""Nothing that is entered into a plain tool of the pages is lost: it is kept, and comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from swteach.editions.site_page import Entry, Menu, wrap

pytestmark = pytest.mark.browser

BRIEFING = "09_a_fair_briefing"
VOICES = "01_who_is_speaking"
MAP = "02_what_kind_of_claim"
TOOL = '.tool[data-keep="{}"]'
SHOWN = """(root) => [...root.querySelectorAll("textarea, select, input")].map((node) =>
  ["radio", "checkbox"].includes(node.type) ? node.checked : node.value)"""
PAUSE = 900  # ms: more than the page waits for the next key
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


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """Return a browser that keeps nothing from before."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(scope="session")
def kinds(site_folder: Path) -> str:
    """Add a page with every kind of field to the built site, and return its name."""
    name, course = "kinds.html", "Kinds"
    menu = Menu(course, (Entry(name, "Kinds", "Kinds"),), 1)
    data = {"course": course, "notebook": "kinds", "title": "", "questions": {}, "tools": {}}
    (site_folder / name).write_text(wrap(menu, name, EVERY_KIND, data), encoding="utf-8")
    return name


def _open(context: Any, address: str, name: str) -> Any:
    page = context.new_page()
    page.goto(f"{address}/{name.removesuffix('.html')}.html")
    page.wait_for_selector("html[data-ready]")
    return page


def _find_kept(page: Any) -> list[dict[str, Any]]:
    """Return the entries of kind "notes" in the browser's storage, oldest first."""
    lines = page.evaluate("Object.entries(localStorage).filter(([n]) => n.includes(' entry '))")
    entries = sorted((json.loads(line) for _, line in lines), key=lambda e: (e["at"], e["count"]))
    return [one for one in entries if one["kind"] == "notes"]


def _close_and_find(page: Any, context: Any, address: str, name: str, tool: str) -> Any:
    page.close()
    return _open(context, address, name).locator(TOOL.format(tool))


def test_every_field_of_the_tools_comes_back(
    context: Any, site_address: str, site_folder: Path
) -> None:
    """Each box and menu of each plain tool of the course is as it was left, after page and tab."""
    count = 0
    for path in sorted(site_folder.glob("0*.html")):
        page = _open(context, site_address, path.name)
        names = page.eval_on_selector_all(
            ".tool[data-keep]", "(all) => all.map((a) => a.dataset.keep)"
        )
        for name in names:
            for place, field in enumerate(page.locator(f"{TOOL.format(name)} textarea").all()):
                field.fill(f"{name} {place}\nund Süß \U0001f642")
                count += 1
            for place, menu in enumerate(page.locator(f"{TOOL.format(name)} select").all()):
                choices = menu.evaluate("(node) => node.options.length - 1")
                menu.select_option(index=1 + place % choices)
                count += 1
        before = {name: page.locator(TOOL.format(name)).evaluate(SHOWN) for name in names}
        page.close()
        page = _open(context, site_address, path.name)
        assert {n: page.locator(TOOL.format(n)).evaluate(SHOWN) for n in names} == before
        page.close()
    assert count == 12  # three maps, and nine of the briefing


def test_words_are_kept_while_they_are_typed(context: Any, site_address: str) -> None:
    """Typing leaves one entry, not one for each pause; leaving the box makes it a whole one."""
    page = _open(context, site_address, MAP)
    box = page.locator(f"{TOOL.format('argument_map')} textarea").first
    for words in ("1 Conclusion", ": pay", " more"):
        box.press_sequentially(words)
        page.wait_for_timeout(PAUSE)
    [entry] = _find_kept(page)
    assert (entry["value"], entry["draft"]) == ("1 Conclusion: pay more", True)
    page.keyboard.press("Tab")
    [entry] = _find_kept(page)
    assert (entry["value"], entry["draft"], entry["private"]) == (
        "1 Conclusion: pay more",
        False,
        False,
    )
    assert entry["id"] == f"site-argument_map-{MAP}-your-map-as-an-outline"
    assert entry["prompt"] == "Argument map. Your map, as an outline"
    assert entry["notebook"] == MAP


def test_status_says_where_it_is_kept(context: Any, site_address: str) -> None:
    """Once, with the way to the journal; later words do not speak again; so too after a return."""
    page = _open(context, site_address, MAP)
    tool = page.locator(TOOL.format("argument_map"))
    status, box = tool.get_by_role("status"), tool.locator("textarea").first
    assert status.text_content() == ""
    box.press_sequentially("Pay")
    page.wait_for_timeout(PAUSE)
    assert status.text_content().startswith("What you enter here is kept in this browser")
    assert status.get_by_role("link").get_attribute("href") == "journal.html"
    status.evaluate(
        "(node) => new MutationObserver(() => (window.spoken = true))"
        ".observe(node, { childList: true, subtree: true })"
    )
    box.press_sequentially(" more")
    page.wait_for_timeout(PAUSE)
    assert page.evaluate("window.spoken ?? false") is False
    tool = _close_and_find(page, context, site_address, MAP, "argument_map")
    assert (
        tool.get_by_role("status")
        .text_content()
        .startswith("What you entered here before is back.")
    )


def test_a_closed_page_has_lost_nothing(context: Any, site_address: str) -> None:
    """Closed or reloaded at once after the last key, without a pause, the words are there."""
    page = _open(context, site_address, MAP)
    page.locator(f"{TOOL.format('argument_map')} textarea").first.press_sequentially("At once")
    page.close(run_before_unload=True)
    page = _open(context, site_address, MAP)
    box = page.locator(f"{TOOL.format('argument_map')} textarea").first
    assert box.input_value() == "At once"
    box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(", twice")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert (
        page.locator(f"{TOOL.format('argument_map')} textarea").first.input_value()
        == "At once, twice"
    )


@pytest.mark.parametrize("field", [".swteach-reflection textarea", ".swteach-barometer textarea"])
def test_a_closed_page_has_lost_no_words_of_a_widget(
    context: Any, site_address: str, field: str
) -> None:
    """The words of a reflection and of a barometer are there as well, closed at once."""
    page = _open(context, site_address, VOICES)
    page.locator(field).first.press_sequentially("At once")
    page.close(run_before_unload=True)
    page = _open(context, site_address, VOICES)
    page.wait_for_function(f"() => document.querySelector({field!r}).value === 'At once'")


def test_own_position_is_private(context: Any, site_address: str) -> None:
    """The account of one's own position has a private entry of its own; the rest is open."""
    page = _open(context, site_address, BRIEFING)
    tool = page.locator(TOOL.format("briefing"))
    tool.get_by_label("Whether my own position moved").fill("It did not move.")
    tool.get_by_label("What is not known").fill("Who pays.")
    tool.get_by_label("The question of your briefing").select_option(index=2)
    page.wait_for_timeout(PAUSE)
    start = f"site-briefing-{BRIEFING}-"
    assert {one["id"].removeprefix(start): one["private"] for one in _find_kept(page)} == {
        "whether-my-own-position-moved": True,
        "what-is-not-known": False,
        "the-question-of-your-briefing": False,
    }


def test_two_tabs_take_nothing_from_each_other(context: Any, site_address: str) -> None:
    """What one writes shows in the other; of two boxes both are kept, of one box both versions."""
    first, second = (_open(context, site_address, BRIEFING) for _ in range(2))
    known, agree = "What is not known", "Your charts, each with a caption"
    first.get_by_label(known).fill("From the first")
    first.keyboard.press("Tab")
    second.wait_for_function(
        "() => [...document.querySelectorAll('textarea')].some((a) => a.value === 'From the first')"
    )
    second.get_by_label(agree).fill("From the second")
    first.get_by_label(known).fill("From the first again")
    for page in (first, second):
        page.keyboard.press("Tab")
        page.wait_for_timeout(PAUSE)
    for page in (first, second):
        shown = page.get_by_label(known).input_value(), page.get_by_label(agree).input_value()
        assert shown == ("From the first again", "From the second")
    first.get_by_label(known).fill("Mine")
    second.get_by_label(known).fill("Yours")
    for page in (first, second):
        page.wait_for_timeout(PAUSE)
        page.close()
    page = _open(context, site_address, BRIEFING)
    assert {"Mine", "Yours"} <= {entry["value"] for entry in _find_kept(page)}
    assert page.get_by_label(known).input_value() in ("Mine", "Yours")


def test_every_kind_of_field_is_kept(context: Any, site_address: str, kinds: str) -> None:
    """Boxes of the same name, a menu, radio buttons and a tick come back, and go when undone."""
    page = _open(context, site_address, kinds)
    page.fill("#a", "first")
    page.fill("#b", "second")
    page.fill("#d", "own")
    page.select_option("#c", index=1)
    page.check("input[value=two]")
    page.check("input[type=checkbox]")
    values = {
        entry["id"].removeprefix("site-kinds-kinds-"): entry["value"] for entry in _find_kept(page)
    }
    assert values == {
        **{"a-box": "first", "a-box-2": "second", "own": "own"},
        **{"a-menu": "x y", "which": "two", "a-tick": "yes"},
    }
    tool = _close_and_find(page, context, site_address, kinds, "kinds")
    assert tool.evaluate(SHOWN) == ["first", "second", "x y", False, True, True, "own"]
    page = tool.page
    page.uncheck("input[type=checkbox]")
    page.select_option("#c", index=0)
    page.fill("#a", "")
    tool = _close_and_find(page, context, site_address, kinds, "kinds")
    assert tool.evaluate(SHOWN) == ["", "second", "Choose one", False, True, False, "own"]


def test_full_storage_is_said_and_the_words_come_back(
    context: Any, site_address: str, kinds: str
) -> None:
    """Where the storage takes nothing the status says so; after a reload all is there."""
    page = _open(context, site_address, kinds)
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
    assert [entry["value"] for entry in _find_kept(page)] == ["No room for this"]


def test_words_typed_before_the_script_runs_stay(
    context: Any, site_address: str, kinds: str
) -> None:
    """A slow script takes nothing back: what was kept before stands above what is new."""
    page = _open(context, site_address, kinds)
    page.fill("#a", "kept before")
    page.close()
    page = context.new_page()
    page.route("**/site.js", lambda route: (_type_early(page), route.continue_()))
    page.goto(f"{site_address}/{kinds}")
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#a").input_value() == "kept before\ntyped early"
    assert page.locator("#b").input_value() == "typed early"


def _type_early(page: Any) -> None:
    for name in ("#a", "#b"):
        page.fill(name, "typed early", no_wait_after=True)
