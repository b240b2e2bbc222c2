"""The accessibility statement says of a site what is so in it, and its blanks are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_reading import read_html

from swteach.editions.site_statement import (
    WITHOUT,
    find_item,
    leave_items,
    list_blanks,
    read_statement,
    say_blanks,
    write_statement,
)

ROOT = Path(__file__).resolve().parents[2]
TEXT = read_statement(ROOT)
# Words that claim something of a part.
CLAIMED = {
    "questions are marked and": ["scripts"],
    "said to it as a whole": ["scripts", "answers"],
    "said to single options": ["scripts", "answers"],
    "When scripts run": ["scripts"],
    "point at": ["scripts"],
    "said to each answer": ["answers"],
}


@pytest.mark.parametrize(
    ("part", "start"), [(part, start) for part, items in WITHOUT.items() for start in items]
)
def test_each_item_that_may_go_is_in_the_statement(part: str, start: str) -> None:
    """The table names one item of docs/accessibility.md by its first words, and finds it whole."""
    [found] = find_item(start).findall(TEXT)
    assert found.endswith(("\n- ", ".\n")) and found.count("\n- ") == 0, (part, start)


@pytest.mark.parametrize("parts", [["scripts"], ["answers"], ["answers", "scripts"], []])
def test_the_statement_claims_nothing_of_what_is_left_out(parts: list[str]) -> None:
    """Without scripts nothing is marked, without answers nothing is said to one."""
    words = read_html(write_statement(TEXT, parts)).words
    for claim, needed in CLAIMED.items():
        assert (claim in words) is not bool({*needed} & {*parts}), claim
    instead = [one for part in parts for one in WITHOUT[part].values() if one]
    told = [one for one in instead if one in words]
    assert len(told) == {0: 0, 1: len(instead), 2: len(instead) - 1}[len(parts)]


def test_only_items_of_lists_change() -> None:
    """What a lecturer wrote in the last part, and each heading, stays."""
    own = TEXT.replace("- Published by: ______", "- Published by: The Course Team \\1")
    left = leave_items(own, ["scripts", "answers"])
    assert "- Published by: The Course Team \\1\n" in left
    assert [one for one in own.splitlines() if one[:1] not in ("-", " ") and one not in left] == []


def test_blanks_are_told_until_they_are_filled_in() -> None:
    """The summary names what is still open; of a statement that is filled in it says nothing."""
    assert list_blanks(TEXT)[:2] == ["Published by", "Contact for problems and for other formats"]
    [told] = say_blanks(TEXT)
    assert "Published by; " in told and "docs/accessibility.md" in told
    filled = TEXT.replace("______", "here")
    assert say_blanks(filled) == []
