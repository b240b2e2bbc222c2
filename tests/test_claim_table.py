"""Claims are shown with their speaker, and the record with both halves."""

from __future__ import annotations

import re

import pytest

from swteach.claim_record import find_cards, find_tests
from swteach.claim_table import LEDGER_MARKS, VERDICTS, claim_check, prediction_ledger
from swteach.tables import (
    load_claims,
    load_documents,
    load_evidence,
    load_observations,
    load_sources,
)

ALL = load_claims()["claim_id"].tolist()


def test_every_claim_stands_with_speaker_date_and_kind_of_text():
    """No paraphrase of the 171 is shown without who said it, when, and where."""
    texts = load_documents().set_index("doc_id")
    shown = claim_check(ALL)
    lines = shown.text.splitlines()
    for _, claim in load_claims().iterrows():
        text = texts.loc[claim["doc_id"]]
        who = lines[lines.index(claim["paraphrase"]) + 1]
        name = claim["speaker"].removesuffix(" (comment)")
        assert name in who and text["date_text"] in who and text["genre"] in who


def test_record_gives_both_halves_and_a_source_for_every_test():
    """Each row of evidence is shown with what it supports and what it leaves open."""
    shown = claim_check(ALL)
    evidence = load_evidence()
    assert shown.html.count("What this supports") == len(evidence)
    assert shown.html.count("What it does not settle") == len(evidence)
    tested = evidence["series_id"].notna() | evidence["event_id"].notna()
    assert len(re.findall(r"<p>Source: .*?<a href=", shown.html)) == tested.sum()
    for words in VERDICTS.values():
        assert words in shown.text


def test_record_is_folded_away_until_the_student_opens_it():
    """A student marks first: nothing of the record stands outside a disclosure."""
    claim = load_evidence()["claim_id"].iloc[0]
    outside = re.sub(r"<details>.*?</details>", "", claim_check([claim]).html)
    assert "does not settle" not in outside
    assert not any(words in outside for words in VERDICTS.values())


def test_claim_without_a_record_says_so():
    """A claim that nothing tests is not passed over in silence."""
    untested = sorted(set(ALL) - set(load_evidence()["claim_id"]))[0]
    assert "no published record" in claim_check([untested]).text


def test_ledger_takes_predictions_only():
    """The ledger offers its four marks, and refuses a claim of another kind by name."""
    claims = load_claims()
    prediction = claims.loc[claims["claim_type"] == "prediction", "claim_id"].iloc[0]
    judgement = claims.loc[claims["claim_type"] == "evaluative", "claim_id"].iloc[0]
    assert " / ".join(LEDGER_MARKS) in prediction_ledger([prediction]).html
    with pytest.raises(ValueError, match=f"{judgement} is not a prediction but: evaluative"):
        prediction_ledger([judgement])


def test_unknown_claim_is_answered_with_the_nearest():
    """A slip in an id names the claims it may have meant."""
    with pytest.raises(ValueError, match="jones-2014-cavalry-c05"):
        claim_check(["jones-2014-cavalry-c055"])


def test_every_year_named_is_covered_by_a_source_cited():
    """A figure's year stands in one of the publications that its record cites."""
    observed = load_observations().assign(year=lambda rows: rows["period_end"].dt.year)
    for card in find_cards(sorted(set(load_evidence()["claim_id"]))):
        rows = load_evidence(claim=card.id)
        for test, row in zip(find_tests(card.id), rows.itertuples(), strict=True):
            mine = observed[observed["series_id"] == row.series_id]
            titles = {source.title for source in test.sources}
            for year in set(re.findall(r"\b(?:19|20)\d\d\b", row.supports)) & set(
                mine["year"].dropna().astype(int).astype(str)
            ):
                ids = mine.loc[mine["year"] == int(year), "source_id"].unique()
                cited = set(load_sources(source=list(ids))["title"])
                assert cited & titles, (row.evidence_id, year)


def test_every_caution_is_said():
    """What must be said beside a figure or an event stands in the table and in its plain form."""
    shown = claim_check(ALL)
    cautions = [test.caution for claim in ALL for test in find_tests(claim) if test.caution]
    assert len(cautions) > 20
    assert shown.html.count("Take care:") == shown.text.count("Take care:") == len(cautions)
