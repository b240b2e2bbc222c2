"""Nothing that is entered into a plain tool of the pages is lost: it is kept, and comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from site_kept import PAUSE, SHOWN, TOOL, close_and_find, find_kept
from site_pages import open_page

pytestmark = pytest.mark.browser

BRIEFING = "09_a_fair_briefing"
VOICES = "01_who_is_speaking"
MAP = "02_what_kind_of_claim"


def test_every_field_of_the_tools_comes_back(
    keeping: Any, site_address: str, site_folder: Path
) -> None:
    """Each box and menu of each plain tool of the course is as it was left, after page and tab."""
    count = 0
    for path in sorted(site_folder.glob("0*.html")):
        page = open_page(keeping, site_address, path.name)
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
        page = open_page(keeping, site_address, path.name)
        assert {n: page.locator(TOOL.format(n)).evaluate(SHOWN) for n in names} == before
        page.close()
    assert count == 12  # three maps, and nine of the briefing


def test_words_are_kept_while_they_are_typed(keeping: Any, site_address: str) -> None:
    """Typing leaves one entry, not one for each pause; leaving the box makes it a whole one."""
    page = open_page(keeping, site_address, MAP)
    box = page.locator(f"{TOOL.format('argument_map')} textarea").first
    for words in ("1 Conclusion", ": pay", " more"):
        box.press_sequentially(words)
        page.wait_for_timeout(PAUSE)
    [entry] = find_kept(page)
    assert (entry["value"], entry["draft"]) == ("1 Conclusion: pay more", True)
    page.keyboard.press("Tab")
    [entry] = find_kept(page)
    assert (entry["value"], entry["draft"], entry["private"]) == (
        "1 Conclusion: pay more",
        False,
        False,
    )
    assert entry["id"] == f"site-argument_map-{MAP}-your-map-as-an-outline"
    assert entry["prompt"] == "Argument map. Your map, as an outline"
    assert entry["notebook"] == MAP


def test_status_says_where_it_is_kept(keeping: Any, site_address: str) -> None:
    """Once, with the way to the journal; later words do not speak again; so too after a return."""
    page = open_page(keeping, site_address, MAP)
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
    tool = close_and_find(page, keeping, site_address, MAP, "argument_map")
    assert (
        tool.get_by_role("status")
        .text_content()
        .startswith("What you entered here before is back.")
    )


def test_a_closed_page_has_lost_nothing(keeping: Any, site_address: str) -> None:
    """Closed or reloaded at once after the last key, without a pause, the words are there."""
    page = open_page(keeping, site_address, MAP)
    page.locator(f"{TOOL.format('argument_map')} textarea").first.press_sequentially("At once")
    page.close(run_before_unload=True)
    page = open_page(keeping, site_address, MAP)
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
    keeping: Any, site_address: str, field: str
) -> None:
    """The words of a reflection and of a barometer are there as well, closed at once."""
    page = open_page(keeping, site_address, VOICES)
    page.locator(field).first.press_sequentially("At once")
    page.close(run_before_unload=True)
    page = open_page(keeping, site_address, VOICES)
    page.wait_for_function(f"() => document.querySelector({field!r}).value === 'At once'")


def test_own_position_is_private(keeping: Any, site_address: str) -> None:
    """The account of one's own position has a private entry of its own; the rest is open."""
    page = open_page(keeping, site_address, BRIEFING)
    tool = page.locator(TOOL.format("briefing"))
    tool.get_by_label("Whether my own position moved").fill("It did not move.")
    tool.get_by_label("What is not known").fill("Who pays.")
    tool.get_by_label("The question of your briefing").select_option(index=2)
    page.wait_for_timeout(PAUSE)
    start = f"site-briefing-{BRIEFING}-"
    assert {one["id"].removeprefix(start): one["private"] for one in find_kept(page)} == {
        "whether-my-own-position-moved": True,
        "what-is-not-known": False,
        "the-question-of-your-briefing": False,
    }


def test_two_tabs_take_nothing_from_each_other(keeping: Any, site_address: str) -> None:
    """What one writes shows in the other; of two boxes both are kept, of one box both versions."""
    first, second = (open_page(keeping, site_address, BRIEFING) for _ in range(2))
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
    page = open_page(keeping, site_address, BRIEFING)
    assert {"Mine", "Yours"} <= {entry["value"] for entry in find_kept(page)}
    assert page.get_by_label(known).input_value() in ("Mine", "Yours")
