"""The claim checker and the ledger keep the record back until it is due, without a browser."""

from __future__ import annotations

import json

import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.claim_record import HEADINGS, NOTHING, find_tests
from swteach.tables import load_claims, load_evidence
from swteach.widgets.claim_checker import NO_MARK, NO_SURE, claim_checker
from swteach.widgets.ledger import ledger

CLAIMS = load_claims()
ALL = CLAIMS["claim_id"].tolist()
PREDICTIONS = CLAIMS.loc[CLAIMS["claim_type"] == "prediction", "claim_id"].tolist()
UNTESTED = sorted(set(ALL) - set(load_evidence()["claim_id"]))[0]
TESTED = "jones-2014-cavalry-c05"


def _secrets(claims: list[str]) -> list[str]:
    tests = [test for claim in claims for test in find_tests(claim)]
    halves = [half for test in tests for half in (test.supports, test.does_not_settle)]
    return [json.dumps(text)[1:-1] for text in [*halves, *HEADINGS.values()]]


def _leaks(tool, claims: list[str]) -> list[str]:
    given = told(tool) + json.dumps(tool.plain_text())
    return [secret for secret in _secrets(claims) if secret in given]


def test_no_record_is_told_before_a_mark() -> None:
    """Of all 171 claims and 23 predictions, no half of any record is in state or plain words."""
    assert _leaks(claim_checker(ALL), ALL) == []
    assert _leaks(ledger(PREDICTIONS), PREDICTIONS) == []


def test_only_the_marked_claim_is_told() -> None:
    """A mark opens the record of its own claim, whole, and of no other."""
    tool = ledger(PREDICTIONS)
    one = "jones-2014-cavalry-c09"
    send(tool, do="mark", claim=one, mark="partly")
    others = set(_secrets(PREDICTIONS)) - set(_secrets([one]))
    assert [secret for secret in others if secret in told(tool)] == []
    assert set(_secrets([one])) - {json.dumps(h)[1:-1] for h in HEADINGS.values()} <= {
        secret for secret in _secrets([one]) if secret in told(tool)
    }
    checker = claim_checker([TESTED, "jones-2014-cavalry-c16"])
    record = send(checker, do="check", mark="partly", sure=4)["record"]
    assert len(record["tests"]) == len(load_evidence(claim=TESTED))
    assert all(test["sources"] for test in record["tests"])
    assert send(checker, do="go", step=1)["record"] is None


def test_checker_says_verdict_record_and_progress() -> None:
    """The reply names the student's own verdict, what the record does, and how far they are."""
    view = send(claim_checker([TESTED, UNTESTED]), do="check", mark="cannot tell", sure=2)
    assert view["sentence"][0] == "Your verdict: it cannot tell, sure 2 of 5."
    asked = claim_checker([TESTED]).sheet["question"]
    assert asked == "Does the published record support this claim?"
    assert "the record supports it; later events overtook it" in view["sentence"][1]
    assert view["sentence"][2] == "You have checked 1 of 2 claims."
    assert not any(word in str(view["sentence"]) for word in ("Right", "Wrong", "score"))


def test_claim_without_a_record_says_so() -> None:
    """A claim that nothing tests is told as such, after the verdict like any other."""
    tool = claim_checker([UNTESTED])
    assert NOTHING not in told(tool)
    view = send(tool, do="check", mark="supports", sure=5)
    assert NOTHING in view["sentence"] and view["record"]["nothing"] == NOTHING


