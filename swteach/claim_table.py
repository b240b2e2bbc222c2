"""Claims set beside the record: a table that a student marks before opening the answer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from swteach.page import Page, disclose, link, tabulate
from swteach.tables import (
    load_claims,
    load_documents,
    load_events,
    load_evidence,
    load_observations,
    load_series,
    load_sources,
)

VERDICTS = {
    "supports": "The record supports it",
    "complicates": "The record makes it less simple",
    "contradicts": "The record contradicts it",
    "overtaken": "Later events overtook it",
    "not testable": "No record tests it",
}
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
    return _build(claims, caption, CLAIM_MARKS)


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
    kinds = load_claims(claim=list(claims)).set_index("claim_id")["claim_type"]
    for claim in claims:
        if kinds[claim] != "prediction":
            raise ValueError(f"{claim} is not a prediction but: {kinds[claim]}.")
    return _build(claims, caption, LEDGER_MARKS)


def _build(claims: Sequence[str], caption: str, marks: Sequence[str]) -> Page:
    chosen = load_claims(claim=list(claims)).set_index("claim_id").loc[list(claims)]
    texts = load_documents().set_index("doc_id")
    rows, records, lines = [], [], [caption]
    for claim, row in chosen.iterrows():
        who = describe_speaker(row, texts.loc[row["doc_id"]])
        record, plain = _describe_record(str(claim))
        rows.append([escape(row["paraphrase"]), escape(who), escape(" / ".join(marks))])
        records.append(disclose(record))
        lines += [f"\n{row['paraphrase']}", f"  {who}", *(f"  {line}" for line in plain)]
    columns = ["The claim", "Who, when, what kind of text", "Your mark"]
    return Page(tabulate(caption, columns, rows, records), "\n".join(lines))


def describe_speaker(claim: pd.Series, text: pd.Series) -> str:
    """Return who made a claim, when, and in what kind of text.

    Parameters
    ----------
    claim
        A row of ``claims.csv``.
    text
        The row of ``documents.csv`` that the claim's ``doc_id`` names.
    """
    kind, publisher = text["genre"], text["original_publisher"]
    return f"{claim['speaker']}, {text['date_text']}, {kind} ({publisher})"


def _describe_record(claim: str) -> tuple[str, list[str]]:
    evidence = load_evidence()
    found = evidence[evidence["claim_id"] == claim]
    if found.empty:
        nothing = "This course has found no published record that tests this claim."
        return f"<p>{nothing}</p>", [nothing]
    halves = [_describe_test(row) for _, row in found.iterrows()]
    return "".join(html for html, _ in halves), [line for _, lines in halves for line in lines]


def _describe_test(row: pd.Series) -> tuple[str, list[str]]:
    name, sources = _name_test(row)
    verdict = VERDICTS[row["verdict"]]
    parts = [
        ("What this supports", row["supports"]),
        ("What it does not settle", row["does_not_settle"]),
    ]
    html = f"<p><strong>{verdict}.</strong> {escape(name)}</p>"
    html += "".join(f"<p><strong>{head}:</strong> {escape(text)}</p>" for head, text in parts)
    if sources:
        html += f"<p>Source: {'; '.join(sources)}.</p>"
    return html, [f"{verdict}. {name}", *(f"{head}: {text}" for head, text in parts)]


def _name_test(row: pd.Series) -> tuple[str, list[str]]:
    if pd.notna(row["series_id"]):
        series = load_series(series=row["series_id"]).iloc[0]
        cited = load_observations(series=row["series_id"])["source_id"].value_counts().index[:2]
        return f"Figures: {series['title']}.", _cite(list(cited))
    if pd.notna(row["event_id"]):
        event = load_events(event=row["event_id"]).iloc[0]
        cited = event[["source_id", "source_2_id"]].dropna()
        return f"Event: {event['title']}, {event['date_text']}.", _cite(list(cited))
    return "", []


def _cite(ids: Sequence[str]) -> list[str]:
    sources = load_sources(source=list(ids)).set_index("source_id").loc[list(ids)]
    return [
        f"{escape(row['publisher'])}, {link(row['title'], row['url'])}"
        for _, row in sources.iterrows()
    ]
