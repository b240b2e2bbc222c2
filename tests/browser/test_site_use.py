"""The built pages used as a reader uses them: every press is answered, and keeps the focus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.browser

READY = "document.documentElement.dataset.ready"
START = "00_start_here"
FOCUSED = "document.activeElement.textContent"
# Of each question that is not answered yet: its name, where nothing is said to a press.
PRESS_ALL = """async () => {
  const silent = [];
  for (const place of document.querySelectorAll("[data-question]")) {
    place.querySelector("[type=submit]").click();
    await new Promise((go) => setTimeout(go));
    const said = place.querySelector(".swteach-status").textContent;
    if (!said) silent.push(place.dataset.question);
  }
  return silent;
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
    page.wait_for_function(READY)


def test_a_press_before_an_answer_is_answered(page: Any) -> None:
    """A student who presses the button first is told what is missing, in every type of question."""
    assert page.locator("[data-question]").count() >= 8
    assert page.evaluate(PRESS_ALL) == []


def test_showing_the_answer_keeps_the_focus(page: Any) -> None:
    """The button that shows the answer stays where it is pressed: it would take the focus along."""
    box = page.locator('[data-question="n0-num-1"]')
    box.get_by_role("textbox").fill("1")
    box.get_by_role("textbox").press("Enter")
    shower = box.get_by_role("button", name="Show the answer")
    shower.focus()
    page.keyboard.press("Enter")
    box.get_by_text("The answer is 483").wait_for(timeout=2000)
    assert page.evaluate(FOCUSED) == "Show the answer"
