"""Answers worked out from the data: against pandas, against the design, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import swteach as sw
from swteach.exercises import Numeric, exercise_files, load_exercises
from swteach.exercises.computed import Computed, Whole, compute, format_number, round_half_up
from swteach.exercises.record import NotInRecordError, read_record

RECORD = read_record()
ALL = {one.id: one for notebook in exercise_files() for one in load_exercises(notebook)}
S47 = {"series": "dm_s47", "breakdown": "all"}
SPAN = {"start": "2009-10", "end": "2014-15"}

# The number that pedagogy.md (C1 to C8) gives for the same question.
DESIGNED = {
    "n1-num-1": "42.8",
    "n2-num-1": "53.2",
    "n4-num-1": "92.6",
    "n5-num-2": "34.4",
    "n7-num-1": "152.4",
    "n7-num-2": "102",
    "n7-num-5": "12.4",
    "n7-num-6": "31",
    "n7-num-9": "50.5",
    "n7-pred-1": "230590",
    "n7-pred-2": "31",
    "n8-num-1": "5.9",
}
# Where the data now say otherwise: what pedagogy.md gave, and why it is not the key.
OTHERWISE = {
    "n6-num-5": ("143.5", "7,174 agency posts for 2023 are 7,178.5 in the release of 2025"),
    "n7-num-3": ("41", "the count for 2014-15 is now 160,490; pedagogy.md had 160,150"),
    "n6-num-2": ("15.4", "15.4 is September 2024; the question asks for 2025"),
    "n6-pred-1": ("17.8", "17.8 is September 2023; the question asks for 2025"),
    "n5-pred-1": ("30", "pedagogy.md counts councils to March 2017; the row counts reports"),
    "n5-pred-2": ("50", "50% is March 2020; the question asks for 2024"),
    "n4-num-2": ("38", "38% is 2022; the question asks for 2025"),
    "n4-pred-2": ("38", "38% is 2022; the question asks for 2025"),
}
# Questions of which pedagogy.md gives no number.
NEW = {
    "n0-num-1": "council-run homes, 2025",
    "n4-num-4": "council-run homes, 2021 to 2025",
    "n5-num-1": "the gap between 36% and a later year's share",
    "n6-num-1": "vacancy rate of 2025",
    "n7-num-4": "ratio of enquiries, 2010-11 to 2024-25",
    "n7-num-7": "children who had an enquiry",
    "n7-num-8": "rate of children looked after",
    "n7-num-10": "enquiries for every 100 referrals",
    "n9-num-1": "council-run places, 2025",
    "n9-num-2": "councils graded inadequate, 2025",
    "n9-num-3": "agency posts, 2023 to 2025",
}


def _places(number: str) -> int:
    return len(number.partition(".")[2])


@pytest.mark.parametrize("name", DESIGNED)
def test_key_is_the_number_of_the_design(name: str) -> None:
    """The key, rounded as the design rounds it, is the number that the design gives."""
    number = DESIGNED[name]
    assert round_half_up(ALL[name].answer, _places(number)) == float(number)


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_reason_is_given_only_where_the_data_differ(name: str) -> None:
    """A reason why the data say otherwise stands only where they do."""
    number, why = OTHERWISE[name]
    assert why
    assert round_half_up(ALL[name].answer, _places(number)) != float(number)


def test_every_computed_key_is_accounted_for() -> None:
    """Each computed key is set against the design, has a reason, or is new."""
    computed = {name for name, one in ALL.items() if getattr(one, "computed", None)}
    assert len(computed) >= 20
    assert computed - {*DESIGNED, *OTHERWISE, *NEW} == set()
    assert {*DESIGNED, *OTHERWISE, *NEW} - set(ALL) == set()


def _value(series: str, breakdown: str, period: str) -> float:
    rows = sw.load_observations(
        series=series, breakdown=breakdown, period=period, geography="England"
    )
    return float(rows["value"].item())


def test_each_calc_agrees_with_pandas() -> None:
    """Each calc gives what the same sum over load_observations gives."""
    first, last = (_value("dm_s47", "all", period) for period in ("2009-10", "2014-15"))
    conferences = _value("dm_icpc", "all", "2014-15")
    share = {"calc": "share", "series": "dm_icpc", "at": "2014-15", "of": Whole("dm_s47", "all")}
    sums: list[tuple[dict[str, Any], float]] = [
        ({**S47, "calc": "value", "at": "2009-10"}, first),
        ({**S47, **SPAN, "calc": "difference"}, last - first),
        ({**S47, **SPAN, "calc": "percent_change"}, 100 * (last - first) / first),
        ({**S47, **SPAN, "calc": "ratio"}, last / first),
        ({**S47, **SPAN, "calc": "index"}, 100 * last / first),
        ({**S47, **SPAN, "calc": "growth"}, 100 * ((last / first) ** 0.2 - 1)),
        (share, 100 * conferences / last),
        ({**share, "calc": "per_100"}, 100 * conferences / last),
        ({**share, "of": Whole("dm_s47", "all", at="2009-10")}, 100 * conferences / first),
        ({**S47, **SPAN, "calc": "percent_change", "round": 0}, 80.0),
    ]
    for wanted, expected in sums:
        assert compute(Computed(**wanted), RECORD).value == pytest.approx(expected), wanted


def test_every_shown_observation_can_be_asked_for() -> None:
    """The record finds each of the package's rows with its value, and refuses each hidden one."""
    rows = sw.load_observations()
    for row in rows.itertuples():
        place = (row.series_id, row.geography, row.breakdown, row.period)
        if row.display == "hide":
            with pytest.raises(NotInRecordError, match="not shown to students"):
                RECORD.find_figure(*place)
        else:
            assert float(RECORD.find_figure(*place).text) == row.value
    assert set(rows["display"]) == {"plain", "with caveat", "hide"}


