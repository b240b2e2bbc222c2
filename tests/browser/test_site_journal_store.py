"""What a page keeps in the browser is there again, or the student is told."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from site_journals import FILL, SCRIPTS, enter, record, to_latin

from swteach.editions.site_scripts import read_page_scripts
from swteach.journal.fileformat import read_pages, write_pages
from swteach.journal.pages import Pages

pytestmark = pytest.mark.browser


def test_entries_are_stamped_in_order(unit: Any) -> None:
    """A clock that stands still or is set back does not change what was said last."""
    record(unit, value="first")
    unit.clock.set_fixed_time(datetime(2020, 1, 1, tzinfo=UTC))
    for value in ("second", "third"):
        record(unit, value=value)
    assert unit.evaluate("() => journal.history('n3-mcq-1').map(({ value }) => value)") == [
        "first",
        "second",
        "third",
    ]
    assert unit.evaluate("() => journal.latest('n3-mcq-1', 'answer').count") == 2
    assert unit.evaluate("() => journal.latest('n3-mcq-1', 'map')") is None


def test_two_tabs_lose_nothing(open_unit: Callable[..., Any]) -> None:
    """Two tabs write fifty entries each at once: each sees all hundred, and a third tab too."""
    pages = [open_unit(), open_unit()]
    many = """(tab) => new Promise((done) => {
      let left = 50;
      const write = () => {
        journal.record({ kind: "answer", id: `${tab}-${left}`, value: left });
        if (--left) setTimeout(write, Math.random() * 4); else done();
      };
      write();
    })"""
    start = "([tab, at]) => { window.done = new Promise((go) => setTimeout(go, at - Date.now()))"
    soon = pages[0].evaluate("() => Date.now() + 300")
    for tab, page in enumerate(pages):
        page.evaluate(f"{start}.then(() => ({many})(tab)); return null; }}", [tab, soon])
    for page in pages:
        page.evaluate("() => window.done")
    for page in [*pages, open_unit()]:
        page.wait_for_function("() => journal.sorted().length === 100", timeout=5000)
    other = open_unit("other.html")
    assert other.evaluate("() => journal.sorted().length") == 0


def test_what_was_recorded_outlives_the_page(open_unit: Callable[..., Any]) -> None:
    """A page that is closed straight after an answer has kept it."""
    page = open_unit()
    page.evaluate("() => { journal.record({ kind: 'answer', id: 'n3-1', value: 'é' }); close(); }")
    page.close()
    assert open_unit().evaluate("() => journal.latest('n3-1').value") == "é"


def test_a_draft_gives_way_only_to_what_is_stored(open_unit: Callable[..., Any]) -> None:
    """Typing leaves one draft; where the longer one finds no room, the shorter stays stored."""
    page = open_unit()
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    for text in ("The ho", "The home", "The home is"):
        assert record(page, kind="reflection", value=text, draft=True)["saved"]
    assert page.evaluate(stored) == 1
    page.evaluate(FILL, 0)
    long = "The home is " + "far away. " * 40
    assert not record(page, kind="reflection", value=long, draft=True)["saved"]
    assert page.evaluate("() => journal.sorted().length") == 1 == page.evaluate(stored)
    assert open_unit().evaluate("() => journal.latest('n3-mcq-1').value") == "The home is"
    assert page.evaluate("() => journal.latest('n3-mcq-1').value") == long


def test_a_full_storage_is_said_and_tried_again(open_unit: Callable[..., Any]) -> None:
    """What finds no room stays on the page, is said, and is written once there is room."""
    page = open_unit()
    page.evaluate(FILL, 0)
    outcome = record(page, value="Too much. " * 50)
    assert not outcome["saved"] and "is full" in outcome["message"]
    assert "still on this page" in outcome["message"]
    assert page.evaluate("() => journal.unsaved && journal.sorted().length") == 1
    leaves = "() => dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(leaves) is False
    assert open_unit().evaluate("() => journal.sorted().length") == 0
    page.evaluate("() => localStorage.removeItem('other 0')")
    assert record(page, id="n3-2") == {"saved": True, "message": "Saved in your journal."}
    assert not page.evaluate("() => journal.unsaved")
    assert page.evaluate(leaves) is True
    assert open_unit().evaluate("() => journal.sorted().length") == 2


def test_an_import_that_does_not_fit_says_how_much(unit: Any) -> None:
    """Of a file too large for the browser, what is on the page only is counted, and exported."""
    chance = random.Random(8)
    pages = Pages()
    for place in range(30):
        pages = pages.add(enter(chance, id=f"n3-{place}", value="word " * 400, draft=False))
    unit.evaluate(FILL, 20_000)
    merge = "(file) => { const told = journal.merge(bytes(file), {}); return Object.values(told); }"
    saved, _, message = unit.evaluate(merge, to_latin(write_pages(pages)))
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    left = 30 - unit.evaluate(stored)
    assert not saved and 0 < left < 30
    assert message.startswith(
        f"Imported. 30 entries were new. {left} entries are on this page only"
    )
    text = unit.evaluate("() => journal.write(journal.choose())")
    assert text.encode() == write_pages(pages)


def test_a_forbidden_storage_is_said(browser: Any) -> None:
    """A browser that lets nothing be kept: the page goes on, and says so once."""
    page = browser.new_page()  # about:blank has no storage
    page.add_script_tag(content=read_page_scripts(*SCRIPTS))
    told = page.evaluate("() => [journal.tellNotices(), journal.tellNotices()]")
    assert len(told[0]) == 1 and told[1] == []
    assert told[0][0].startswith("Nothing can be saved yet: this browser does not let")
    outcome = record(page)
    assert not outcome["saved"] and "does not let" in outcome["message"]
    assert page.evaluate("() => journal.latest('n3-mcq-1').value") == "Yes."
    page.close()


def test_an_entry_that_cannot_be_read_is_left_and_told(open_unit: Callable[..., Any]) -> None:
    """Damaged values are skipped, stay where they are, and are told once."""
    page = open_unit()
    record(page, value="Good.")
    record(page, value="Bad.", id="n3-2")
    spoil = """() => {
      const names = Object.keys(localStorage);
      const find = (part) => names.find((name) => localStorage[name].includes(part));
      const bad = find("Bad.");
      localStorage[find("Good.")] = localStorage[find("Good.")].replace("Good.", "Gone.");
      localStorage[bad] = localStorage[bad].slice(0, -5);
    }"""
    page.evaluate(spoil)
    page.reload()
    told = page.evaluate("() => [journal.tellNotices(), journal.sorted().length]")
    assert told[1] == 1 and len(told[0]) == 1 and told[0][0].startswith("1 entry of your journal")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate("() => journal.tellNotices()") == []
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    assert page.evaluate(stored) == 2
    reading = read_pages(page.evaluate("() => journal.write(journal.choose())").encode())
    assert reading.trouble is None and len(reading.pages) == 0


def test_an_entry_under_a_wrong_name_is_told_once(open_unit: Callable[..., Any]) -> None:
    """However often the page looks, and whether the entry itself could be read or not."""
    page = open_unit()
    record(page)
    copy = """() => {
      const [name] = Object.keys(localStorage).filter((one) => one.includes(" entry "));
      localStorage[`${name.slice(0, -4)}0000`] = localStorage[name];
    }"""
    page.evaluate(copy)
    page.reload()
    for _ in range(2):
        assert page.evaluate("() => journal.notices.length") == 1
        show = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
        page.evaluate(show)
    [told] = page.evaluate("() => journal.notices")
    assert told.startswith("1 entry of your journal in this browser cannot be read")


def test_a_removed_journal_has_no_notices_left(unit: Any) -> None:
    """What was told of it goes with it; what is wrong later is told again."""
    spoil = (
        "(at) => { localStorage[`swteach A course entry ${at}`] = '{'; journal.store.readAnew(); }"
    )
    unit.evaluate(spoil, "1")
    assert len(unit.evaluate("() => journal.tellNotices()")) == 1
    assert unit.evaluate("async () => (await journal.clear()).saved")
    assert unit.evaluate("() => journal.notices") == []
    unit.evaluate(spoil, "1")
    assert len(unit.evaluate("() => journal.tellNotices()")) == 1
