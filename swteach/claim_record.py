"""A claim with its speaker, and the record that tests it, as tables and widgets show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS, say_who  # noqa: F401 (others take them here)
from swteach.tables import (
    load_claims,
    load_documents,
    load_events,
    load_evidence,
    load_observations,
    load_series,
    load_sources,
)

NOTHING = "This course has found no published record that tests this claim."
PREDICTION = "prediction"


@dataclass(frozen=True)
class Card:
    """A claim in the course's words; ``who`` says who made it, when, in what kind of text."""

    id: str
    text: str
    who: str
    kind: str


@dataclass(frozen=True)
class Source:
    """A publication; ``url`` is empty where it has no address."""

    title: str
    publisher: str
    url: str


@dataclass(frozen=True)
class Test:
    """One thing in the record that tests a claim, in both halves.

    Attributes
    ----------
    heading
        What it does to the claim, in words.
    name
        The figures or the event it rests on; empty where nothing can test the claim.
    supports, does_not_settle
        The two halves.
    caution
        What must be said beside the figures or the event; mostly empty.
    sources
        Where they were published.
    """

    __test__ = False  # pytest would take it for a class of tests

    heading: str
    name: str
    supports: str
    does_not_settle: str
    caution: str
    sources: tuple[Source, ...]


def find_cards(claims: Sequence[str]) -> list[Card]:
    """Return claims by their ids, in the order given.

    Raises
    ------
    ValueError
        If there is none, or an id is unknown; the message names the nearest ones.
    """
    if not claims:
        raise ValueError("Name at least one claim; load_claims() lists them all.")
    chosen = load_claims(claim=list(claims)).set_index("claim_id").loc[list(dict.fromkeys(claims))]
    texts = load_documents().set_index("doc_id")
    return [
        Card(str(id), row["paraphrase"], describe_speaker(row, texts.loc[row["doc_id"]]), kind)
        for (id, row), kind in zip(chosen.iterrows(), chosen["claim_type"], strict=True)
    ]


def find_predictions(claims: Sequence[str]) -> list[Card]:
    """Return predictions by their ids; raise ValueError for a claim of another type."""
    cards = find_cards(claims)
    for card in cards:
        if card.kind != PREDICTION:
            raise ValueError(f"{card.id} is not a prediction but: {card.kind}.")
    return cards


def find_tested(theme: Any = None, kinds: Any = None) -> list[str]:
    """Return the ids of the claims of a theme and of some types that something in the record tests.

    Parameters
    ----------
    theme, kinds
        Values of ``theme`` and ``claim_type`` in claims.csv, one or a list; None for all.

    Raises
    ------
    ValueError
        For a value that is not there, or where no claim of that choice has a record.
    """
    chosen = {"theme": theme, "claim_type": kinds}
    claims = load_claims(**{name: value for name, value in chosen.items() if value is not None})
    found = claims.loc[claims["claim_id"].isin(load_evidence()["claim_id"]), "claim_id"].tolist()
    if not found:
        raise ValueError(f"No claim with a record has theme {theme!r} and type {kinds!r}.")
    return found


def describe_speaker(claim: Any, text: Any) -> str:
    """Return who made a claim, when, in what kind of text and where; each thing once.

    Parameters
    ----------
    claim
        A row of ``claims.csv``: a Series, or a dict.
    text
        The same, of the row of ``documents.csv`` that the claim's ``doc_id`` names.
    """
    known = (text["date_text"], text["genre"], text["original_publisher"])
    return say_who(claim["speaker"], *known)


def find_tests(claim: str) -> list[Test]:
    """Return what in the record tests a claim; an empty list where nothing does."""
    evidence = load_evidence()
    return [_make_test(row) for _, row in evidence[evidence["claim_id"] == claim].iterrows()]


def _make_test(row: pd.Series) -> Test:
    name, caution, cited = _find_basis(row)
    heading, halves = HEADINGS[row["verdict"]], (row["supports"], row["does_not_settle"])
    return Test(heading, name, *halves, caution, _find_sources(cited))


def _find_basis(row: pd.Series) -> tuple[str, str, list[str]]:
    if pd.notna(row["series_id"]):
        series = load_series(series=row["series_id"]).iloc[0]
        cited = _find_cited(row["series_id"], row["supports"])
        return f"Figures: {series['title']}.", _fill(series["caveat"]), cited
    if pd.notna(row["event_id"]):
        event = load_events(event=row["event_id"]).iloc[0]
        cited = event[["source_id", "source_2_id"]].dropna()
        said = f"Event: {event['title']}, {event['date_text']}."
        return said, _fill(event["caveat"]), list(cited)
    return "", "", []


def _find_cited(series: str, text: str) -> list[str]:
    """Return the sources of the figures whose period the text names, or of the whole series."""
    rows = load_observations(series=series)
    years = rows["period_end"].dt.year.astype(str).str.replace(".0", "")
    named = [p in text or y in text for p, y in zip(rows["period"], years, strict=True)]
    kept = rows[named] if any(named) else rows
    return list(kept["source_id"].drop_duplicates())


def _fill(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _find_sources(ids: Iterable[str]) -> tuple[Source, ...]:
    wanted = list(ids)
    if not wanted:
        return ()
    rows = load_sources(source=wanted).set_index("source_id").loc[wanted]
    return tuple(
        Source(row["title"], row["publisher"], _fill(row["url"])) for _, row in rows.iterrows()
    )