def test_a_difference_is_exact() -> None:
    """The difference of two published decimals has no tail of digits."""
    wanted = Computed("difference", "wf_caseload", start="2024", end="2025")
    figures = compute(wanted, RECORD).figures
    assert [figure.text for figure in figures] == ["15.4", "15.2"]
    assert compute(wanted, RECORD).value == -0.2


def test_a_caveat_goes_with_its_figure() -> None:
    """A sum over a row that may only be shown with its caveat brings the caveat along."""
    result = compute(Computed(**S47, **SPAN, calc="ratio"), RECORD)
    assert result.caveats[0].startswith("Restated figure for 2009-10.")
    assert compute(Computed(**S47, calc="value", at="2014-15"), RECORD).caveats == ()


REFUSED = {
    "series": ({"series": "dm_s74"}, "series", 'no series "dm_s74"', "Did you mean dm_s47"),
    "place": ({"geography": "Englnd"}, "geography", 'no geography "Englnd"', "mean England"),
    "breakdown": ({"breakdown": "alll"}, "breakdown", 'no breakdown "alll"', "Did you mean all"),
    "period": ({"end": "2014-51"}, "to", 'no period "2014-51"', "Did you mean 2014-15"),
    "first": ({"start": "2008-09"}, "from", 'no period "2008-09"', "Did you mean"),
    "backwards": ({"start": "2014-15", "end": "2009-10"}, "calc", "growth needs", "Change from"),
    "same": ({"start": "2014-15"}, "calc", "growth needs two periods", "Change from"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_the_nearest(case: str) -> None:
    """What the data cannot answer is refused: the field, what is wrong, the nearest there is."""
    change, field, message, remedy = REFUSED[case]
    wanted = replace(Computed(**S47, **SPAN, calc="growth"), **change)
    with pytest.raises(NotInRecordError) as error:
        compute(wanted, RECORD)
    assert error.value.field == field
    assert message in error.value.message and remedy in error.value.remedy


def test_zero_and_missing_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is divided by 0, and a missing value is not taken for 0."""
    figures = RECORD.figures["dm_s47"]
    for text, words in (("0", "nothing can be divided by 0"), ("", "no value is recorded")):
        changed = {"dm_s47": [replace(figure, text=text) for figure in figures]}
        monkeypatch.setattr(RECORD, "figures", changed)
        with pytest.raises(NotInRecordError, match=words):
            compute(Computed(**S47, **SPAN, calc="ratio"), RECORD)


def test_left_out_breakdown() -> None:
    """Without a breakdown the only one is meant, else "all"; else they are listed."""
    assert compute(Computed("value", "dm_s47", at="2022-23"), RECORD).value == 225_400
    only = {figure.breakdown for figure in RECORD.figures["cla_total"]}
    assert only == {"All children"}
    found = compute(Computed("value", "cla_total", at="2025"), RECORD)
    assert found.value == _value("cla_total", "All children", "2025")
    with pytest.raises(NotInRecordError) as error:
        compute(Computed("value", "homes_by_sector", at="2025"), RECORD)
    assert "Private" in error.value.remedy


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(225400.0, 0, "225,400"), (152.4076, 1, "152.4"), (0.25, 1, "0.3"), (-24.55, 1, "-24.6")],
)
def test_numbers_are_formatted_plainly(value: float, places: int, text: str) -> None:
    """Thousands have commas, and halves are rounded up as at school."""
    assert format_number(value, places) == text


def test_value_is_filled_in_the_course() -> None:
    """{value} stands in no text of the course once it is read, and its figure does."""
    assert "230,590" in ALL["n7-pred-1"].reveal
    assert "13%" in ALL["n6-pred-1"].reveal
    assert not [name for name, one in ALL.items() if "{" in repr(one)]


def test_slips_follow_the_data() -> None:
    """A slip that is a sum gives the number that the slip leads to."""
    one = ALL["n7-num-1"]
    assert isinstance(one, Numeric)
    assert any(slip.answer == pytest.approx(252.4, abs=0.5) for slip in one.slips)
