"""Two coders: codes are kept back until all is coded, kept, and compared, without a browser."""

from __future__ import annotations

import json

import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.agreement import format_kappa, measure_agreement
from swteach.coding_account import AUTOMATED, UNDECIDED
from swteach.codings import TEN, find_codings
from swteach.tables import load_codings
from swteach.widgets.two_coders import (
    BACK,
    LONGEST,
    NO_RULE,
    RULE_KEPT,
    TwoCoders,
    two_coders,
)

FIELDS = ("claim_type", "theme", "stance", "evidence_offered")
CODINGS = find_codings("claim_type", TEN)
HARD = "jones-2014-cavalry-c02"  # a prediction to the first coder, a fact to check to the second


def _code_all(tool: TwoCoders, **other: str) -> dict[str, str]:
    codes = {claim: coding.first for claim, coding in CODINGS.items()} | other
    send(tool, codes=codes)
    return codes


def _find_secrets(field: str) -> list[str]:
    rows = load_codings(field=field, claim=list(TEN), agree="no")
    return [json.dumps(text)[1:-1] for text in [*rows["reason"], AUTOMATED]]


@pytest.mark.parametrize("field", FIELDS)
def test_no_coder_is_told_before_all_is_coded(field: str) -> None:
    """No code, reason or figure of a coder is in state or plain words until the comparison."""
    tool = two_coders(field)
    some = dict.fromkeys(TEN[:9], tool.sheet["codes"][0])
    view = send(tool, do="compare", codes=some)
    assert view["found"] is None and view["sentence"][0] == "Not coded yet: 10."
    given = told(tool) + json.dumps(tool.plain_text())
    assert [secret for secret in _find_secrets(field) if secret in given] == []
    send(tool, do="compare", codes={**some, TEN[9]: UNDECIDED})
    assert [secret for secret in _find_secrets(field) if secret not in told(tool)] == []


def test_the_comparison_shows_all_three_with_reasons_and_limits() -> None:
    """Own and both coders' codes stand in a row for each claim; figures are those of the table."""
    tool = two_coders()
    codes = _code_all(tool)
    found = send(tool, do="compare", codes=codes)["found"]
    assert found["heads"] == ["The claim", "You", "First coder", "Second coder"]
    for claim, row in zip(TEN, found["rows"], strict=True):
        coding = CODINGS[claim]
        assert row[1:] == [coding.first, coding.first, coding.second]
    assert all("[" in row[0] and "20" in row[0] for row in found["rows"])
    assert "10 of 10 claims, 100%" in found["pairs"][0]
    other = measure_agreement(codes.values(), [c.second for c in CODINGS.values()])
    assert format_kappa(other.kappa) in found["pairs"][1] and found["pairs"][1] != found["pairs"][2]
    assert len(found["reasons"]) == sum(not coding.agree for coding in CODINGS.values())
    assert "nothing is forecast. The course then took the second" in found["reasons"][0]
    assert found["limits"][0] == AUTOMATED and "40 of 47 claims" in found["limits"][2]


def test_undecided_is_left_out_and_one_code_has_no_kappa() -> None:
    """An undecided claim changes no figure; a pair without a kappa is said to have none."""
    tool = two_coders()
    view = send(tool, do="compare", codes=_code_all(tool, **{HARD: UNDECIDED}))
    assert "9 of 9 claims" in view["found"]["pairs"][0]
    assert "Left out, for want of a code: 1 claim." in view["found"]["pairs"][0]
    assert "Left out" not in view["found"]["pairs"][2]
    alike = ["jones-2014-cavalry-c10", "sterry-2015-nqsw-c03"]
    view = send(two_coders(claims=alike), do="compare", codes=dict.fromkeys(alike, "prediction"))
    assert view["sentence"][1].count("not defined") == 3


