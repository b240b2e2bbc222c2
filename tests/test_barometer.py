"""Readings are read strictly, and compared in words, one issue at a time."""

from __future__ import annotations

import pytest

from swteach.barometer import ISSUES, PASS, POINTS, SURE, Reading, compare, read, say_stage


def test_reading_goes_to_the_journal_and_back() -> None:
    """Every point, a pass and a missing answer come back as they were."""
    for point in (*POINTS, PASS):
        reading = Reading({"privatisation": point, "workforce reform": PASS}, 3)
        assert read(reading.to_journal()) == reading
    assert read(Reading({}).to_journal()).empty


@pytest.mark.parametrize(
    "found", [None, [], "for", {"privatisation": "for"}, {"class": "x", SURE: 9}, {SURE: True}]
)
def test_anything_else_is_no_reading(found) -> None:
    """What no page of the course can have sent is left out, not guessed at."""
    assert read(found).empty


def test_moves_are_told_in_steps_and_directions() -> None:
    """Towards for, towards against, not at all; and nothing where one was a pass or not said."""
    before = Reading(dict(zip(ISSUES, (POINTS[0], POINTS[3], POINTS[2]), strict=True)), 2)
    after = Reading(dict(zip(ISSUES, (POINTS[2], POINTS[2], POINTS[2]), strict=True)))
    assert [row[3] for row in compare(before, after)] == [
        "2 steps towards “for”",
        "1 step towards “against”",
        "no step",
        "",
    ]
    passed = compare(Reading({"privatisation": PASS}), after)
    assert [row[3] for row in passed] == ["", "", "", ""]
    assert passed[0] == ["privatisation", PASS, "in between, or torn", ""]
    assert passed[1][1] == "not said"
    assert compare(before, after)[3] == ["how sure", "2 of 5", "not said", ""]


def test_a_name_says_which_reading_it_is() -> None:
    """A notebook's number is said in words, with what else the name has; other names stay."""
    said = {name: say_stage(name) for name in ("n5", "n5-after", "before", "next", "n-5")}
    assert said == {
        "n5": "notebook 5",
        "n5-after": "notebook 5, after",
        "before": "before",
        "next": "next",
        "n-5": "n-5",
    }
