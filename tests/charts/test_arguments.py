"""What a chart cannot answer is refused, keyword by keyword, in words that say what it can."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import swteach as sw

SPAN = [
    ((1800, 1810), "figures for .* not for 1800 to 1810"),
    ((2020, 2015), "the first year is after the last"),
    (2020, "give a first and a last year"),
    ("2020", "give a first and a last year"),
]
CHOICE = [("nonsense", "='nonsense' is not one of: "), (["nonsense"], "is not one of: ")]
CHOICES = [*CHOICE, ([], "is empty: name at least one of: "), (3, "=3 is not one of: ")]
PLACE = [("Mars", "no figures for geography 'Mars'. It has: .*England")]
NUMBER = [(0, "whole number from 1"), ("three", "whole number from 1")]
# A yes or a no: nothing that the data could lack.
SWITCHES = {("out_of_area", "providers"), ("staff_rates", "before_2017")}
USUAL: dict[str, list[tuple[Any, str]]] = {
    "years": SPAN,
    "geography": PLACE,
    "measure": CHOICE,
    "counted_by": CHOICE,
    "step": CHOICE,
    "grade": CHOICE,
    "structure": CHOICE,
    "text": CHOICE,
    "top": NUMBER,
    "texts": NUMBER,
    "by": [("nonsense", "no column of documents. Columns: year, .*genre")],
    "sides": [("against", "name two values of stance_privatisation"), (["for"], "name two")],
}
USUAL |= dict.fromkeys(
    ("bases", "sectors", "studies", "kinds", "steps", "rates", "issues", "genres", "nations"),
    CHOICES,
)
USUAL["lanes"] = CHOICES
OWN: dict[tuple[str, str], list[tuple[Any, str]]] = {
    ("by_region", "year"): [(2023, "by region for 2022, 2024, 2025, not for 2023")],
    ("which_denominator", "year"): [(2024, "all three shares are known for 2014, .*2025 only")],
    ("growth_by_period", "bounds"): [
        ("2009-10", "name two or more years in order, of: 2009-10"),
        (["2024-25", "2009-10"], "in order"),
        (["2009-10", "1066-67"], "of: 2009-10, .*2024-25"),
    ],
    ("inspection_regimes", "start"): [(3000, "Known ones run from 19.. to"), ("x", "whole number")],
    ("inspection_regimes", "end"): [(1000, "Known ones run from 19.. to"), ("x", "whole number")],
    ("key_words", "target"): [("Nobody", "author has no 'Nobody'. Values: .*Ray Jones")],
    ("key_words", "reference"): [("Nobody", "author has no 'Nobody'. Values: .*Ray Jones")],
    ("odds_and_chances", "start"): [(94, "start=94 is not one of the rates: 5, 10")],
    ("odds_and_chances", "rates"): [
        ([0, 50, 95], "rates=0 must be a whole number from 1 to 99"),
        ([50, 100], "rates=100 must be"),
        ("all", "rates='all' must be"),
    ],
    ("timeline", "start"): [(3000, "These lanes have entries from 1946"), ("x", "whole number")],
    ("timeline", "end"): [(1900, "These lanes have entries from 1946"), ("x", "whole number")],
    ("timeline", "numbered"): [("no-such-event", "No event has the id 'no-such-event'")],
    ("who_speaks", "roles"): [
        ({"Nobody": "nobody"}, "fits none of the roles"),
        ("professor", "give a name for each role"),
    ],
    ("claim_types", "filters"): [({"theme": "weather"}, "not in claims.theme. Did you mean")],
    ("evidence_offered", "filters"): [({"theme": "weather"}, "not in claims.theme. Did you mean")],
}
FEWER = [
    ("homes_and_places", {"years": (2015, 2016)}, "has figures for 2014, 2018, 2021"),
    ("homes_and_places", {"measure": "homes", "years": (2019, 2019)}, "no figure for 'Private'"),
    ("council_homes", {"years": (2013, 2013)}, "no figure for 'Number of homes'"),
    ("caseload", {"geography": "London", "years": (2017, 2025)}, "2022 to 2025"),
    ("timeline", {"start": 2020, "end": 2010}, "No entry falls in 2020 to 2010"),
]


def list_keywords() -> list[tuple[str, str]]:
    """Return every keyword of every chart, but for switches."""
    found = [
        (name, keyword)
        for name in sw.charts.__all__
        for keyword in inspect.signature(getattr(sw.charts, name)).parameters
    ]
    return [pair for pair in found if pair not in SWITCHES]


def find_cases(name: str, keyword: str) -> list[tuple[Any, str]]:
    """Return what a chart's keyword must refuse; an unknown keyword fails here."""
    return OWN.get((name, keyword)) or USUAL[keyword]


@pytest.mark.parametrize(("name", "keyword"), list_keywords())
def test_each_keyword_refuses_what_it_cannot_take(name: str, keyword: str) -> None:
    """Wrong values raise ValueError with what there is, and never an error from within."""
    for value, words in find_cases(name, keyword):
        arguments = value if keyword == "filters" else {keyword: value}
        with pytest.raises(ValueError, match=words):
            getattr(sw.charts, name)(**arguments)


@pytest.mark.parametrize(("name", "arguments", "words"), FEWER)
def test_years_with_fewer_figures_are_refused(
    name: str, arguments: dict[str, Any], words: str
) -> None:
    """Years that lie within the record but hold no figure are refused too."""
    with pytest.raises(ValueError, match=words):
        getattr(sw.charts, name)(**arguments)


def test_one_value_may_stand_alone() -> None:
    """A single name means a list of one, never its letters."""
    alone = sw.charts.timeline(lanes="inspection")
    assert set(alone.data["lane"]) == {"inspection"}
    assert sw.charts.protection_steps(steps="plans").data["group"].nunique() == 1
    assert "(opinion)" in sw.charts.words_by_voice(genres="opinion").title.subtitle
