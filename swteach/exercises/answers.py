"""The right answer to a question, for whoever may see it."""

from __future__ import annotations

from typing import Any

from swteach.exercises.computed import format_number
from swteach.exercises.models import (
    Choice,
    Exercise,
    Match,
    Numeric,
    Order,
    Several,
    Verdict,
)
from swteach.exercises.replies import NOTED, NOTED_WORDS, SHOWN, Reply, add_caveats, ask_again


def find_right_response(exercise: Exercise) -> Any:
    """Return what to give :func:`swteach.exercises.mark` for "right"; None if nothing is known."""
    if exercise.seal:
        return None
    if isinstance(exercise, Choice):
        return next(at for at, option in enumerate(exercise.options) if option.correct)
    if isinstance(exercise, Several):
        return [at for at, option in enumerate(exercise.shown) if option.correct]
    if isinstance(exercise, Numeric):
        return exercise.answer
    if isinstance(exercise, Order):
        return [exercise.mixed.index(place) for place in range(len(exercise.items))]
    if isinstance(exercise, Match):
        return [exercise.shown.index(pair.right) for pair in exercise.pairs]
    if isinstance(exercise, Verdict):
        answer = next(option.text for option in exercise.options if option.correct)
        return {"answer": answer, "confidence": 5}
    return None


def show_answer(exercise: Exercise, attempted: bool) -> Reply:
    """
    Return the answer in words, where the question lets it be shown.

    Parameters
    ----------
    exercise
        The question.
    attempted
        Whether the student has made an attempt that counts.

    Returns
    -------
    Reply
        "shown" with the answer; "no answer" before an attempt that must come first; "noted"
        where only the tutor shows answers, or nothing is right or wrong.
    """
    if exercise.show_answers == "never":
        return Reply(NOTED, NOTED_WORDS)
    if find_right_response(exercise) is None:
        return Reply(NOTED, "Nothing is right or wrong here.")
    if exercise.show_answers == "after_attempt" and not attempted:
        return ask_again("Try first. After that you can see the answer.")
    return Reply(SHOWN, _say_answer(exercise), {"lines": _lines(exercise)})


def _say_answer(exercise: Exercise) -> str:
    if isinstance(exercise, Numeric):
        number = format_number(exercise.answer, exercise.places)
        text = f"The answer is {number} ({exercise.unit}). {exercise.feedback.correct}"
        return add_caveats(text, exercise.caveats)
    if isinstance(exercise, Choice | Verdict):
        right = next(option for option in exercise.options if option.correct)
        return f"The answer is: {right.text}. {right.feedback}".replace("..", ".")
    return exercise.feedback.correct if isinstance(exercise, Several | Order | Match) else ""


def _lines(exercise: Exercise) -> list[str]:
    """Return the answer line by line, where it has more than one."""
    if isinstance(exercise, Several):
        right = (option for option in exercise.shown if option.correct)
        return [f"{option.text}: {option.feedback}" for option in right]
    if isinstance(exercise, Order):
        return [f"{item.text}: {item.note}".removesuffix(": ") for item in exercise.items]
    if isinstance(exercise, Match):
        return [f"{pair.left}: {pair.right}. {pair.feedback}" for pair in exercise.pairs]
    return []
