"""Two courses at one web address keep nothing of each other's, and what is left of one is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from swteach.journal.fileformat import read_pages

pytestmark = pytest.mark.browser

PAGE = "06_who_stays_who_leaves.html"
OTHER = 'Earlier & "other" <b>é</b>'
STORED = "[...Object.entries(localStorage), ...Object.entries(sessionStorage)]"
READ_COURSE = "JSON.parse(document.getElementById('swteach-page').textContent).course"
Open = Callable[[str], Any]


@pytest.fixture
def open_page(browser: Any, site_address: str) -> Iterator[Open]:
    """Open pages of one tab; those in the folder "other" are of a course of another name."""
    context = browser.new_context()
    page = context.new_page()

    def rename(route: Any) -> None:
        response = route.fetch(url=route.request.url.replace("/other/", "/"))
        text = response.text()
        if route.request.url.endswith(".html"):
            before, data = text.rsplit('id="swteach-page">', 1)
            data, after = data.split("</script>", 1)
            named = json.dumps({**json.loads(data), "course": OTHER}).replace("<", "\\u003c")
            text = f'{before}id="swteach-page">{named}</script>{after}'
        route.fulfill(response=response, body=text)

    context.route("**/other/*", rename)

    def open_at(name: str) -> Any:
        page.goto(f"{site_address}/{name}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_at
    context.close()


def _begin(page: Any) -> None:
    """Choose without sending, and answer another question."""
    page.locator(".swteach-choice").first.get_by_role("radio").nth(1).check()
    page.locator(".swteach-numeric input").first.fill("77")
    answered = page.locator(".swteach-numeric").nth(1)
    answered.get_by_role("textbox").fill("12")
    answered.locator("[type=submit]").click()
    answered.get_by_text("Saved in your journal.").wait_for()


def _count_filled(page: Any) -> tuple[int, str]:
    """Return how many choices are made on a page, and the number typed first."""
    number: str = page.locator(".swteach-numeric input").first.input_value()
    return page.locator(".swteach-choice input:checked").count(), number


def test_what_is_half_entered_stays_with_its_course(open_page: Open) -> None:
    """It comes back on the course's own page, and on no page of another course."""
    _begin(open_page(PAGE))
    assert _count_filled(open_page(f"other/{PAGE}")) == (0, "")
    assert _count_filled(open_page(PAGE)) == (1, "77")


def test_removing_one_journal_leaves_the_other(open_page: Open) -> None:
    """Removed from its own page, a course takes along neither answers nor half-entered ones."""
    _begin(open_page(PAGE))
    before = open_page(PAGE).evaluate(STORED)
    _begin(open_page(f"other/{PAGE}"))
    page = open_page("other/journal.html")
    page.get_by_role("button", name="Remove my journal").click()
    page.get_by_role("button", name="Remove it now").first.click()
    page.get_by_text("Removed. This course keeps nothing").wait_for()
    assert sorted(page.evaluate(STORED)) == sorted(before)
    assert _count_filled(open_page(PAGE)) == (1, "77")


def test_the_journal_of_an_earlier_name_is_shown_taken_away_and_removed(open_page: Open) -> None:
    """It has its own download, its own removal, which asks; the page's own journal stays."""
    assert open_page("journal.html").locator("#journal-others *").count() == 0
    _begin(open_page(PAGE))
    own = open_page(PAGE).evaluate(STORED)
    _begin(open_page(f"other/{PAGE}"))
    page = open_page("journal.html")
    part = page.locator("#journal-others").get_by_role("region", name=OTHER)
    assert part.locator("p").first.inner_text() == f"{OTHER}: 1 entry is kept."
    with page.expect_download() as waiting:
        part.get_by_role("button", name="Download the journal of").click()
    assert waiting.value.suggested_filename.startswith("journal-of-earlier-other-b-b-2")
    reading = read_pages(Path(waiting.value.path()).read_bytes())
    assert reading.trouble is None and len(reading.pages) == 1
    part.get_by_role("button", name="Remove the journal of").click()
    assert "1 entry is kept" in part.locator("fieldset").inner_text()
    part.get_by_role("button", name="Remove it now").click()
    part.get_by_text("Removed. Nothing of that course").wait_for()
    assert sorted(page.evaluate(STORED)) == sorted(own)
    assert page.get_by_text("Kept so far: 1 entry").count() == 1
    assert open_page("journal.html").locator("#journal-others *").count() == 0
