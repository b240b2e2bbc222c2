"""The right answer to a question, for whoever may see it."""

from __future__ import annotations

import re
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

LEAD = "The answer:"
# What agrees with an answer that was given: "Yes.", "Right: ...", "Yes, and it ...".
_ASSENT = re.compile(r"(?:Yes|Right|Correct|Exactly|Well done)(?:[.!:]|, (?:and )?|$)\s*")
_FEW = 4  # words of a first sentence that only agrees: "Yes, for this question."


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
        where only the tutor shows answers, or nothing is right or wrong. The details are
        ``lines``, the parts of an answer that has several, and ``why``, what is read after them;
        both are lists.
    """
    if exercise.show_answers == "never":
        return Reply(NOTED, NOTED_WORDS)
    if find_right_response(exercise) is None:
        return Reply(NOTED, "Nothing is right or wrong here.")
    if exercise.show_answers == "after_attempt" and not attempted:
        return ask_again("Try first. After that you can see the answer.")
    details = {"lines": _lines(exercise), "why": _say_why(exercise)}
    return Reply(SHOWN, _say_answer(exercise), details)


def drop_assent(text: str) -> str:
    """
    Return what is said to a right answer without the words that only agree with it.

    Examples
    --------
    >>> drop_assent("Yes. It was 47.4 in 2010-11.")
    'It was 47.4 in 2010-11.'
    >>> drop_assent("Yes, and it agrees with the briefing.")
    'It agrees with the briefing.'
    >>> drop_assent("Yes, for this question. Ask what leaving felt like.")
    'Ask what leaving felt like.'
    """
    agreed = _ASSENT.match(text)
    if not agreed:
        return text
    first, _, others = text.partition(". ")
    is_short = len(first.split()) <= _FEW and "," in agreed[0]
    rest = others if is_short else text[agreed.end() :]
    return rest[:1].upper() + rest[1:]


def _say_answer(exercise: Exercise) -> str:
    if isinstance(exercise, Numeric):
        number = format_number(exercise.answer, exercise.places)
        said = drop_assent(exercise.feedback.correct)
        return add_caveats(f"{LEAD} {number} ({exercise.unit}). {said}".strip(), exercise.caveats)
    if isinstance(exercise, Choice | Verdict):
        right = next(option for option in exercise.options if option.correct)
        return f"{LEAD} {_end(right.text)} {drop_assent(right.feedback)}".strip()
    return LEAD


def _end(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _lines(exercise: Exercise) -> list[str]:
    """Return the answer line by line, where it has more than one."""
    if isinstance(exercise, Several):
        right = (option for option in exercise.shown if option.correct)
        return [_join(option.text, drop_assent(option.feedback)) for option in right]
    if isinstance(exercise, Order):
        return [_join(item.text, item.note) for item in exercise.items]
    if isinstance(exercise, Match):
        pairs = ((pair, drop_assent(pair.feedback)) for pair in exercise.pairs)
        return [f"{pair.left}: {_end(pair.right)} {said}".strip() for pair, said in pairs]
    return []


def _join(text: str, said: str) -> str:
    return f"{text}: {said}" if said else text


def _say_why(exercise: Exercise) -> list[str]:
    """Return what is said to an answer of several parts as a whole."""
    said = exercise.feedback.correct if isinstance(exercise, Several | Order | Match) else ""
    return [why] if (why := drop_assent(said)) else []
