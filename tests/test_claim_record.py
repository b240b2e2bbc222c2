"""Claims keep their speakers, and every piece of the record both halves and its sources."""

from __future__ import annotations

import pytest

from swteach.claim_record import find_cards, find_predictions, find_tested, find_tests
from swteach.tables import load_claims, load_evidence, load_sources

CLAIMS = load_claims().set_index("claim_id")


def test_cards_come_in_the_order_asked_with_their_speakers() -> None:
    """Each of the 171 claims is found, in any order, and says who made it."""
    ids = CLAIMS.index.tolist()[::-1]
    cards = find_cards(ids)
    assert [card.id for card in cards] == ids
    names = CLAIMS["speaker"].str.removesuffix(" (comment)")
    assert [card.id for card in cards if not card.who.startswith(names[card.id])] == []


def test_record_is_whole() -> None:
    """All rows of evidence are found, none without both halves, all but untestable ones cited."""
    tests = [test for claim in CLAIMS.index for test in find_tests(claim)]
    urls = set(load_sources()["url"].dropna()) | {""}
    assert len(tests) == len(load_evidence())
    assert all(test.supports and test.does_not_settle for test in tests)
    assert [test for test in tests if bool(test.name) != bool(test.sources)] == []
    assert {source.url for test in tests for source in test.sources} <= urls


def test_caution_of_the_series_comes_along() -> None:
    """Figures that rest on a trade page are never given without saying so."""
    claim = load_evidence(series="trust_areas")["claim_id"].iloc[0]
    cautions = [test.caution for test in find_tests(claim)]
    assert any("press" in caution for caution in cautions)


def test_theme_gives_claims_with_a_record() -> None:
    """Chosen by theme and type, claims come from the table, and each has a record."""
    found = find_tested(theme="inspection", kinds=["causal", "factual-checkable"])
    assert found
    assert set(CLAIMS.loc[found, "theme"]) == {"inspection"}
    assert set(CLAIMS.loc[found, "claim_type"]) == {"causal", "factual-checkable"}
    assert all(find_tests(claim) for claim in found)


def test_wrong_choices_are_named() -> None:
    """An unknown claim, none at all, and a claim that is no prediction each say what is wrong."""
    with pytest.raises(ValueError, match="jones-2014-cavalry-c05"):
        find_cards(["jones-2014-cavalry-c055"])
    with pytest.raises(ValueError, match="at least one claim"):
        find_cards([])
    with pytest.raises(ValueError, match="jones-2014-cavalry-c05 is not a prediction but: "):
        find_predictions(["jones-2014-cavalry-c09", "jones-2014-cavalry-c05"])
    with pytest.raises(ValueError, match="No claim with a record"):
        find_tested(theme="demand", kinds="anecdote")
