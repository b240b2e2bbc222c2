"""A draft's choices, words and counts."""

from __future__ import annotations

import pytest
from briefing_cases import fill

from swteach.briefing_draft import NO_SPEAKER, Draft, count_words, list_chosen, list_fields
from swteach.briefing_file import load_plan


def test_total_counts_what_the_councillors_read() -> None:
    """Halves, captions and cases are counted; notes, speakers and the account are not."""
    draft = fill(words="one two three")
    counted = [one for one in list_chosen(draft) if one.counted]
    assert len(counted) == 2 * 6 + 2 + 3
    assert draft.total() == 4 * len(counted)
    for id in ("account", "source-outside-1-note", "claim-outside-1-who"):
        assert draft.put(id, "many more words than before").total() == draft.total()
    assert draft.put("part-not-known", "").total() == draft.total() - 4


def test_words_on_a_claim_that_is_not_chosen_do_not_count() -> None:
    """A claim put aside takes its words out of the count, and gives them back with the claim."""
    draft = fill()
    other = draft.put("slot-agree", "")
    assert other.total() == draft.total() - 10
    assert other.put("slot-agree", draft.claim("agree")).total() == draft.total()


@pytest.mark.parametrize(("text", "count"), [("", 0), (" a\n\nb\tc ", 3), ("don't stop", 2)])
def test_words_are_what_spaces_part(text: str, count: int) -> None:
    """Line ends and tabs part words, an apostrophe does not."""
    assert count_words(text) == count


def test_only_what_can_be_chosen_is_chosen() -> None:
    """A claim of another question, an unknown chart and an odd verdict count as nothing."""
    plan = load_plan()
    draft = Draft(plan, plan.find_topic("homes"))
    draft = draft.put("slot-agree", plan.find_topic("enquiry").claims[0])
    draft = draft.put("place-chart-1", "no_chart").put("claim-x-verdict", "surely")
    assert (draft.claim("agree"), draft.chart("chart-1"), draft.verdict("x")) == ("", "", "")


def test_a_claim_from_outside_carries_its_speaker() -> None:
    """Claims from outside have the student's words and speaker, or say that there is none yet."""
    draft = fill()
    card = draft.card("outside-1")
    assert card.text.startswith("Some words") and card.who.startswith("Some words")
    assert draft.put("claim-outside-1-who", " ").card("outside-1").who == NO_SPEAKER
    claim = draft.claim("first-1")
    assert "Ray Jones, 16 January 2025, briefing" in draft.card(claim).who


def test_the_account_alone_is_private() -> None:
    """Of all the fields one is private, and none is choice and words at once."""
    plan = load_plan()
    for topic in plan.topics:
        fields = list_fields(plan, topic).values()
        assert [one.id for one in fields if one.private] == ["account"]
        assert not [one.id for one in fields if one.choice and (one.words or one.counted)]
