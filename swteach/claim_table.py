"""Claims set beside the record: a table that a student marks before opening the answer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from swteach.claim_record import (
    HEADINGS,
    NOTHING,
    OPEN,
    SUPPORTS,
    Card,
    Source,
    Test,
    find_cards,
    find_predictions,
    find_tests,
)
from swteach.page import Page, disclose, link, tabulate

VERDICTS = HEADINGS
CAUTION = "Take care"
LEDGER_MARKS = ("happened", "partly", "did not happen", "too early to say")
CLAIM_MARKS = ("supports", "partly", "contradicts", "cannot tell")


def claim_check(claims: Sequence[str], caption: str = "Claims to check") -> Page:
    """Return a table of claims, each with its speaker and, folded away, what the record says.

    Parameters
    ----------
    claims
        Claim ids, such as ``["jones-2014-cavalry-c05"]``, in the order to show them.
    caption
        Heading of the table.

    Returns
    -------
    Page
        HTML and plain text: claim, speaker with date and genre, the marks to choose from, and
        the record in two halves (what it supports, what it does not settle) with its sources.

    Raises
    ------
    ValueError
        If a claim id is unknown; the message names the nearest ones.

    Notes
    -----
    Source: ``claims.csv`` and ``evidence.csv``; each record names its own publication.
    """
    return _build(find_cards(claims), caption, CLAIM_MARKS)


def prediction_ledger(claims: Sequence[str], caption: str = "Prediction ledger") -> Page:
    """Return a table of predictions to mark as happened, partly, did not happen or too early.

    Parameters
    ----------
    claims
        Ids of claims whose type is ``prediction``.
    caption
        Heading of the table.

    Returns
    -------
    Page
        As for :func:`claim_check`.

    Raises
    ------
    ValueError
        If a claim id is unknown or the claim is not a prediction.
    """
    return _build(find_predictions(claims), caption, LEDGER_MARKS)


def _build(cards: Sequence[Card], caption: str, marks: Sequence[str]) -> Page:
    rows, records, lines = [], [], [caption]
    for card in cards:
        record, plain = _describe_record(card.id)
        rows.append([escape(card.text), escape(card.who), escape(" / ".join(marks))])
        records.append(disclose(record))
        lines += [f"\n{card.text}", f"  {card.who}", *(f"  {line}" for line in plain)]
    columns = ["The claim", "Who, when, what kind of text", "Your mark"]
    return Page(tabulate(caption, columns, rows, records), "\n".join(lines))


def _describe_record(claim: str) -> tuple[str, list[str]]:
    tests = find_tests(claim)
    if not tests:
        return f"<p>{NOTHING}</p>", [NOTHING]
    lines = [line for test in tests for line in _say_test(test)]
    return "".join(_mark_up(test) for test in tests), lines


def _say_test(test: Test) -> list[str]:
    return [f"{test.heading}. {test.name}", *(f"{head}: {text}" for head, text in _parts(test))]


def _parts(test: Test) -> list[tuple[str, str]]:
    halves = [(SUPPORTS, test.supports), (OPEN, test.does_not_settle)]
    return [*halves, (CAUTION, test.caution)] if test.caution else halves


def _mark_up(test: Test) -> str:
    parts = _parts(test)
    html = f"<p><strong>{test.heading}.</strong> {escape(test.name)}</p>"
    html += "".join(f"<p><strong>{head}:</strong> {escape(text)}</p>" for head, text in parts)
    if test.sources:
        html += f"<p>Source: {'; '.join(_cite(source) for source in test.sources)}.</p>"
    return html


def _cite(source: Source) -> str:
    return f"{escape(source.publisher)}, {link(source.title, source.url)}"
