"""Links from a word to its meaning, followed in a real JupyterLab."""

from __future__ import annotations

import pytest
from lab import Lab

pytestmark = pytest.mark.browser

NOTEBOOK = "05_one_word_for_a_whole_service.ipynb"
IN_SIGHT = """(title) => [...document.querySelectorAll(".jp-MarkdownOutput h4")].some((heading) => {
  const box = heading.getBoundingClientRect();
  return heading.textContent.replace("¶", "").trim() === title
    && box.top >= 0 && box.bottom <= window.innerHeight;
})"""


@pytest.mark.parametrize("title", ["Ofsted", "requires improvement"])
def test_a_marked_word_leads_to_its_meaning(lab: Lab, title: str) -> None:
    """The link in the text, followed by keyboard, brings the meaning into view."""
    lab.open(NOTEBOOK)
    assert not lab.page.evaluate(IN_SIGHT, title)
    link = lab.page.locator(f".jp-MarkdownOutput a[href='#{title.replace(' ', '-')}']").first
    link.focus()
    lab.page.keyboard.press("Enter")
    lab.page.wait_for_function(IN_SIGHT, arg=title, timeout=20_000)
