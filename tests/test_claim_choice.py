"""Claims are chosen by text, code, record and word, and the choice is said in words."""

from __future__ import annotations

import json

import pytest

from swteach.claim_choice import (
    CODES,
    WITH,
    WITHOUT,
    Choice,
    choose_claims,
    collect_claims,
    lay_claims,
    say_choice,
    say_judgement,
)
from swteach.tables import load_claims, load_evidence

CLAIMS = collect_claims()


def test_every_claim_is_there_with_speaker_date_and_kind_of_text() -> None:
    """All claims are collected, in order, and none is laid out without who, when and where."""
    assert CLAIMS["claim_id"].tolist() == load_claims()["claim_id"].tolist()
    rows = lay_claims(CLAIMS)
    assert len(rows) == 171 and all(row["who"].count(",") >= 2 for row in rows)
    assert all(row["place"].count("“") == 1 and "Target: " in row["place"] for row in rows)
    assert sum(row["place"].startswith("Headline or subheading") for row in rows) == 2
    assert all(row["codes"][0][0] == "Theme" for row in rows)
    assert len(json.dumps(rows)) < 150_000


@pytest.mark.parametrize("code", CODES)
def test_a_code_parts_the_claims(code: str) -> None:
    """The claims of each code of a column, put together, are all the claims, each once."""
    found = [choose_claims(CLAIMS, Choice(codes=((code, one),))) for one in set(CLAIMS[code])]
    ids = [claim for rows in found for claim in rows["claim_id"]]
    assert sorted(ids) == sorted(CLAIMS["claim_id"])


def test_record_text_and_word_narrow_the_choice() -> None:
    """With and without a record are all; text and word are looked for as they should be."""
    tested = choose_claims(CLAIMS, Choice(record=WITH))
    assert set(tested["claim_id"]) == set(load_evidence()["claim_id"])
    assert len(tested) + len(choose_claims(CLAIMS, Choice(record=WITHOUT))) == len(CLAIMS)
    both = choose_claims(CLAIMS, Choice(doc="bee-2015-agency", record=WITH))
    assert 0 < len(both) < len(tested) and set(both["doc_id"]) == {"bee-2015-agency"}
    for word in ("sedgemoor", " Sedgemoor "):
        found = choose_claims(CLAIMS, Choice(word=word))
        assert 0 < len(found) < 10
    assert len(choose_claims(CLAIMS, Choice(word="(.*"))) == 0


def test_the_choice_is_said() -> None:
    """The sentence names each part of the choice, and what to do where nothing is left."""
    choice = Choice("x", (("stance", "for"), ("claim_type", "causal")), WITH, "care")
    said = say_choice(3, 171, choice, "A title")
    assert said == (
        "Showing 3 of 171 claims: text “A title”, stance for, claim type causal, with a record, "
        "with the word “care”."
    )
    assert say_choice(171, 171, Choice()) == "Showing 171 of 171 claims."
    assert say_choice(0, 171, Choice(word="qq")).endswith("back to its first line.")


def test_the_judgement_is_owned() -> None:
    """It is said that codes are a judgement, whose, and how often two coders agreed."""
    said = say_judgement()
    assert "judgement" in said and "automated" in said and "not by the speakers" in said
    assert "47 claims" in said and "theme 44, claim type 40, stance 45, evidence offered 37" in said
