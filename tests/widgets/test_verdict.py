"""The verdict on a claim: who said it before, both halves of the record after."""

from __future__ import annotations

from question_cases import EXERCISES, WRONG, show

from swteach.claim_table import VERDICTS as WORDS_OF_TABLES
from swteach.widgets.verdict import HEADINGS

ONE = EXERCISES["verdict"]


def test_the_claim_comes_with_its_speaker() -> None:
    """Page and plain words have the claim, who said it, where, when, and the kind of text."""
    question = show("verdict")
    for part in ("text", "speaker", "title", "date", "genre"):
        words = getattr(ONE.statement, part)
        assert question.claim[part] == words
        assert words in question.plain_text()


def test_both_halves_come_after_the_attempt() -> None:
    """Each piece of the record says what it supports and what it does not settle."""
    evidence = show("verdict").answer(WRONG["verdict"])["details"]["evidence"]
    assert [row["supports"] for row in evidence] == [row.supports for row in ONE.rows]
    assert [row["does_not_settle"] for row in evidence] == [row.does_not_settle for row in ONE.rows]
    assert {row["heading"] for row in evidence} <= set(HEADINGS.values())


def test_the_record_is_called_as_in_the_tables() -> None:
    """A verdict has the same words here as in the course's tables of claims."""
    assert HEADINGS == WORDS_OF_TABLES
