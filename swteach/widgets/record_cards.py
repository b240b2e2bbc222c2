"""What the tools share that set claims beside the record: cards, and the record once it is due."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from swteach import journal
from swteach.claim_record import NOTHING, OPEN, SUPPORTS, Card, Test, find_tests

OWN_WORDS = "In our words, not the speaker's."


def lay_card(card: Card) -> dict[str, str]:
    """Return a claim as the page shows it: never without who said it."""
    return {"id": card.id, "text": card.text, "who": f"{card.who}. {OWN_WORDS}"}


def lay_record(claim: str) -> dict[str, Any]:
    """Return the record of a claim for the page; only for a claim that has been marked."""
    tests = _find_tests(claim)
    return {"nothing": "" if tests else NOTHING, "tests": [_lay_test(test) for test in tests]}


@lru_cache(maxsize=256)
def _find_tests(claim: str) -> tuple[Test, ...]:
    # A ledger shows all its open records after each mark: looking them up takes 30 ms each.
    return tuple(find_tests(claim))


def _lay_test(test: Test) -> dict[str, Any]:
    halves = [[SUPPORTS, test.supports], [OPEN, test.does_not_settle]]
    caution = [["Take care", test.caution]] if test.caution else []
    sources = [asdict(source) for source in test.sources]
    head = {"heading": test.heading, "name": test.name}
    return {**head, "parts": [*halves, *caution], "sources": sources}


def say_record(claim: str) -> str:
    """Return how much there is in the record, for the status region."""
    tests = _find_tests(claim)
    if not tests:
        return NOTHING
    heads = "; ".join(dict.fromkeys(test.heading[0].lower() + test.heading[1:] for test in tests))
    pieces = "one piece of it is" if len(tests) == 1 else f"{len(tests)} pieces of it are"
    return f"The record is open: {pieces} below. In short: {heads}. Read both halves."


def find_marks(claim: str, kind: str) -> list[Any]:
    """Return all that the journal holds of one kind about a claim, oldest first."""
    return [entry.value for entry in journal.history(claim, kind)]


def ask_about(question: str, card: Card) -> str:
    """Return a question about a claim with the claim and its speaker, for the journal."""
    return f"{question} The claim, in our words: {card.text} By {card.who}."


def plain_card(card: Card) -> list[str]:
    """Return a claim in plain lines."""
    return ["", card.text, f"  {card.who}. {OWN_WORDS}"]
