"""Marks are those that the student saw in the notebook."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hand_in_cases import answer, course

from swteach.collecting.scoring import CHANGED, Scorer, find_kind, find_response, is_scored
from swteach.exercises import Exercise, Reflection, find_right_response, mark
from swteach.exercises.showing import make_widget
from swteach.journal.entry import make_entry, store


def keep(widget: Any, exercise: Exercise, response: Any) -> Any:
    """Return an answer as the question's widget puts it into the journal."""
    fields = {"at": "2026-11-25T19:42:00.000000Z", "count": 0, "session": "a", "notebook": ""}
    value = store(widget._to_journal(response))
    return make_entry(**fields, kind=widget.journal_kind, id=exercise.id, value=value)


@pytest.fixture(scope="module")
def widgets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the widget of every question, with a journal of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SWTEACH_JOURNAL", str(tmp_path_factory.mktemp("journal")))
        return {one.id: make_widget(one) for one in course()}


def test_the_journal_is_read_back_as_the_widgets_do(widgets: dict[str, Any]) -> None:
    """Of every question: the kind that its widget records, and the response it reads back."""
    for exercise in course():
        widget = widgets[exercise.id]
        assert find_kind(exercise) == widget.journal_kind, exercise.id
        right = find_right_response(exercise)
        if right is not None and not isinstance(exercise, Reflection):
            entry = keep(widget, exercise, right)
            assert find_response(exercise, entry.value) == widget._from_journal(entry)


def test_a_right_answer_is_right_even_where_students_are_not_told(widgets: dict[str, Any]) -> None:
    """All that is scored is marked right for its answer, though students hear it is noted."""
    silent = [replace(one, show_answers="never") for one in course() if is_scored(one)]
    scorer = Scorer(silent)
    for exercise in silent:
        response = find_right_response(exercise)
        entry = keep(widgets[exercise.id], exercise, response)
        assert scorer.find((exercise.id, entry.kind)).judge(entry.value).verdict == "right", (
            exercise.id
        )
        assert mark(exercise, response).verdict == "noted"


def test_an_answer_given_twice_is_marked_twice_the_same() -> None:
    """What is remembered of one student is what another would have been told."""
    scorer, chance = Scorer(course()), random.Random(3)
    for exercise in course():
        for _ in range(5):
            value = store(answer(exercise, chance))
            kind, fresh = find_kind(exercise), Scorer([exercise])
            scorer.find((exercise.id, kind)).judge(value)
            again = scorer.find((exercise.id, kind)).judge(value)
            assert again == fresh.find((exercise.id, kind)).judge(value)


def test_every_verdict_is_that_of_the_notebook() -> None:
    """Of each question twenty answers, right, wrong, twice the same, too few: as ``mark`` says."""
    chance, scorer = random.Random(5), Scorer(course())
    for exercise in course():
        shown = replace(exercise, show_answers="always")
        for _ in range(20):
            value = store(answer(exercise, chance))
            if isinstance(value, list) and chance.random() < 0.4:
                value = chance.choice([value[:-1], [*value, value[0]], value[::-1], []])
            verdict = mark(shown, find_response(exercise, value)).verdict
            told = {"no answer": CHANGED}.get(verdict, verdict)
            if find_kind(exercise) != "prediction":
                found = scorer.find((exercise.id, find_kind(exercise))).judge(value)
                assert found.verdict == told, (exercise.id, value)


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "?", [None], {"a": [1]}, [[["x"]]]])
def test_words_that_no_longer_fit_are_not_marked_wrong(value: Any) -> None:
    """Where the question has changed since, or the journal was written by hand, it says so."""
    scorer = Scorer(course())
    for exercise in course():
        verdict = scorer.find((exercise.id, find_kind(exercise))).judge(value).verdict
        numbers = exercise.type in ("numeric", "prediction") or isinstance(exercise, Reflection)
        assert verdict == CHANGED or numbers, (exercise.id, verdict)
        assert verdict != "right" or exercise.type == "numeric"


def test_what_is_no_question_of_the_course_has_no_verdict() -> None:
    """A tool's entry, or a question's under another kind, is told and not judged."""
    scorer = Scorer(course())
    assert scorer.find(("barometer-n1", "barometer")).judge({"inspection": 2}) == (
        "",
        "inspection: 2",
        0,
    )
    assert scorer.find(("n3-mcq-1", "confidence")).judge(4) == ("", "4", 0)
