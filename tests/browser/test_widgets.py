"""The widgets in a real JupyterLab: keys, screen readers, narrow pages, a dead kernel."""

from __future__ import annotations

import pytest
from lab import Lab

pytestmark = pytest.mark.browser

QUESTION = 'import swteach as sw\nsw.exercise("n3-mcq-1")'
EXPLORER = "sw.timeline_explorer()"
CORRECT = "B: Right. Yes. A company could still create a non-profit arm"


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with a question, the explorer and a cell on either side, all run."""
    lab.write("widgets.ipynb", "before = 1", QUESTION, EXPLORER, "after = 1")
    lab.open("widgets.ipynb")
    lab.run_all()
    lab.page.wait_for_selector(".swteach-timeline table")
    return lab


def test_question_by_keyboard(opened: Lab) -> None:
    """Tab, arrows, Space and Enter answer the question and leave the notebook as it was."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(".swteach-choice")
    before = opened.state()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.locator(".swteach-choice input:checked").get_attribute("value") == "1"
    opened.tab_into(".swteach-choice button", most=1)
    page.keyboard.press("Enter")
    page.wait_for_selector(".swteach-choice [data-verdict='right']")
    assert CORRECT in page.locator(".swteach-choice").get_by_role("status").inner_text()
    assert page.evaluate("() => document.activeElement.textContent") == "Check my answer"
    assert opened.state() == before