def test_checker_asks_for_what_is_missing() -> None:
    """Without a verdict or how sure, nothing is kept or shown; the ends of the row say so."""
    tool = claim_checker([TESTED, UNTESTED])
    for mark, sure, words in (
        (None, 3, NO_MARK),
        ([], 3, NO_MARK),
        ("partly", None, NO_SURE),
        ("partly", True, NO_SURE),
        ("partly", 6, NO_SURE),
    ):
        view = send(tool, do="check", mark=mark, sure=sure)
        assert (view["sentence"], view["record"]) == ([words], None)
    assert journal.history(TESTED) == []
    assert send(tool, do="go", step=-1)["sentence"] == "This is the first claim."
    assert send(tool, do="go", step=1)["sentence"] == "Claim 2 of 2. Not checked yet."
    assert send(tool, do="go", step=1)["sentence"] == "This is the last claim."
    assert [send(tool, do="go", step=step)["place"] for step in ("x", [], 5)] == [1, 1, 1]


def test_checker_keeps_and_brings_back() -> None:
    """Verdict and how sure are kept in words with the claim; both come back with the record."""
    tool = claim_checker([TESTED])
    send(tool, do="check", mark="contradicts", sure=1)
    send(tool, do="check", mark="partly", sure=4)
    entry = journal.latest(TESTED, "claim check")
    assert entry.value == {"answer": "It supports part of it", "how sure, from 1 to 5": 4}
    assert "third parties" in entry.prompt and "Ray Jones, 19 May 2014" in entry.prompt
    view = claim_checker([TESTED]).view
    assert view["given"] == {"mark": "partly", "sure": 4}
    assert (
        view["first"] == "Your verdict before you saw the record: it contradicts it, sure 1 of 5."
    )
    assert view["record"]["tests"]


def test_ledger_keeps_and_brings_back() -> None:
    """A mark is kept as a word; a changed one stands beside the one before the record was seen."""
    one = "jones-2014-cavalry-c09"
    tool = ledger([one])
    send(tool, do="mark", claim=one, mark="too early to say")
    send(tool, do="mark", claim=one, mark="partly")
    assert [entry.value for entry in journal.history(one, "ledger")] == [
        "too early to say",
        "partly",
    ]
    said = ledger([one]).view["marked"][one]["said"]
    assert said == "Your mark: partly. Before you saw the record: too early to say."


@pytest.mark.parametrize(
    "content",
    [{"claim": "x", "mark": "partly"}, {"claim": [], "mark": []}, {"mark": "partly"}],
)
def test_odd_messages_change_nothing(content: dict) -> None:
    """A message that names no claim of the ledger is answered with the ledger as it was."""
    tool = ledger(PREDICTIONS[:2])
    assert send(tool, do="mark", **content)["marked"] == {}


def test_failed_save_is_said(own_journal) -> None:
    """Where the journal cannot be written, the record still opens and the page says so."""
    own_journal.rmdir()
    own_journal.write_text("in the way")
    view = send(claim_checker([TESTED]), do="check", mark="partly", sure=4)
    assert view["trouble"].startswith("Not saved: ") and view["record"]
    one = "jones-2014-cavalry-c09"
    assert send(ledger([one]), do="mark", claim=one, mark="partly")["trouble"]


def test_choice_of_claims() -> None:
    """A theme gives its claims with a record; both ways at once, and no prediction, are refused."""
    found = claim_checker(theme="privatisation", kinds="causal").sheet["claims"]
    kinds = CLAIMS.set_index("claim_id")["claim_type"]
    assert found and {kinds[claim["id"]] for claim in found} == {"causal"}
    assert all("In our words" in claim["who"] for claim in found)
    with pytest.raises(ValueError, match="not both"):
        claim_checker([TESTED], theme="privatisation")
    with pytest.raises(ValueError, match="is not a prediction"):
        ledger([TESTED])


def test_plain_words_name_claim_speaker_and_marks() -> None:
    """Without the widget a reader has the claim, its speaker and the marks; no memory address."""
    for tool in (claim_checker(["jones-2014-cavalry-c09"]), ledger(["jones-2014-cavalry-c09"])):
        words = tool.plain_text()
        assert "companies will take over" in words and "Ray Jones, 19 May 2014" in words
        assert "cannot tell" in words or "too early to say" in words
        assert "0x" not in tool._repr_mimebundle_()[0]["text/plain"]
        assert needs_network(tool) == []
