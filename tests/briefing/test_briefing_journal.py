"""What goes into the journal, comes back, and comes from earlier notebooks."""

from __future__ import annotations

from briefing_cases import fill

from swteach import journal
from swteach.briefing_draft import list_fields
from swteach.briefing_file import load_plan
from swteach.briefing_journal import (
    ACCOUNT_KIND,
    KIND,
    bring_back,
    bring_back_topic,
    find_earlier,
    find_readings,
    find_words,
    keep_field,
    keep_topic,
    name_entry,
)
from swteach.claim_record import find_cards
from swteach.exercises import exercise
from swteach.journal.privacy import find_private
from swteach.widgets.claim_checker import claim_checker
from swteach.widgets.ledger import ledger

CLAIM = "jones-2025-lswg-briefing-c14"


def _keep(draft) -> None:
    fields = list_fields(draft.plan, draft.topic)
    for id in draft.values:
        about = "in words" if fields[id].choice else ""
        assert keep_field(draft, fields[id], typing=False, about=about)


def test_a_draft_comes_back_whole() -> None:
    """Every choice and every word is there on another day; another question has none of them."""
    draft = fill()
    _keep(draft)
    assert bring_back(load_plan(), draft.topic).values == draft.values
    assert bring_back(load_plan(), draft.plan.find_topic("grade")).values == {}
    assert bring_back_topic(load_plan()) is None
    assert keep_topic(draft.topic)
    assert bring_back_topic(load_plan()) == draft.topic


def test_only_the_account_is_private() -> None:
    """The journal leaves the account out of what is handed in, and nothing else of it."""
    draft = fill()
    _keep(draft)
    pages = journal.open_journal().pages
    private = {pages.entries[key].id for key in find_private(pages)}
    assert private == {"briefing-homes-account"}
    assert journal.latest("briefing-homes-account").kind == ACCOUNT_KIND


def test_typing_leaves_one_entry() -> None:
    """Words that grow replace their drafts; a later choice keeps the earlier one."""
    draft = fill()
    field = list_fields(draft.plan, draft.topic)["part-not-known"]
    for words in ("Nobody", "Nobody has", "Nobody has counted"):
        keep_field(draft.put(field.id, words), field, typing=True)
    entries = journal.history(name_entry(draft.topic, field), KIND)
    assert [entry.value for entry in entries] == ["Nobody has counted"]
    assert "What is not known" in entries[0].prompt and draft.topic.question in entries[0].prompt


def test_earlier_answers_about_a_claim_are_found() -> None:
    """The checker, the ledger and a verdict question each give a line; other claims give none."""
    (card,) = find_cards([CLAIM])
    assert find_earlier(card) == []
    turn = {"do": "check", "mark": "partly", "sure": 3, "turn": 1}
    claim_checker([CLAIM])._handle_custom_msg(turn, [])
    exercise("n9-verdict-1").answer({"answer": "contradicts", "confidence": 2})
    exercise("n9-verdict-2").answer({"answer": "supports", "confidence": 2})
    lines = find_earlier(card)
    assert len(lines) == 2
    assert lines[0].startswith("In the claim checker, ")
    assert lines[0].endswith(": It supports part of it, sure 3 of 5.")
    assert lines[1].startswith("In a question about it, ")
    assert lines[1].endswith(": The record contradicts it, sure 2 of 5.")


def test_a_mark_in_the_ledger_is_found() -> None:
    """A prediction's mark comes with the place where it was given."""
    claim = "jones-2014-cavalry-c09"
    ledger([claim])._handle_custom_msg(
        {"do": "mark", "claim": claim, "mark": "partly", "turn": 1}, []
    )
    (line,) = find_earlier(find_cards([claim])[0])
    assert line.startswith("In the prediction ledger, ") and line.endswith(": partly.")


def test_first_and_last_reading_of_the_whole_course() -> None:
    """Readings of any notebook count, in order of time; an empty one does not."""
    assert find_readings() == (None, None)
    for name, point in {
        "n1": "strongly for",
        "n5": "somewhat for",
        "n9": "strongly against",
    }.items():
        journal.record("barometer", f"barometer-{name}", {"inspection": point})
    journal.record("barometer", "barometer-n9", {"odd": 1})
    first, last = find_readings()
    assert first.value == {"inspection": "strongly for"}
    assert last.value == {"inspection": "strongly against"}


def test_earlier_words_are_shown_where_there_are_some() -> None:
    """What was written in answer to a question comes back as text; odd values do not."""
    assert find_words("n9-case-1") == "" == find_words("")
    journal.record("reflection", "n9-case-1", " They say that ")
    assert find_words("n9-case-1") == "They say that"
    journal.record("reflection", "n9-case-1", {"no": "text"})
    assert find_words("n9-case-1") == ""
