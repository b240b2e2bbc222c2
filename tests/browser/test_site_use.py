"""The built pages used as a reader uses them: every press is answered, and keeps the focus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from site_pages import wait_until_ready

pytestmark = pytest.mark.browser

START = "00_start_here"
FOCUSED = "document.activeElement.textContent"
NOW = """(box) => [...box.querySelectorAll("input, select, textarea")].map((node) =>
  node.type === "radio" ? node.checked : node.selectedIndex ?? node.value)"""
FIELD = """() => {
  const fields = document.activeElement.closest("[data-question]")?.querySelectorAll(
    "input, select, textarea, button");
  return fields ? [...fields].indexOf(document.activeElement) : "lost";
}"""
# Ways in which a browser may keep a page from its storage.
FORBIDDEN = ("get() { throw new DOMException('Denied.', 'SecurityError'); }", "get: () => null")
HANGING = """Object.defineProperty(window, "indexedDB", {
  get: () => ({ open: () => new EventTarget() }) })"""
SPOKEN = """(box) => {
  window.spoken = [];
  const note = ({ target }) => window.spoken.push(target.textContent);
  const hear = new MutationObserver((changes) => changes.forEach(note));
  for (const one of box.querySelectorAll("[role=status]")) hear.observe(one, { childList: true });
}"""
# By its question, what a reader does in a plain form, in which field, and what then stands there.
EARLY: dict[str, tuple[Callable[[Any], Any], int, list[Any]]] = {
    "n0-mcq-1": (lambda field: field.check(), 1, [False, True, False]),
    "n0-num-1": (lambda field: field.type("48"), 0, ["48"]),
    "n0-match-1": (lambda field: field.select_option(index=2), 1, [0, 2, 0]),
    "n0-ref-1": (lambda field: field.type("Who gains?"), 0, ["Who gains?", "private"]),
    "n0-order-1": (lambda field: field.type("2"), 0, []),
}
ENTERED = "What you entered last was not kept yet. It is back"
HALF: dict[str, Callable[[Any], Any]] = {
    "n0-num-1": lambda box: box.get_by_role("textbox").fill("48"),
    "n0-mcq-1": lambda box: box.get_by_role("radio").nth(1).check(),
    "n0-match-1": lambda box: box.locator("select").nth(1).select_option(index=2),
    "n0-order-1": lambda box: box.get_by_role("button", name="Move down").first.click(),
}
# Of each question that is not answered yet: its name, where nothing is said to a press, or where
# the press takes the focus away.
PRESS_ALL = """async () => {
  const bad = [];
  for (const place of document.querySelectorAll("[data-question]")) {
    const button = place.querySelector("[type=submit]");
    button.focus();
    button.click();
    await new Promise((go) => setTimeout(go));
    const said = place.querySelector(".swteach-status").textContent;
    if (!said || document.activeElement !== button) bad.push(place.dataset.question);
  }
  return bad;
}"""


@pytest.fixture
def page(browser: Any, site_address: str) -> Iterator[Any]:
    """Open a page in a browser that has kept nothing; it tells of every error in a script."""
    context = browser.new_context()
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    _open(page, site_address, START)
    yield page
    context.close()
    assert page.errors == []


def _open(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/{name}.html")
    wait_until_ready(page)


def _open_plain(page: Any, address: str) -> Callable[[], None]:
    """Open a page as it is before its scripts come; return how to let them come."""
    waiting: list[Any] = []
    page.route("**/site.js", lambda route: waiting.append(route))
    page.goto(f"{address}/{START}.html", wait_until="commit")
    page.wait_for_selector("footer")

    def go_on() -> None:
        waiting[0].continue_()
        wait_until_ready(page)

    return go_on


def test_a_press_before_an_answer_is_answered(
    page: Any, site_address: str, site_folder: Path
) -> None:
    """Whoever presses the button first is told what is missing, in every question of the course."""
    names = [path.stem for path in site_folder.glob("0*.html")]
    assert len(names) == 10
    for name in names:
        _open(page, site_address, name)
        assert page.locator("[data-question]").count() > 7
        assert page.evaluate(PRESS_ALL) == [], name


def test_showing_the_answer_keeps_the_focus(page: Any) -> None:
    """The button that shows the answer stays where it is pressed: it would take the focus along."""
    box = page.locator('[data-question="n0-num-1"]')
    box.get_by_role("textbox").fill("1")
    box.get_by_role("textbox").press("Enter")
    shower = box.get_by_role("button", name="Show the answer")
    shower.focus()
    page.keyboard.press("Enter")
    box.get_by_text("The answer: 483").wait_for(timeout=2000)
    assert page.evaluate(FOCUSED) == "Show the answer"


@pytest.mark.parametrize("name", EARLY)
def test_what_is_done_before_the_scripts_come_stays(
    browser: Any, site_address: str, name: str
) -> None:
    """On a slow connection nothing entered in a plain form is lost, and the focus stays in it."""
    act, place, stands = EARLY[name]
    page = browser.new_page()
    go_on = _open_plain(page, site_address)
    box = page.locator(f'[data-question="{name}"]')
    field = box.locator("input, select, textarea").nth(place)
    field.focus()
    act(field)
    go_on()
    assert box.evaluate(NOW) == stands
    assert page.evaluate(FIELD) == place
    page.close()


def test_early_words_join_those_of_earlier_days(page: Any, site_address: str) -> None:
    """Words typed before the scripts came are saved behind those that the journal brings back."""
    box = page.locator('[data-question="n0-ref-1"]').get_by_role("textbox")
    box.fill("Long ago.")
    page.locator("h1").click()  # leaving the box saves it
    go_on = _open_plain(page, site_address)
    box.type("Now.")
    go_on()
    assert box.input_value() == "Long ago.\nNow."
    page.unroute("**/site.js")
    _open(page, site_address, START)
    assert re.sub(r"\s", " ", box.input_value()) == "Long ago. Now."


def test_what_is_half_entered_outlives_a_reload(page: Any) -> None:
    """What was chosen, moved or typed and not sent is back, and said to be; sent, it is dropped."""
    boxes = [page.locator(f'[data-question="{name}"]') for name in HALF]
    for box, enter in zip(boxes, HALF.values(), strict=True):
        enter(box)
    before = [_see(box) for box in boxes]
    for _ in range(2):  # a page that was only looked at loses them no more than one that was used
        page.reload()
        wait_until_ready(page)
        assert [_see(box) for box in boxes] == before
        for box in boxes:
            box.get_by_text(ENTERED).wait_for(timeout=2000)
    boxes[0].get_by_role("button", name="Check my answer").click()
    page.reload()
    wait_until_ready(page)
    assert [box.get_by_text(ENTERED).count() for box in boxes] == [0, 1, 1, 1]


def test_nothing_is_brought_back_where_nothing_was_entered(page: Any) -> None:
    """Neither a press before an answer nor words that were taken out again leave anything."""
    box = page.locator('[data-question="n0-num-1"]')
    for words in ("12", ""):
        box.get_by_role("textbox").fill(words)
    page.evaluate(PRESS_ALL)
    page.reload()
    wait_until_ready(page)
    assert page.get_by_text(ENTERED).count() == 0


def _see(box: Any) -> Any:
    """Return what stands in a question: its fields, and the order of things to move."""
    rows = "(box) => [...box.querySelectorAll('li[data-place]')].map((row) => row.dataset.place)"
    return box.evaluate(NOW), box.evaluate(rows)


@pytest.mark.parametrize("way", FORBIDDEN)
def test_where_nothing_can_be_kept_the_page_says_what_to_do(page: Any, way: str) -> None:
    """Marking goes on; the words are plain, and send nobody to a journal that holds nothing."""
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {way} }})")
    page.reload()
    wait_until_ready(page)
    box = page.locator('[data-question="n0-num-1"]')
    box.get_by_role("textbox").fill("483")
    box.get_by_role("textbox").press("Enter")
    said = box.get_by_role("status")
    said.get_by_text("Right.").wait_for(timeout=2000)
    assert "copy or print what you want to keep." in said.inner_text()
    assert page.locator(".swteach-notice").count() == 1
    assert "null" not in page.locator("main").inner_text()


def test_removing_counts_what_the_page_counts(page: Any, site_address: str) -> None:
    """A tick that makes an answer private is no entry of its own for the student."""
    box = page.locator('[data-question="n0-num-1"]')
    box.get_by_role("textbox").fill("483")
    box.get_by_role("textbox").press("Enter")
    _open(page, site_address, "journal")
    page.locator("summary").click()
    page.get_by_role("checkbox").check()
    page.get_by_text("Ticked:").wait_for(timeout=2000)
    assert page.get_by_text("Kept so far: 1 entry,").count() == 1
    page.get_by_role("button", name="Remove my journal").click()
    assert page.get_by_text("1 entry is kept in this browser.").is_visible()


def test_a_database_that_hangs_is_said_where_something_is_removed(
    page: Any, site_address: str
) -> None:
    """Nobody leaves a shared computer and believes that a journal is gone which is not."""
    page.add_init_script(HANGING)
    _open(page, site_address, "journal")
    page.get_by_role("button", name="Remove my journal").click()
    page.get_by_role("button", name="Remove it now").click()
    page.get_by_text("Not removed: the browser does not answer.").wait_for(timeout=6000)


def test_the_count_of_words_is_spoken_once(page: Any) -> None:
    """Leaving the box says the count; the button after that says only what is new."""
    box = page.locator('[data-question="n0-ref-1"]')
    box.evaluate(SPOKEN)
    box.get_by_role("textbox").fill("Three words here.")
    box.get_by_role("button", name="I have finished").press("Enter")
    box.get_by_text("Not complete yet").wait_for(timeout=2000)
    assert page.evaluate("() => window.spoken").count("3 words so far.") == 1
