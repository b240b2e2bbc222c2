"""The texts, the menus of claims and the paper to draw on keep inside a page, wide and narrow."""

from __future__ import annotations

import pytest
from drawn import find_overlaps
from lab import Lab

from swteach.course_texts import CAPTION

pytestmark = pytest.mark.browser

NAME = "pages.ipynb"
ASK = ["2012-13", "2014-15", "2017-18", "2020-21", "2022-23"]
CELLS = (
    "import swteach as sw",
    "sw.texts(7)",
    "sw.claim_browser()",
    f'sw.you_draw_it(given=["2009-10", "2010-11"], ask={ASK})',
    "sw.you_draw_it()",
)
REGION = f'[role=region][aria-label^="{CAPTION}"]'
WIDTHS = "(node) => [node.scrollWidth, node.clientWidth, node.getBoundingClientRect().right]"
RIGHT = "(node) => node.closest('.jp-OutputArea-output').getBoundingClientRect().right"
MENUS = """() => [...document.querySelectorAll('.swteach-browser select')]
  .map((menu) => [menu, menu.closest('.widget-box')])
  .map((pair) => pair.map((node) => node.getBoundingClientRect().right))"""
LABELS = """(paper) => [...paper.querySelectorAll('text')].map((text) => {
  const { left, top, right, bottom } = text.getBoundingClientRect();
  return { words: text.textContent, box: [left, top, right, bottom] };
})"""


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with a table of texts, the claim browser and two papers, run."""
    lab.write(NAME, *CELLS)
    lab.open(NAME)
    lab.run_all()
    lab.page.locator(".swteach-draw").nth(1).wait_for(timeout=20_000)
    lab.page.locator(".swteach-claims table").wait_for(timeout=20_000)
    return lab


def _narrow(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 360, "height": 900})
    lab.command("application:toggle-left-area")
    lab.page.wait_for_timeout(500)


def test_texts_fit_or_scroll_in_their_box(opened: Lab) -> None:
    """Five columns fit at 1200 pixels; at 360 their box scrolls, by keys too, and no page does."""
    box = opened.page.locator(REGION)
    needs, has, _ = box.evaluate(WIDTHS)
    assert needs <= has
    _narrow(opened)
    needs, has, right = box.evaluate(WIDTHS)
    assert needs > has and right <= box.evaluate(RIGHT)
    box.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.wait_for_timeout(500)
    assert box.evaluate("(node) => node.scrollLeft") > 0
    assert [one["id"] for one in opened.audit(REGION)] == []


def test_menus_keep_inside_their_cell(opened: Lab) -> None:
    """No menu of the claim browser reaches beyond its box, wide or narrow."""
    for make_ready in (lambda _: None, _narrow):
        make_ready(opened)
        assert [pair for pair in opened.page.evaluate(MENUS) if pair[0] > pair[1]] == []


def test_labels_of_the_paper_do_not_overlap(opened: Lab) -> None:
    """At 1200 pixels every year has its label, at 360 some; none lies over another or is cut."""
    for place, count in ((0, 7), (1, 16)):
        paper = opened.page.locator(".swteach-draw svg").nth(place)
        assert paper.locator(".swteach-cut").count() == 1
        labels = paper.evaluate(LABELS)
        assert len([one for one in labels if "-" in one["words"]]) == count
        assert find_overlaps(labels) == []
    _narrow(opened)
    for place in (0, 1):
        paper = opened.page.locator(".swteach-draw svg").nth(place)
        labels = paper.evaluate(LABELS)
        assert len([one for one in labels if "-" in one["words"]]) >= 3
        assert find_overlaps(labels) == []
        left, right = paper.evaluate(
            "(node) => [node.getBoundingClientRect().left, node.getBoundingClientRect().right]"
        )
        assert all(left <= one["box"][0] and one["box"][2] <= right for one in labels)
