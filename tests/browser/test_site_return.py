"""Going back brings words into no other box, and nothing back that was removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from site_pages import wait_until_ready

pytestmark = pytest.mark.browser

BRIEFING = "09_a_fair_briefing.html"
PAGES = (BRIEFING, "01_who_is_speaking.html")
NUMBERS = "06_who_stays_who_leaves.html"
OWN = "MINE ALONE"
CACHE = "--disable-back-forward-cache"  # what Playwright starts Chromium with
FILLED = """() => [...document.querySelectorAll("main :is(textarea, select, input)")]
  .filter((node) => node.closest("[data-question], .tool"))
  .map((node) => (["radio", "checkbox"].includes(node.type) ? node.checked : node.value))"""
KEPT = "Object.entries(localStorage).filter(([name]) => name.includes(' entry '))"
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
LEAVE = "document.querySelector('header a[href=\"journal.html\"]').click()"


@pytest.fixture(scope="module", params=["put aside", "read anew"])
def returning(request: pytest.FixtureRequest, browser: Any, chromium: str) -> Iterator[Any]:
    """Start a browser that puts a page aside to come back to as it was, and one that does not."""
    left = [CACHE] if request.param == "put aside" else None
    told = {"args": ["--no-sandbox"], "ignore_default_args": left}
    own = browser.browser_type.launch(executable_path=chromium, **told)
    own.puts_aside = left is not None
    yield own
    own.close()


@pytest.fixture(params=["web server", "folder"])
def address(request: pytest.FixtureRequest, site_address: str, site_folder: Path) -> str:
    """Return where the pages are."""
    return site_address if request.param == "web server" else site_folder.as_uri()


@pytest.fixture
def open_page(returning: Any, address: str) -> Iterator[Callable[[str], Any]]:
    """Open a page in a tab that keeps nothing from before."""
    context = returning.new_context()

    def open_one(name: str) -> Any:
        page = context.new_page()
        page.goto(f"{address}/{name}")
        wait_until_ready(page)
        return page

    yield open_one
    context.close()


def _fill(page: Any) -> None:
    """Enter something into all boxes and menus of a page, and send nothing."""
    for place, field in enumerate(page.locator("main textarea:visible").all()):
        is_own = field.evaluate("(node) => node.closest('[data-private]') !== null")
        field.fill(f"{OWN if is_own else 'words'} {place}")
    for field in page.locator("main .tool select:visible, .swteach-match select").all():
        field.select_option(index=1)
    for place, field in enumerate(page.locator(".swteach-question input[type=text]").all()):
        field.fill(str(11 + place))
    page.locator(".swteach-choice input[type=radio]").first.check()
    page.keyboard.press("Tab")
    page.wait_for_timeout(2500)  # more than any of them waits for the next key


def _return(page: Any) -> None:
    """Go to the journal's page and back."""
    _leave(page)
    _go_back(page)


def _leave(page: Any) -> None:
    page.evaluate(LEAVE)
    page.wait_for_url("**/journal.html")
    wait_until_ready(page)


def _go_back(page: Any) -> None:
    page.evaluate("history.back()")
    # Committed only: a page that was put aside does not load again.
    page.wait_for_url(lambda url: not url.endswith("journal.html"), wait_until="commit")
    wait_until_ready(page)
    page.wait_for_timeout(1500)  # what is opened anew, or kept once more, would be by now


def _list_kept(page: Any) -> list[tuple[str, bool, str]]:
    entries = [json.loads(line) for _, line in page.evaluate(KEPT)]
    found = [(one["id"], one["private"], json.dumps(one["value"])) for one in entries]
    return sorted(found)


@pytest.mark.parametrize("name", PAGES)
def test_each_box_has_its_own_words_after_going_back(
    open_page: Callable[[str], Any], name: str
) -> None:
    """All fields are as they were, no entry is new, and the private words are in no public one."""
    page = open_page(name)
    _fill(page)
    shown, kept = page.evaluate(FILLED), _list_kept(page)
    assert len(kept) > 2
    _return(page)
    assert page.evaluate(FILLED) == shown
    assert _list_kept(page) == kept
    page.reload()
    wait_until_ready(page)
    assert (page.evaluate(FILLED), _list_kept(page)) == (shown, kept)
    public = [id for id, private, value in kept if OWN in value and not private]
    private = [id for id, private, value in kept if OWN in value and private]
    assert (len(public), len(private)) == (0, int(name == BRIEFING))


@pytest.mark.parametrize("name", PAGES)
def test_what_was_removed_does_not_come_back(open_page: Callable[[str], Any], name: str) -> None:
    """After the removal, the page behind the Back button is empty, and keeps nothing anew."""
    page = open_page(name)
    blank = page.evaluate(FILLED)
    _fill(page)
    assert page.evaluate(FILLED) != blank
    _leave(page)
    page.get_by_role("button", name="Remove my journal").click()
    page.get_by_role("button", name="Remove it now").first.click()
    page.get_by_text("Removed. This course keeps nothing").wait_for()
    _go_back(page)
    assert page.evaluate(FILLED) == blank
    assert page.evaluate(STORED) == []


def test_what_was_never_sent_does_not_come_back(open_page: Callable[[str], Any]) -> None:
    """So too where nothing was in the journal, and an answer was only half entered."""
    page = open_page(NUMBERS)
    page.locator(".swteach-numeric input").first.fill("77")
    assert page.evaluate(KEPT) == []
    _leave(page)
    page.get_by_role("button", name="Remove my journal").click()
    page.get_by_role("button", name="Remove it now").first.click()
    page.get_by_text("Removed. This course keeps nothing").wait_for()
    _go_back(page)
    assert page.locator(".swteach-numeric input").first.input_value() == ""
    assert page.evaluate(STORED) == []


def test_a_page_that_lost_nothing_comes_back_as_it_was(
    returning: Any, open_page: Callable[[str], Any]
) -> None:
    """It is not opened anew for nothing: where the browser puts it aside, it stays the same."""
    page = open_page(NUMBERS)
    page.evaluate("window.isSame = true")
    page.locator(".swteach-numeric input").first.fill("77")
    _return(page)
    assert page.locator(".swteach-numeric input").first.input_value() == "77"
    if returning.puts_aside and page.url.startswith("http"):
        assert page.evaluate("window.isSame") is True
