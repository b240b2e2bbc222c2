"""What each kind of source can say: words, with an example of each from the record."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.charts.source_kinds import QUESTIONS


def test_no_kind_answers_everything_and_none_nothing() -> None:
    """Each kind has a yes and something that it cannot answer, and each cell is a word."""
    data = sw.charts.what_sources_can_say().data
    assert set(data["shown"]) == {"yes", "part", "no"}
    for _, kind in data.groupby("kind"):
        assert kind["group"].tolist() == list(QUESTIONS)
        assert "yes" in set(kind["shown"])
        assert set(kind["shown"]) != {"yes"}


def test_a_question_that_no_kind_answers_in_full_is_said() -> None:
    """The sentence counts the yes of every column, and says none where there is none."""
    chart = sw.charts.what_sources_can_say()
    yes = chart.data[chart.data["shown"] == "yes"].groupby("group").size()
    for question in QUESTIONS:
        assert f"“{question}” {yes.get(question, 'none')}" in chart.description


def test_examples_are_of_the_record() -> None:
    """The claim has its speaker and each figure is the last of its series."""
    key = sw.charts.what_sources_can_say().usermeta["key"]
    assert key[0].startswith("Testimony: Matt Bee says: ")
    record = sw.load_observations(series="wf_turnover_rate_fte", geography="England")
    assert key[3].startswith(f"Census: {record['value'].iloc[-1]:.1f}% ")
    assert key[1].startswith("Poll: 59% ")


def test_the_words_are_called_a_judgement() -> None:
    """The chart says that its cells are no measurement, and refuses unknown kinds."""
    assert "not a measurement" in sw.charts.what_sources_can_say().usermeta["caveats"][0]
    with pytest.raises(ValueError, match="testimony, poll, survey, census"):
        sw.charts.what_sources_can_say(kinds=["rumour"])
