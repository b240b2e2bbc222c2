"""The questions of notebooks 00 and 03: what they say, and the record they rest on."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter

import swteach as sw
from swteach.exercises import Choice, load_exercises

DATE = re.compile(rf"\d{{1,2}} (?:{'|'.join(month_name[1:])}) \d{{4}}")
# The consultation's own figures: Ray Jones in Community Care, 7 January 2015.
OPINION = {"94%", "2%", "4%"}


NOTEBOOKS = (0, 3)


def _choices(notebook: int) -> list[Choice]:
    return [one for one in load_exercises(notebook) if isinstance(one, Choice)]


def _all() -> list[Choice]:
    return [choice for notebook in NOTEBOOKS for choice in _choices(notebook)]


def _words(choice: Choice) -> str:
    options = [f"{option.text} {option.feedback}" for option in choice.options]
    return " ".join([choice.stem, *options])


def test_each_outcome_has_two_exercises() -> None:
    """Outcomes 3.1, 3.2 and 3.3 are each asked about at least twice."""
    asked = Counter(choice.outcome for choice in load_exercises(3))
    assert {outcome: count for outcome, count in asked.items() if count >= 2}.keys() == {
        "3.1",
        "3.2",
        "3.3",
    }


def test_dates_are_those_of_events() -> None:
    """Every full date in a question is the date of an event in the data."""
    starts = sw.load_events()["date_start"]
    known = {f"{day.day} {day:%B %Y}" for day in starts}
    said = {date for choice in _all() for date in DATE.findall(_words(choice))}
    assert len(said) >= 10
    assert said - known == set()


def test_percentages_are_shown_observations() -> None:
    """Every percentage is an observation that may be shown, or is worked out below."""
    rows = sw.load_observations(geography="England", display="plain")
    known = {f"{value:.1f}%" for value in rows["value"].dropna()}
    said = {found for choice in _all() for found in re.findall(r"\d+(?:\.\d+)?%", _words(choice))}
    worked_out = {option.text for option in _find("n3-num-1").options}
    assert said - known - worked_out - OPINION == set()


def test_shares_named_in_feedback() -> None:
    """The private shares that questions quote are the record's, on the dates they name."""
    homes = sw.load_observations(series="homes_share_by_sector", breakdown="Private")
    children = sw.load_observations(series="cla_provider_share", breakdown="Private provision")
    values = {
        frame["period"].iat[0][:4]: frame["value"].iat[0] for _, frame in homes.groupby(level=0)
    }
    assert (values["2018"], values["2021"], values["2025"]) == (72.9, 77.8, 83.7)
    values = dict(zip(children["period"], children["value"], strict=True))
    assert (values["2011"], values["2025"]) == (29.1, 40.3)


def test_slips_are_worked_out_from_the_data() -> None:
    """Each wrong share of council-run homes is a real slip with the real figures."""
    council = _value("homes_by_sector", "Local authority", "2019")
    whole, before = (
        _value(
            "homes_total",
            "All children's homes (incl. secure and residential special schools "
            "registered as homes)",
            year,
        )
        for year in ("2019", "2018")
    )
    slips = {
        "share": 100 * council / whole,
        "upside down": whole / council,
        "last year's whole": 100 * council / before,
        "part against the rest": 100 * council / (whole - council),
        "the others' share": 100 * (whole - council) / whole,
    }
    options = _find("n3-num-1").options
    assert {option.text for option in options} == {f"{slip:.1f}%" for slip in slips.values()}
    assert [option.text for option in options if option.correct] == [f"{slips['share']:.1f}%"]


def test_claims_exist() -> None:
    """Every claim an exercise names stands in the claims table."""
    known = set(sw.load_claims()["claim_id"])
    assert {claim for choice in _all() for claim in choice.claims} - known == set()


def test_predictions_say_commit_first() -> None:
    """A prediction asks for an answer before the student looks."""
    predicting = [choice for choice in _choices(3) if choice.predict]
    assert len(predicting) == 4
    assert all("before you look" in choice.stem for choice in predicting)


def _find(exercise_id: str) -> Choice:
    return next(choice for choice in _all() if choice.id == exercise_id)


def _value(series: str, breakdown: str, period: str) -> float:
    rows = sw.load_observations(series=series, breakdown=breakdown, period=period)
    return rows["value"].item()
