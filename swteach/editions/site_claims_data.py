"""What the page's scripts must know of the claims of a tool: questions, records, fixed words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from swteach.claim_record import Card, find_cards, find_predictions, find_tested
from swteach.widgets import claim_checker, ledger
from swteach.widgets.confidence import SURE
from swteach.widgets.record_cards import ask_about, lay_record, say_record


def write_ledger(claims: Sequence[str]) -> dict[str, Any]:
    """
    Return what ``ledger.js`` must know besides the sheet.

    Parameters
    ----------
    claims
        As for :func:`swteach.widgets.ledger.ledger`.

    Returns
    -------
    dict
        ``claims``, as :func:`write_claims` gives them; the words for a missing mark; the journal's
        kind. Source: ``claims.csv`` and ``evidence.csv``.
    """
    cards = find_predictions(claims)
    told = {"kind": ledger.KIND, "no_mark": ledger.NO_MARK}
    return {**told, "claims": write_claims(cards, ledger.QUESTION)}


def write_checker(
    claims: Sequence[str] | None = None, theme: Any = None, kinds: Any = None
) -> dict[str, Any]:
    """
    Return what ``claim_checker.js`` must know besides the sheet.

    Parameters
    ----------
    claims, theme, kinds
        As for :func:`swteach.widgets.claim_checker.claim_checker`.

    Returns
    -------
    dict
        As :func:`write_ledger`, with the words for the first and the last claim by the step that
        leads beyond it, and the journal's name for how sure somebody is.
    """
    cards = find_cards(find_tested(theme, kinds) if claims is None else claims)
    told = {
        "kind": claim_checker.KIND,
        "no_mark": claim_checker.NO_MARK,
        "no_sure": claim_checker.NO_SURE,
        "sure": SURE,
        "ends": {str(step): words for step, words in claim_checker.ENDS.items()},
    }
    return {**told, "claims": write_claims(cards, claim_checker.QUESTION)}


def write_claims(cards: Sequence[Card], question: str) -> dict[str, Any]:
    """Return for each claim what the journal asks of it, its record, and the record in short."""
    return {
        card.id: {
            "asked": ask_about(question, card),
            "record": lay_record(card.id),
            "short": say_record(card.id),
        }
        for card in cards
    }
