"""What the charts of yearly figures share: breaks of one day, sentences said once."""

from __future__ import annotations

import pytest

from swteach.charts.theme import COUNCIL, Group
from swteach.charts.trends import Line, load_trend, merge_breaks, say_months, say_once


def test_breaks_of_one_day_share_a_letter() -> None:
    """Two reasons for one day become one break, and letters follow in order of date."""
    found = [
        {"mark": "A", "at": "2013-09-30", "why": "One.", "series": ["a"]},
        {"mark": "B", "at": "2015-09-30", "why": "Two.", "series": ["b", "a"]},
        {"mark": "C", "at": "2015-09-30", "why": "Three.", "series": ["a"]},
    ]
    merged = merge_breaks(found)
    assert [(b["mark"], b["why"]) for b in merged] == [("A", "One."), ("B", "Two. Three.")]
    assert merged[1]["series"] == ["a", "b"]


def test_a_sentence_is_said_once() -> None:
    """Of a caveat that repeats another, only what is new is kept."""
    said = say_once(["One of 14. Two here.", "Two here.", "Three. One of 14."])
    assert said == ["One of 14. Two here.", "Three."]


def test_months_are_said_in_words() -> None:
    """A month has its name, a day and a school year stay as they are."""
    assert say_months("2013-11 to 2017-12") == "November 2013 to December 2017"
    assert say_months("2014-15, 2024-03-31") == "2014-15, 2024-03-31"


@pytest.mark.parametrize(
    ("geography", "years", "said"),
    [("Mars", None, "It has: East Midlands"), ("London", (2017, 2025), "2022 to 2025")],
)
def test_what_the_data_lack_is_refused(
    geography: str, years: tuple[int, int] | None, said: str
) -> None:
    """A place or year without figures is refused, with those that there are."""
    part = f"region: {geography}"
    line = Line("wf_caseload", part, Group("Cases", "Cases", COUNCIL))
    with pytest.raises(ValueError, match=said):
        load_trend([line], years, geography)
