"""The claims of the course, chosen by text, codes, record and word, and said in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from swteach.agreement import measure_agreement
from swteach.claim_record import describe_speaker
from swteach.codings import find_codings, find_field
from swteach.tables import load_claims, load_documents, load_evidence

CODES = ("theme", "claim_type", "stance", "evidence_offered")
WITH, WITHOUT = "with a record", "without a record"
RECORDS = (WITH, WITHOUT)
SEARCHED = ("paraphrase", "speaker", "target", "checkable_with", "title")
NO_SOURCE = "none"


@dataclass(frozen=True)
class Choice:
    """What a reader asks for: an empty text asks for everything.

    Attributes
    ----------
    doc
        The id of a text.
    codes
        A code for some of the columns in ``CODES``.
    record
        One of ``RECORDS``.
    word
        Looked for in the claim, its speaker, target, text and possible source, in any case.
    """

    doc: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    record: str = ""
    word: str = ""


def collect_claims() -> pd.DataFrame:
    """Return every claim with its text and how many pieces of the record test it.

    Returns
    -------
    pandas.DataFrame
        The columns of ``load_claims()``, and ``title``, ``who`` (speaker, date, genre and
        publisher) and ``pieces`` (rows of ``load_evidence()``), the texts in their own order.
    """
    claims, texts = load_claims(), load_documents().set_index("doc_id")
    pieces, known = load_evidence()["claim_id"].value_counts(), texts.to_dict("index")
    who = [describe_speaker(row, known[row["doc_id"]]) for row in claims.to_dict("records")]
    found = claims.assign(
        title=claims["doc_id"].map(texts["title"]).astype("str"),
        who=who,
        pieces=claims["claim_id"].map(pieces).fillna(0).astype(int),
    )
    return found.astype(dict.fromkeys(CODES, "str"))


def choose_claims(claims: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """Return the rows of :func:`collect_claims` that a choice asks for, in the same order."""
    kept = pd.Series(True, index=claims.index)
    if choice.doc:
        kept &= claims["doc_id"] == choice.doc
    for column, code in choice.codes:
        kept &= claims[column] == code
    if choice.record:
        kept &= (claims["pieces"] > 0) == (choice.record == WITH)
    text = claims[list(SEARCHED)].astype("str").agg(" ".join, axis=1)
    return claims[kept & text.str.contains(choice.word.strip(), case=False, regex=False)]


def say_choice(shown: int, total: int, choice: Choice, title: str = "") -> str:
    """Return how many claims match, and what was asked for.

    Examples
    --------
    >>> say_choice(2, 171, Choice(codes=(("theme", "demand"),), word="poverty"))
    'Showing 2 of 171 claims: theme demand, with the word “poverty”.'
    """
    asked = [f"text “{title}”"] if choice.doc else []
    asked += [f"{find_field(column).name} {code}" for column, code in choice.codes]
    asked += [choice.record] if choice.record else []
    asked += [f"with the word “{choice.word.strip()}”"] if choice.word.strip() else []
    what = f": {', '.join(asked)}" if asked else ""
    if not shown:
        return f"No claim matches{what}. Put one of the menus back to its first line."
    return f"Showing {shown} of {total} claims{what}."


def lay_claims(claims: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of :func:`collect_claims` as the page shows them, in plain words."""
    names = {code: find_field(code).name.capitalize() for code in CODES}
    return [_lay_claim(row, names) for row in claims.to_dict("records")]


def _lay_claim(row: Mapping[Hashable, Any], names: dict[str, str]) -> dict[str, Any]:
    codes = [[name, row[code]] for code, name in names.items()]
    return {
        "id": row["claim_id"],
        "text": row["paraphrase"],
        "who": row["who"],
        "place": f"{_say_place(int(row['paragraph']))} “{row['title']}”. Target: {row['target']}.",
        "codes": codes,
        "check": _say_source(row["checkable_with"]),
        "pieces": int(row["pieces"]),
    }


def _say_place(paragraph: int) -> str:
    return f"Paragraph {paragraph} of" if paragraph else "Headline or subheading of"


def _say_source(source: str) -> str:
    if source == NO_SOURCE:
        return "The course names no record that could test it."
    return f"What could test it: {source}."


def say_judgement() -> str:
    """Return that the codes are a judgement, whose, and how far two coders agreed."""
    counts = [_count_same(column) for column in CODES]
    same = ", ".join(f"{name} {found.same}" for name, found in counts)
    return (
        "The codes are a judgement about each claim, made for this course and not by the "
        "speakers. They come from two automated coders and a reading against the texts. On the "
        f"{counts[0][1].count} claims that both coded unseen, their codes were the same for: "
        f"{same}. You may judge otherwise. “None” as evidence means that the text offers none, "
        "not that there is none."
    )


def _count_same(column: str) -> tuple[str, Any]:
    codings = find_codings(column).values()
    found = measure_agreement([c.first for c in codings], [c.second for c in codings])
    return find_field(column).name, found
