"""What the page's scripts know of claims is what the notebooks' tools know."""

from __future__ import annotations

import json

import pytest

from swteach.claim_record import find_tests
from swteach.editions.site_claims_data import write_checker, write_ledger
from swteach.tables import load_claims, load_evidence


def test_every_record_is_whole() -> None:
    """Each claim with a record has all its tests, both halves of each, as JSON can hold them."""
    claims = json.loads(json.dumps(write_checker()))["claims"]
    assert set(claims) == set(load_evidence()["claim_id"])
    for id, one in claims.items():
        halves = [[text for _, text in test["parts"][:2]] for test in one["record"]["tests"]]
        assert halves == [[test.supports, test.does_not_settle] for test in find_tests(id)]
        assert one["short"].startswith("The record is open: ")


def test_chosen_claims_are_in_the_order_asked() -> None:
    """A list of ids gives these and no others; a prediction is asked about as one."""
    predictions = load_claims(claim_type="prediction")["claim_id"].tolist()[::-1]
    assert list(write_ledger(predictions)["claims"]) == predictions
    assert write_ledger(predictions)["claims"][predictions[0]]["asked"].startswith(
        "What became of this prediction? The claim, in our words: "
    )
    with pytest.raises(ValueError, match="is not a prediction"):
        write_ledger(["jones-2014-cavalry-c05"])
