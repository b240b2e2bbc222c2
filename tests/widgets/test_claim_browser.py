"""The claim browser's controls and records, without a browser."""

from __future__ import annotations

import json
from typing import Any

import ipywidgets
import pytest
from live_examples import needs_network

import swteach as sw
from swteach.claim_choice import WITH, WITHOUT
from swteach.claim_record import HEADINGS, find_tests
from swteach.widgets.claim_browser import LONGEST, REPLIES, ClaimBrowser, find_record

REPLIED = set(sw.load_evidence(verdict=["contradicts", "complicates"])["claim_id"])


@pytest.fixture
def browser() -> ClaimBrowser:
    """The browser over all the claims."""
    return sw.claim_browser()


def test_menus_and_word_change_what_is_shown(browser: ClaimBrowser) -> None:
    """Each menu and the word narrow the rows, and the sentence says so."""
    shown = len(browser.result.view["rows"])
    steps = [
        (browser.codes["theme"], "privatisation"),
        (browser.codes["stance"], "against"),
        (browser.record, WITH),
        (browser.word, "profit"),
    ]
    for control, value in steps:
        control.value = value
        rows = browser.result.view["rows"]
        assert 0 < len(rows) < shown
        shown = len(rows)
    assert browser.result.view["sentence"] == (
        f"Showing {shown} of 171 claims: theme privatisation, stance against, with a record, "
        "with the word “profit”."
    )
    browser.word.value = "zzz"
    assert browser.result.view["rows"] == []
    assert browser.result.view["sentence"].startswith("No claim matches")


def test_every_claim_can_be_reached_by_its_text(browser: ClaimBrowser) -> None:
    """The texts of the menu together hold all 171 claims."""
    reached = []
    for _, doc in browser.doc.options[1:]:
        browser.doc.value = doc
        reached += [row["id"] for row in browser.result.view["rows"]]
    assert len(browser.doc.options) == 18
    assert sorted(reached) == sorted(sw.load_claims()["claim_id"])


def test_no_line_of_a_menu_is_longer_than_the_page(browser: ClaimBrowser) -> None:
    """A menu opens as wide as its longest line; shortened, the lines still tell texts apart."""
    lines = [line for line, _ in browser.doc.options]
    assert max(map(len, lines)) <= LONGEST + 1
    assert len(set(lines)) == len(lines) == 18
    cut = [line for line in lines if line.endswith("…")]
    assert cut and all(line[:-1] == line[:-1].rstrip() for line in cut)


def test_every_control_has_a_visible_name(browser: ClaimBrowser) -> None:
    """Seven controls, each with its name; no Output widget."""
    controls = browser.children[0].children
    assert [one.description for one in controls] == [
        "Text", "Theme", "Claim type", "Stance", "Evidence offered", "Record",
        "Word (then press Enter)",
    ]  # fmt: skip
    assert all(isinstance(one, ipywidgets.Dropdown | ipywidgets.Text) for one in controls)


def test_no_record_is_in_the_state_before_it_is_asked_for(browser: ClaimBrowser) -> None:
    """The page gets a claim's record, whole, when it asks for that claim, and never of others."""
    sent: list[dict[str, Any]] = []
    browser.result.send = lambda content, buffers=None: sent.append(content)
    claim = "jones-2014-cavalry-c05"
    halves = [test.supports for test in find_tests(claim)]
    assert not any(json.dumps(half)[1:-1] in json.dumps(browser.result.view) for half in halves)
    browser.result._handle_custom_msg({"claim": claim}, [])
    (answer,) = sent
    assert answer["claim"] == claim
    told = [part[1] for test in answer["record"]["reply"] + answer["record"]["rest"]
            for part in test["parts"]]  # fmt: skip
    wanted = [half for test in find_tests(claim) for half in (test.supports, test.does_not_settle)]
    assert set(wanted) <= set(told)
    for odd in ({"claim": "x"}, {"claim": []}, "claim", {"turn": 4}):
        browser.result._handle_custom_msg(odd, [])
    assert sent[1:] == [{"heard": 4}]


def test_what_speaks_most_against_a_claim_comes_first() -> None:
    """A claim that the record contradicts or complicates has that as its reply; no other has."""
    for claim in sw.load_evidence()["claim_id"].unique():
        record, tests = find_record(claim), find_tests(claim)
        heads = [test["heading"] for test in record["reply"] + record["rest"]]
        assert sorted(heads) == sorted(test.heading for test in tests)
        if HEADINGS["contradicts"] in heads:
            assert heads[0] == HEADINGS["contradicts"]
        elif HEADINGS["complicates"] in heads:
            assert heads[0] == HEADINGS["complicates"]
        assert [test["heading"] for test in record["reply"]] == [
            h for h in heads[:1] if h in REPLIES
        ]
        assert claim not in REPLIED or record["reply"]


def test_a_claim_without_a_record_says_so() -> None:
    """For a claim that nothing tests there is neither reply nor rest, and it is said."""
    browser = sw.claim_browser()
    browser.record.value = WITHOUT
    first = browser.result.view["rows"][0]
    assert first["pieces"] == 0
    record = find_record(first["id"])
    assert record["nothing"] and record["reply"] == record["rest"] == []


def test_it_opens_with_what_was_asked_for() -> None:
    """A notebook may open it at a theme or a text; an unknown one names the nearest."""
    both = sw.claim_browser(theme="workforce", doc="bee-2015-agency")
    assert (both.codes["theme"].value, both.doc.value) == ("workforce", "bee-2015-agency")
    assert {row["codes"][0][1] for row in both.result.view["rows"]} == {"workforce"}
    with pytest.raises(ValueError, match="privatisation"):
        sw.claim_browser(theme="privatization")
    with pytest.raises(ValueError, match="bee-2015-agency"):
        sw.claim_browser(doc="bee-2015")


def test_text_form_is_short_and_stable(browser: ClaimBrowser) -> None:
    """The text form says what it is and whose the codes are, and holds no claim."""
    words = browser._repr_mimebundle_()[0]["text/plain"]
    assert words == sw.claim_browser(theme="demand")._repr_mimebundle_()[0]["text/plain"]
    assert words.startswith("Claim browser: all 171 claims") and len(words) < 1200
    assert "judgement" in words and "0x" not in words
    assert needs_network(browser.result) == []
    with pytest.raises(ValueError, match="theme takes one name"):
        sw.claim_browser(theme=["demand"])
