"""What a journal's answers are worth: a student's words turned back into a response, and marked."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from swteach.exercises import find_right_response, mark
from swteach.exercises.marking import ENOUGH
from swteach.exercises.models import (
    Choice,
    Exercise,
    Match,
    Numeric,
    Order,
    Prediction,
    Reflection,
    Several,
    Verdict,
)
from swteach.exercises.replies import COMPLETE, INCOMPLETE, NO_ANSWER, NOT_QUITE, NOTED, RIGHT
from swteach.journal.exports.outline import say_value
from swteach.widgets.confidence import split_confidence

SCORED = (Choice, Several, Numeric, Order, Match, Verdict)
# A question's id, and what the journal calls an answer to it.
Name = tuple[str, str]
# The notebook's number, the id, the kind and the prompt.
Place = tuple[int, str, str, str]
# The words of an answer do not fit the question as it stands now.
CHANGED = "question changed"


def find_kind(exercise: Exercise) -> str:
    """Return what a journal calls an answer to a question."""
    if isinstance(exercise, Reflection):
        return "reflection"
    is_prediction = isinstance(exercise, Prediction) or getattr(exercise, "predict", False)
    return "prediction" if is_prediction else "answer"


def is_scored(exercise: Exercise) -> bool:
    """Return whether answers are right or not quite; a prediction is neither."""
    return isinstance(exercise, SCORED) and not getattr(exercise, "predict", False)


def find_response(exercise: Exercise, value: Any) -> Any:
    """Return what a journal holds in the form that :func:`swteach.exercises.mark` reads."""
    if isinstance(exercise, Choice):
        return _place([option.text for option in exercise.options], value)
    if isinstance(exercise, Several):
        return _places([option.text for option in exercise.shown], value)
    if isinstance(exercise, Order):
        return _places(exercise.shown, value)
    if isinstance(exercise, Match):
        chosen = value if isinstance(value, dict) else {}
        return _places(exercise.shown, [chosen.get(left) for left in exercise.lefts])
    if isinstance(exercise, Verdict | Prediction):
        return _find_sure(exercise, value)
    return value


def _find_sure(exercise: Verdict | Prediction, value: Any) -> dict[str, Any] | None:
    found = split_confidence(value)
    if found and isinstance(exercise, Prediction) and exercise.options:
        found["answer"] = _place(exercise.options, found["answer"])
    return found


def _place(texts: Sequence[str], text: Any) -> int | None:
    return list(texts).index(text) if text in texts else None


def _places(texts: Sequence[str], chosen: Any) -> list[int | None] | None:
    return [_place(texts, one) for one in chosen] if isinstance(chosen, list) else None


class Judged(NamedTuple):
    """
    What became of an answer.

    Attributes
    ----------
    verdict
        "right", "not quite", "noted" (a prediction), "complete", "incomplete" (a reflection),
        "question changed", or "" (of no question of the course).
    text
        The answer as lines.
    words
        How many words a reflection has.
    """

    verdict: str
    text: str
    words: int = 0


class Marker:
    """
    Marks what journals hold under one id and kind; this one tells it and no more.

    Attributes
    ----------
    place
        The question's notebook, id, kind and prompt as a row has them; None where it is no
        question of the course.
    """

    def __init__(self, place: Place | None = None) -> None:
        self.place = place

    def judge(self, value: Any) -> Judged:
        """Mark one answer."""
        return Judged("", say(value))


class _TextMarker(Marker):
    """Counts the words of a reflection."""

    def __init__(self, place: Place, exercise: Reflection) -> None:
        super().__init__(place)
        self._enough = max(ENOUGH * exercise.words, 1)

    def judge(self, value: Any) -> Judged:
        if not isinstance(value, str):
            return Judged("", say(value))
        words = len(value.split())
        return Judged(COMPLETE if words >= self._enough else INCOMPLETE, value, words)


class _AnswerMarker(Marker):
    """Marks as the notebook does, what only the tutor sees too; and remembers what it said."""

    def __init__(self, place: Place, exercise: Exercise) -> None:
        super().__init__(place)
        self._exercise = replace(exercise, show_answers="always")
        self._known: dict[str | bytes, Judged] = {}

    def judge(self, value: Any) -> Judged:
        # Most students say what others said. (Version 2 gives the same bytes for the same value.)
        words = value if type(value) is str else marshal.dumps(value, 2)
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = Judged(_judge(self._exercise, value), say(value))
        return found


class Scorer:
    """
    Marks the answers to the questions of a course.

    Parameters
    ----------
    exercises
        All of them.
    """

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._exercises = {one.id: one for one in exercises}
        self._markers = {
            (name, find_kind(one)): _make_marker(one) for name, one in self._exercises.items()
        }

    def find(self, name: Name) -> Marker:
        """Return what marks an id and kind of the journal."""
        found = self._markers.get(name)
        if found is None:
            question = self._exercises.get(name[0])
            found = Marker((question.notebook, *name, "") if question else None)
        return found


def _make_marker(exercise: Exercise) -> Marker:
    # The course's own words for what all journals hold, so that they are in memory once.
    place = (exercise.notebook, exercise.id, find_kind(exercise), "")
    if isinstance(exercise, Reflection):
        return _TextMarker(place, exercise)
    return _AnswerMarker(place, exercise)


def _judge(exercise: Exercise, value: Any) -> str:
    if getattr(exercise, "predict", False):
        return NOTED if find_response(exercise, value) is not None else CHANGED
    if isinstance(exercise, Several | Order | Match):
        return _judge_places(exercise, value)
    try:
        verdict = mark(exercise, find_response(exercise, value)).verdict
    except (TypeError, ValueError, OverflowError):  # no answer that a page can send
        return CHANGED
    return CHANGED if verdict == NO_ANSWER else verdict


def _judge_places(exercise: Several | Order | Match, value: Any) -> str:
    """Return what ``mark`` would say of several texts, without the reply that it makes up."""
    response, right = find_response(exercise, value), find_right_response(exercise)
    is_whole = isinstance(exercise, Several) or len(response or ()) == len(right)
    if not response or None in response or not is_whole:
        return CHANGED
    if isinstance(exercise, Several | Order) and len(set(response)) != len(response):
        return CHANGED
    response = sorted(response) if isinstance(exercise, Several) else response
    return RIGHT if response == right else NOT_QUITE


def say(value: Any) -> str:
    """Return what a journal holds as lines of text, each part with its name or number."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and all(type(part) is str for part in value.values()):
        return "\n".join(map("{}: {}".format, value.keys(), value.values()))
    if isinstance(value, list) and all(type(part) is str for part in value):
        return "\n".join(map("{}: {}".format, count(1), value))
    try:
        return "\n".join(say_value(value))
    except (RecursionError, ValueError):
        return "cannot be shown"
