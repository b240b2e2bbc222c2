"""What is said to each answer of a question, and the right one, each folded away."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from string import ascii_uppercase as LETTERS

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS
from swteach.editions.items import is_answered, list_options
from swteach.editions.site_html import bullets, fold, say
from swteach.exercises import (
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
from swteach.exercises.computed import format_number

CLOSED = "The answer to this question is not on this page. Your lecturer goes through it with you."


def write_answer(exercise: Exercise) -> str:
    """
    Return what is said to each answer, as disclosures.

    Students who may never see the answer, or whose copy of the course lacks it, read only that
    it is not here.
    """
    if isinstance(exercise, Reflection):
        return ""
    if exercise.seal or not is_answered(exercise):
        return say(CLOSED, kind="note")
    said = _WRITERS[type(exercise)](exercise)
    cautions = (say(text, "A caution about the figures.") for text in _caveats(exercise))
    return "".join([*said, *(fold(text, f"Take care ({exercise.id})") for text in cautions)])


def _caveats(exercise: Exercise) -> tuple[str, ...]:
    return tuple(getattr(exercise, "caveats", ()))


def _fold(exercise: Exercise, summary: str, html: str) -> str:
    return fold(html, f"{summary} ({exercise.id})")


def _options(exercise: Choice | Several | Verdict) -> list[str]:
    options = list(zip(LETTERS, list_options(exercise), strict=False))
    each = [
        _fold(exercise, f"If you chose {mark}", say(one.feedback, f"{mark}. {one.text}"))
        for mark, one in options
    ]
    right = [f"{mark}. {one.text}" for mark, one in options if one.correct]
    return [
        *each,
        _fold(exercise, "The right answer", bullets(map(escape, right)) + _all(exercise)),
    ]


def _all(exercise: Exercise) -> str:
    """Return what is said to the answer as a whole, where something is."""
    said = getattr(exercise, "feedback", None)
    return say(said.correct, "If all is right.") + say(said.other, "If not.") if said else ""


def _verdict(exercise: Verdict) -> list[str]:
    rows = "".join(
        say(f"{HEADINGS.get(row.verdict, row.verdict)}.")
        + say(row.supports, f"{SUPPORTS}.")
        + say(row.does_not_settle, f"{OPEN}.")
        for row in exercise.rows
    )
    return [*_options(exercise), *([_fold(exercise, "The record", rows)] if rows else [])]


def _numeric(exercise: Numeric) -> list[str]:
    number = format_number(exercise.answer, exercise.places)
    near = f" Anything within {exercise.tolerance:g} of it counts." if exercise.tolerance else ""
    right = say(f"{number} ({exercise.unit}).{near}")
    right += say(exercise.feedback.correct, "If you got it.")
    slips = [
        _fold(exercise, f"If you got about {_show(slip.answer)}", say(slip.feedback))
        for slip in exercise.slips
    ]
    other = _fold(exercise, "If you got something else", say(exercise.feedback.other))
    return [*slips, other, _fold(exercise, "The right answer", right)]


def _order(exercise: Order) -> list[str]:
    items = (f"{escape(one.text)} <em>{escape(one.note)}</em>" for one in exercise.items)
    return [_fold(exercise, "The right order", bullets(items, "ol") + _all(exercise))]


def _match(exercise: Match) -> list[str]:
    marks = dict(zip(exercise.shown, LETTERS, strict=False))
    pairs = (
        f"<b>{escape(pair.left)}</b>: {marks[pair.right]}. {escape(pair.right)}. "
        f"{escape(pair.feedback)}"
        for pair in exercise.pairs
    )
    spare = ", ".join(exercise.distractors)
    html = bullets(pairs) + say(spare, "Fits nothing:") + _all(exercise)
    return [_fold(exercise, "The right partners", html)]


def _prediction(exercise: Prediction) -> list[str]:
    return [_fold(exercise, "After you have committed: the record", say(exercise.reveal))]


def _show(number: float) -> str:
    return f"{number:,.10g}" if number == round(number, 2) else f"{number:,.2f}"


_WRITERS: dict[type[Exercise], Callable[..., list[str]]] = {
    Choice: _options,
    Several: _options,
    Numeric: _numeric,
    Order: _order,
    Match: _match,
    Verdict: _verdict,
    Prediction: _prediction,
}