def test_codes_rule_and_comparison_are_kept_and_come_back() -> None:
    """Each code is kept with its claim, the rule as it is typed; a new widget has them all."""
    tool = two_coders()
    view = send(tool, codes={HARD: "causal"})
    assert view["sentence"] == ["Claim 1: causal.", "You have coded 1 of 10 claims."]
    entry = journal.latest(HARD, "code (claim type)")
    assert entry.value == "causal" and "Ray Jones, 19 May 2014" in entry.prompt
    assert two_coders().view["codes"][HARD] == "causal" and two_coders().view["found"] is None
    send(tool, do="compare", codes=_code_all(tool))
    for words in ("If it says", "If it says will, it"):
        send(tool, hardest=HARD, words=words)
    (rule,) = journal.history("two-coders-claim_type", "coding rule")
    assert (rule.value, rule.draft, rule.private) == (words, True, False)
    assert send(tool, do="rule", words="")["sentence"] == [NO_RULE]
    assert send(tool, do="rule", words=words)["sentence"] == [RULE_KEPT]
    assert not journal.latest("two-coders-claim_type", "coding rule").draft
    again = two_coders().view
    assert (again["hardest"], again["words"]) == (HARD, words)
    assert again["found"] == tool.view["found"]
    assert two_coders("stance").view["codes"][HARD] == ""


def test_a_change_after_the_comparison_stands_beside_the_first_code() -> None:
    """Who codes again sees both of their codes, and both figures; the first stay the first."""
    tool = two_coders()
    send(tool, do="compare", codes=_code_all(tool))
    found = send(tool, codes={HARD: "factual-checkable"})["found"]
    assert found["rows"][0][1:4] == ["prediction", "factual-checkable", "prediction"]
    assert found["heads"][1:3] == ["You", "You, now"]
    assert found["pairs"][3].startswith("Before you saw their codes. You and the first coder")
    assert "10 of 10" in found["pairs"][3] and "9 of 10" in found["pairs"][0]
    assert two_coders().view["found"] == found


def test_odd_messages_change_nothing() -> None:
    """A message that is not of this form is answered with what stood there before."""
    tool = two_coders()
    for content in (
        {"codes": [1], "hardest": [], "words": 5},
        {"codes": {HARD: ["causal"], "x": "causal"}, "hardest": "x"},
        {"codes": {HARD: "nonsense"}, "do": ["compare"]},
    ):
        view = send(tool, **content)
        assert not any(view["codes"].values()) and view["hardest"] == view["words"] == ""
    assert journal.history(HARD) == []


def test_one_claim_by_its_name_and_a_claim_named_twice() -> None:
    """A claim's id alone is one claim, and a claim named twice is coded and counted once."""
    for named in (HARD, [HARD, HARD]):
        assert [claim["id"] for claim in two_coders(claims=named).sheet["claims"]] == [HARD]


def test_failed_save_is_said(own_journal) -> None:
    """Where the journal cannot be written, the comparison still opens and the page says so."""
    own_journal.rmdir()
    own_journal.write_text("in the way")
    tool = two_coders()
    assert send(tool, codes={HARD: "causal"})["trouble"].startswith("Not saved: ")
    codes = {claim: coding.first for claim, coding in CODINGS.items()}
    view = send(tool, do="compare", codes=codes)
    assert view["trouble"] and view["found"]
    view = send(tool)
    assert view["unsaved"] and not view["trouble"]  # the page keeps a copy for as long
    own_journal.unlink()
    assert not send(tool, words="If it says will")["unsaved"]


def test_what_the_page_kept_comes_back_and_is_said_so() -> None:
    """What was entered while Python was away is taken in whole, once the cell is run again."""
    tool = two_coders()
    view = send(tool, do="back", codes={HARD: "causal"}, hardest=HARD, words="If it says will")
    assert view["sentence"] == [BACK] and not view["unsaved"]
    assert two_coders().view["codes"][HARD] == "causal"
    assert two_coders().view["words"] == "If it says will"
    assert tool.sheet["longest"] == LONGEST  # the box takes no more than Python keeps


def test_plain_words_have_claims_speakers_and_codes() -> None:
    """Without the widget a reader has every claim with its speaker, and each code's meaning."""
    tool = two_coders("evidence_offered")
    words = tool.plain_text()
    assert words.count("In our words, not the speaker's.") == len(TEN)
    assert "analogy: a likeness to something else." in words and "Paragraph" in words
    assert "0x" not in tool._repr_mimebundle_()[0]["text/plain"]
    assert any(claim["url"].startswith("https://") for claim in tool.sheet["claims"])
    assert not any(claim["url"] for claim in two_coders().sheet["claims"])
    assert needs_network(tool) == []
