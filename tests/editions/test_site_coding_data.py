"""What the page's scripts know of two coders and of the messy page, whatever a student chooses."""

from __future__ import annotations

import random

import pytest

from swteach.claim_record import find_cards
from swteach.coding_account import UNDECIDED, Account
from swteach.codings import TEN, find_codings, find_field
from swteach.editions.site_coding_data import CODES_BACK, MARKS_BACK, write_coders, write_page
from swteach.messy_page_file import load_messy_page

FIELDS = ("claim_type", "theme", "stance", "evidence_offered")


@pytest.mark.parametrize("field", FIELDS)
def test_account_does_not_hang_on_the_choice(field: str) -> None:
    """Caption, scale, reasons and limits are as Python says them for any codes."""
    known, chance = find_field(field), random.Random(field)
    account = Account(known, find_codings(field, TEN), find_cards(TEN))
    data = write_coders(field)
    for _ in range(20):
        own, first = (
            {claim: chance.choice([*known.codes, UNDECIDED]) for claim in TEN} for _ in range(2)
        )
        laid = account.lay_out(own, first)
        for key in ("caption", "scale", "reasons", "limits"):
            assert data["account"][key] == laid[key]


def test_both_codes_of_each_claim_are_there() -> None:
    """One claim or ten: each has the two coders' codes, by its id."""
    codings = find_codings("theme")
    for claims in (None, TEN[0], list(codings)):
        data = write_coders("theme", claims)["claims"]
        found = {id: (one["first"], one["second"]) for id, one in data.items()}
        assert found == {id: (codings[id].first, codings[id].second) for id in data}
    assert len(data) == len(codings)


def test_each_line_of_the_page_has_its_mark_and_reason() -> None:
    """In the order of the file: the author's words, or clutter with its kind."""
    page, data = load_messy_page(), write_page()
    assert [one["reason"] for one in data["lines"]] == [line.reason for line in page.lines]
    for one, line in zip(data["lines"], page.lines, strict=True):
        assert (one["mark"], one["kind"]) == (
            ("author's words", "") if line.author else ("clutter", line.kind)
        )


def test_nothing_is_said_of_a_kernel() -> None:
    """What brings words back names the page that was closed, and no Python."""
    for words in (CODES_BACK, MARKS_BACK):
        assert "this page was closed" in words and "Python" not in words
