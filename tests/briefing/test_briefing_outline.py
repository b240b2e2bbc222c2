"""The parts of a briefing, in order, complete or not."""

from __future__ import annotations

import pytest
from briefing_cases import fill
from export_reading import check_levels

from swteach.briefing_draft import Draft
from swteach.briefing_file import load_plan
from swteach.briefing_outline import (
    KEPT_PRIVATE,
    NOT_CHOSEN,
    NOT_YET,
    Grid,
    Links,
    find_title,
    lay_briefing,
)
from swteach.claim_record import find_tests
from swteach.journal.exports.outline import Block

TOPICS = [topic.id for topic in load_plan().topics]


def _lines(parts) -> list[str]:
    return [line for part in parts if isinstance(part, Block) for line in part.lines]


@pytest.mark.parametrize("topic", TOPICS)
def test_full_and_empty_briefings_have_the_same_skeleton(topic: str) -> None:
    """Headings never skip a level; an empty briefing says of each part that it is not there."""
    full = fill(topic)
    empty = lay_briefing(Draft(full.plan, full.topic))
    for parts in (lay_briefing(full), empty):
        check_levels([int(p.kind[1]) for p in parts if isinstance(p, Block) and p.kind[0] == "h"])
    assert find_title(empty) == f"Briefing: {full.topic.question}"
    said = _lines(empty)
    assert said.count(NOT_CHOSEN) == 6 + 2 and said.count(NOT_YET) == 3 + 2 * 2
    assert "Still missing when this file was made" in said
    assert "Still missing when this file was made" not in _lines(lay_briefing(full))


def test_a_claim_stands_with_its_speaker_its_halves_and_its_record() -> None:
    """Each audited claim carries who said it, the student's words, and every test of the record."""
    draft = fill()
    parts = lay_briefing(draft)
    said = _lines(parts)
    for slot in draft.plan.slots[:5]:
        claim = draft.claim(slot.id)
        card = draft.card(claim)
        assert f"The claim, in the course's words: {card.text}" in said
        assert f"{card.who}." in said
        assert draft.get(f"claim-{claim}-supports") in said
        for test in find_tests(claim):
            assert f"What it does not settle: {test.does_not_settle}" in said
            assert Links("Published in:", test.sources) in parts
    assert said.count("The student's verdict: The record supports part of it") == 6
    assert draft.get("claim-outside-1-who") in said


def test_charts_stand_with_captions_tables_and_sources() -> None:
    """Two charts, each with the student's caption, its finding, its figures and its sources."""
    draft = fill()
    parts = lay_briefing(draft)
    assert len([part for part in parts if isinstance(part, Grid)]) == 2
    for place in draft.plan.charts:
        assert draft.get(f"caption-{draft.chart(place.id)}") in _lines(parts)
    assert [p.title for p in parts if isinstance(p, Links)].count("Sources of the figures:") == 2


def test_the_account_is_left_out_unless_it_is_asked_for() -> None:
    """By default neither the account nor whether it is written is told."""
    draft = fill().put("account", "zebra")
    assert "zebra" not in _lines(lay_briefing(draft)) and KEPT_PRIVATE in _lines(
        lay_briefing(draft)
    )
    assert "zebra" in _lines(lay_briefing(draft, account=True))
    unwritten = draft.put("account", "")
    assert _lines(lay_briefing(unwritten)) == _lines(lay_briefing(draft))


def test_a_name_is_there_only_when_given() -> None:
    """Nobody is named unless they gave a name."""
    assert "Name: Ada" in _lines(lay_briefing(fill(), name="Ada"))
    assert not [line for line in _lines(lay_briefing(fill())) if line.startswith("Name:")]
