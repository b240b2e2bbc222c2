"""What the page's scripts must know of two coders and of the messy page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from swteach.agreement import NONE_LEFT, ONE_CODE
from swteach.claim_record import Card, find_cards
from swteach.coding_account import UNDECIDED, Account
from swteach.codings import TEN, Coding, Field, find_codings, find_field
from swteach.datapackage import find_data
from swteach.messy_page_file import Line, load_messy_page
from swteach.widgets import messy_page as page
from swteach.widgets import two_coders as coders
from swteach.widgets.record_cards import ask_about

CODES_BACK = (
    "Your codes and words from before this page was closed are back, and are now in your journal."
)
MARKS_BACK = "Your marks from before this page was closed are back, and are now in your journal."


def write_coders(field: str = "claim_type", claims: Sequence[str] | None = None) -> dict[str, Any]:
    """
    Return what ``two_coders.js`` must know besides the sheet.

    Parameters
    ----------
    field, claims
        As for :func:`swteach.widgets.two_coders.two_coders`.

    Returns
    -------
    dict
        ``claims`` by id: what the journal asks of each, and both coders' codes; ``account``, what
        is said of them whatever a student chose; the journal's names and all fixed sentences.
        Source: ``codings.csv`` and ``claims.csv``.
    """
    named = [claims] if isinstance(claims, str) else claims
    chosen = TEN if named is None else tuple(dict.fromkeys(named))
    known, cards = find_field(field), find_cards(chosen)
    codings = find_codings(field, chosen)
    return {
        "kinds": {
            "code": f"code ({known.name})",
            "first": coders.COMPARED,
            "hardest": coders.HARDEST_KIND,
            "rule": coders.RULE_KIND,
        },
        "asked_first": coders.ask_first(known, cards),
        "asked_rule": f"{coders.RULE} ({known.name})",
        "claims": {c.id: _lay_coded(known, c, codings[c.id]) for c in cards},
        "account": _lay_account(known, codings, cards),
        "undecided": UNDECIDED,
        "not_all": coders.NOT_ALL,
        "rule_kept": coders.RULE_KEPT,
        "no_rule": coders.NO_RULE,
        "back": CODES_BACK,
    }


def _lay_coded(field: Field, card: Card, coding: Coding) -> dict[str, str]:
    return {
        "words": f"{card.text} [{card.who}]",
        "asked": ask_about(field.question, card),
        "asked_hardest": ask_about(coders.HARDEST, card),
        "first": coding.first,
        "second": coding.second,
    }


def _lay_account(field: Field, codings: dict[str, Coding], cards: list[Card]) -> dict[str, Any]:
    codes = {card.id: codings[card.id].first for card in cards}
    laid = Account(field, codings, cards).lay_out(codes, codes)  # with any codes: these stay
    fixed = {key: laid[key] for key in ("caption", "scale", "reasons", "limits")}
    return {**fixed, "none_left": NONE_LEFT, "one_code": ONE_CODE}


def write_page() -> dict[str, Any]:
    """
    Return what ``messy_page.js`` must know besides the sheet.

    Returns
    -------
    dict
        ``lines``: of each the course's mark, its kind in words where it is clutter, and why;
        who runs the page; the journal's names and all fixed sentences. Source:
        ``messy_page.yaml``.
    """
    known = load_messy_page(find_data())
    return {
        "id": page.ID,
        "kind": page.KIND,
        "author": page.AUTHOR,
        "lines": [_lay_line(line) for line in known.lines],
        "host": {"question": known.host.question, "said": [known.host.wants, known.host.fair]},
        "not_all": page.NOT_ALL,
        "judged": page.JUDGED,
        "back": MARKS_BACK,
    }


def _lay_line(line: Line) -> dict[str, str]:
    mark, kind = (page.AUTHOR, "") if line.author else (page.CLUTTER, line.kind)
    return {"mark": mark, "kind": kind, "reason": line.reason}
