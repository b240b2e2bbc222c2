"""The site's scripts put what works in place, whatever else in the page or its address is odd."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGE = "02_what_kind_of_claim.html"
PLACES = "document.querySelectorAll('[data-question], [data-tool]')"
PLAIN = f"[...{PLACES}].filter((one) => !one.querySelector('.swteach-widget'))"
Opened = tuple[Any, list[str]]


@pytest.fixture
def open_page(browser: Any, site_address: str) -> Iterator[Callable[..., Opened]]:
    """Open a page of which some words were changed on the way; return it and its errors."""
    pages = []

    def open_changed(hash: str = "", before: str = "", after: str = "") -> Opened:
        page, told = browser.new_page(), []
        pages.append(page)
        page.on("pageerror", lambda error: told.append(str(error)))

        def change(route: Any) -> None:
            text = route.fetch().text()
            assert before in text
            route.fulfill(body=text.replace(before, after), content_type="text/html")

        page.route(f"**/{PAGE}", change)
        page.goto(f"{site_address}/{PAGE}{hash}")
        page.wait_for_selector("html[data-ready]", timeout=15_000)
        return page, told

    yield open_changed
    for page in pages:
        page.close()


def test_all_is_put_in_place(open_page: Callable[..., Opened]) -> None:
    """Nothing of a page as it is built stays as it is without scripts, and nothing fails."""
    page, told = open_page()
    assert page.evaluate(f"{PLACES}.length") > 20
    assert page.evaluate(f"{PLAIN}.length") == 0 and told == []


@pytest.mark.parametrize("part", ['"name":"two_coders"', '"kind":"several"'])
def test_what_fails_keeps_nothing_else_from_the_reader(
    open_page: Callable[..., Opened], part: str
) -> None:
    """A tool or a question that cannot be put in place stays plain; all others are there."""
    page, told = open_page(before=part, after='"kind":"unheard of"')
    left = page.evaluate(f"{PLAIN}.map((one) => one.querySelectorAll('input, select').length > 0)")
    assert left == [True] * len(told) and 0 < len(left) < 10


@pytest.mark.parametrize("hash", ["#100%-sure", "#%E9", "#n2-mcq-1", "#%6e2-mcq-1"])
def test_any_address_within_the_page_is_taken(open_page: Callable[..., Opened], hash: str) -> None:
    """A heading with a percent sign, or a broken address, stops no script; a question is found."""
    page, told = open_page(hash)
    assert page.evaluate(f"{PLAIN}.length") == 0
    assert (told == []) is (hash != "#%E9")
    if "mcq" in hash:
        assert abs(page.locator("#n2-mcq-1").bounding_box()["y"]) < 100
