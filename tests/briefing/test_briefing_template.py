"""The form to fill in by hand."""

from __future__ import annotations

from export_reading import Read, check_levels
from markdown_it import MarkdownIt

from swteach.briefing_file import load_plan
from swteach.briefing_template import GAP, write_plain, write_template
from swteach.claim_record import find_cards


def test_form_has_every_part_and_every_claim() -> None:
    """Headings in order, a gap for each box, and each claim to choose with its speaker."""
    plan = load_plan()
    text = write_template(plan)
    page = Read(MarkdownIt("commonmark").render(text))
    check_levels(page.levels())
    for topic in plan.topics:
        assert topic.question in text and topic.first in text and topic.second in text
        for card in find_cards(topic.claims):
            assert f"- {card.text} [{card.who}]" in text
    assert text.count(GAP) == 6 * 4 + 2 * 2 + 3 + 2 * 2 + 1
    assert "{" not in text


def test_plain_form_is_the_same_without_marks() -> None:
    """The notebook's text holds every part with its words asked for, and no markup."""
    plan = load_plan()
    text = write_plain(plan)
    assert "#" not in text and text.count(GAP) == write_template(plan).count(GAP)
    for box in (*plan.parts, plan.account):
        assert f"(about {box.words} words)" in text
