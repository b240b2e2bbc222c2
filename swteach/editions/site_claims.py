"""Claims and the record: to check, to mark as predictions, to code, and all of them by text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from swteach.agreement import measure_agreement, say_agreement
from swteach.claim_choice import collect_claims, lay_claims
from swteach.claim_record import (
    NOTHING,
    Card,
    Source,
    Test,
    find_cards,
    find_predictions,
    find_tested,
    find_tests,
)
from swteach.claim_table import CAUTION, LEDGER_MARKS
from swteach.claim_words import OPEN, SAID, SUPPORTS
from swteach.coding_account import AUTOMATED, OUTCOMES, SHOWN
from swteach.codings import TEN, Coding, find_codings, find_field
from swteach.editions.site_field import choose_in_cell, paper
from swteach.editions.site_html import (
    Names,
    bullets,
    fold,
    link,
    say,
    scroll,
    tabulate,
    tabulate_words,
)

CLAIMS = "claims.html"
WHERE = f'<p><a href="{CLAIMS}">All claims of the course, by text</a></p>'
GONE = say("The list of all claims is not among these pages.", kind="note")
CHECK = "Does the published record support this claim? Choose first, then open the record."
LEDGER = (
    "Mark what became of each prediction, then open the record. Judge the prediction, not the "
    "person: ask what was reasonable to expect then. Nothing here is scored."
)
CODE = (
    "To code a claim is to put it into one of a few boxes by a rule. Choose a code for each claim, "
    "then open what two coders chose. Nothing is scored."
)
RULE = "Your rule that would have settled the hardest claim"
HEADS = ("No.", "The claim", "Who, when, what kind of text", "Your choice")


def check_claims(
    names: Names, claims: Sequence[str] | None = None, theme: Any = None, kinds: Any = None
) -> str:
    """Return claims to set beside the record, each with its record folded below it."""
    cards = find_cards(find_tested(theme, kinds) if claims is None else claims)
    return say(CHECK) + _lay_cards(names, "Claims to check", cards, SAID)


def mark_predictions(names: Names, claims: Sequence[str]) -> str:
    """Return predictions to mark, each with what became of it folded below it."""
    return say(LEDGER) + _lay_cards(
        names, "Prediction ledger", find_predictions(claims), LEDGER_MARKS
    )


def _lay_cards(names: Names, caption: str, cards: Sequence[Card], marks: Sequence[str]) -> str:
    rows = [
        [f"{place}", escape(card.text), escape(card.who), _mark(names, place, marks)]
        for place, card in enumerate(cards, 1)
    ]
    records = [
        fold(say_record(card.id), f"The record on claim {place}")
        for place, card in enumerate(cards, 1)
    ]
    return tabulate(caption, HEADS, rows, records)


def _mark(names: Names, place: int, marks: Sequence[str]) -> str:
    return choose_in_cell(names, f"Your choice for claim {place}", marks)


def say_record(claim: str) -> str:
    """Return what in the record tests a claim, in both halves, with its sources."""
    tests = find_tests(claim)
    return "".join(map(_say_test, tests)) if tests else say(NOTHING)


def _say_test(test: Test) -> str:
    parts = [say(test.name, f"{test.heading}.") or say(f"{test.heading}.")]
    parts += [say(test.supports, f"{SUPPORTS}:"), say(test.does_not_settle, f"{OPEN}:")]
    parts.append(say(test.caution, f"{CAUTION}:"))
    if test.sources:
        parts.append(f"<p>Source: {'; '.join(map(_cite, test.sources))}.</p>")
    return "".join(parts)


def _cite(source: Source) -> str:
    return f"{escape(source.publisher)}, {link(source.title, source.url)}"


def code_claims(
    names: Names, field: str = "claim_type", claims: Sequence[str] | None = None
) -> str:
    """Return claims to code, and both coders' codes with their agreement, folded."""
    known, chosen = find_field(field), tuple(claims or TEN)
    codings, cards = find_codings(field, chosen), find_cards(chosen)
    rows = [
        [f"{place}", escape(card.text), escape(card.who), _mark(names, place, [*known.codes])]
        for place, card in enumerate(cards, 1)
    ]
    meanings = bullets(
        f"<b>{escape(code)}</b>: {escape(words)}." for code, words in known.codes.items()
    )
    asked = say(CODE) + say(known.question) + meanings
    table = tabulate(f"Claims to code: {known.name}", HEADS, rows)
    return f"{asked}{table}{_fold_codes(codings, known.name)}{paper(names, RULE, 3)}"


def _fold_codes(codings: dict[str, Coding], name: str) -> str:
    rows = [
        [f"{place}", one.first, one.second, _say_reason(one)]
        for place, one in enumerate(codings.values(), 1)
    ]
    heads = ("Claim", "First coder", "Second coder", "Where they differ")
    both = list(codings.values())
    agree = say_agreement(measure_agreement([c.first for c in both], [c.second for c in both]))
    table = tabulate_words(f"Both coders' codes for {name}", heads, rows)
    said = say(agree, "The first and the second coder:") + say(AUTOMATED) + say(SHOWN)
    return fold(table + said, "Both coders' codes")


def _say_reason(coding: Coding) -> str:
    if coding.agree:
        return "The codes are the same."
    return f"{coding.reason}. {OUTCOMES.get(coding.outcome, f'{coding.outcome}.')}"


def browse_claims(names: Names, theme: str | None = None, doc: str | None = None) -> str:
    """Return where all claims of the course stand, and the table of those of one theme."""
    if not theme and not doc:
        return WHERE
    found = collect_claims()
    found = found[found["theme"] == theme] if theme else found
    found = found[found["doc_id"] == doc] if doc else found
    rows = [[escape(one["text"]), escape(one["who"])] for one in lay_claims(found)]
    caption = f"Claims of the theme {theme}" if theme else "Claims of this text"
    table = tabulate(caption, ("The claim", "Who, when, what kind of text"), rows)
    return WHERE + fold(table, f"{caption} ({len(rows)})")


def write_claims(names: Names) -> str:
    """Return every claim of the course under the title of its text."""
    parts = [names.head(1, "All claims, by text"), say(_explain())]
    found = collect_claims()
    for _, rows in found.groupby("doc_id", sort=False):
        parts.append(names.head(2, str(rows["title"].iloc[0])))
        parts += map(_write_claim, lay_claims(rows))
    parts.insert(2, names.list_parts())
    return "".join(parts)


def _explain() -> str:
    return (
        "Each claim is in the course's words, not the speaker's. Its codes are a judgement made "
        "for the course. Where something in the published record tests it, the record is below it."
    )


def _write_claim(one: dict[str, Any]) -> str:
    codes = "; ".join(f"{name}: {code}" for name, code in one["codes"])
    record = fold(say_record(one["id"]), f"The record on {one['id']}") if one["pieces"] else ""
    notes = say(f"{one['who']}. {one['place']}", kind="note")
    notes += say(f"{codes}. {one['check']}", kind="note")
    return f'<div class="claim">{say(one["text"])}{notes}{record}</div>'


def show_tree(text: str, label: str) -> str:
    """Return lines in which spaces at the start have a meaning."""
    return scroll(f"<pre>{escape(text)}</pre>", label)
