"""What the charts of yearly figures share: words for months, sentences said once."""

from __future__ import annotations

import pytest

from swteach.charts.theme import COUNCIL, Group
from swteach.charts.trends import Line, load_trend, say_months, say_once


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
