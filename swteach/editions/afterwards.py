"""What a student may read after an attempt, outside a notebook, and how parts are weighed."""

from __future__ import annotations

from dataclasses import replace

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS
from swteach.editions.items import is_answered, list_options
from swteach.exercises import Match, Numeric, Order, Prediction, Several, Verdict
from swteach.exercises.answers import show_answer
from swteach.exercises.models import Exercise, Feedback, Option, Slip
from swteach.exercises.record import Evidence
from swteach.exercises.replies import SHOWN, add_caveats


def list_afterwards(exercise: Exercise) -> list[str]:
    """Return what is read after any attempt: the answer with its reasons, or the reveal."""
    if not is_answered(exercise):
        return []
    if isinstance(exercise, Prediction):
        return [add_caveats(exercise.reveal, exercise.caveats)]
    reply = show_answer(exercise, attempted=True)
    told = reply.details
    lines = [reply.text, *told["lines"], *told["why"]] if reply.verdict == SHOWN else []
    rows = exercise.rows if isinstance(exercise, Verdict) else ()
    return [*lines, *(_say_evidence(row) for row in rows)]


def _say_evidence(row: Evidence) -> str:
    """Return both halves of what the record holds on a claim."""
    halves = f"{SUPPORTS}: {row.supports} {OPEN}: {row.does_not_settle}"
    return f"{HEADINGS[row.verdict]}. {halves}"


def list_told(exercise: Exercise) -> tuple[Option, ...]:
    """Return the options of a question, with no feedback where answers are never shown."""
    options = list_options(exercise)
    if is_answered(exercise):
        return options
    return tuple(replace(option, feedback="") for option in options)


def find_feedback(exercise: Exercise) -> Feedback:
    """Return what is said to a right answer and to any other; empty where nothing is."""
    if not is_answered(exercise) or not isinstance(exercise, Numeric | Several | Order | Match):
        return Feedback("", "")
    caveats = exercise.caveats if isinstance(exercise, Numeric) else ()
    said = exercise.feedback
    return Feedback(add_caveats(said.correct, caveats), add_caveats(said.other, caveats))


def list_slips(exercise: Numeric) -> list[Slip]:
    """Return the wrong numbers with a reason; the first that fits is the nearest."""
    if not is_answered(exercise):
        return []
    told = (
        replace(slip, feedback=add_caveats(slip.feedback, exercise.caveats))
        for slip in exercise.slips
    )
    return sorted(told, key=lambda slip: slip.margin)


def weigh(exercise: Several) -> list[float]:
    """
    Return what each option, as shown, is worth in percent.

    Right ones share 100. Wrong ones take away as much between them, so that ticking everything
    does not earn full marks: no more than 50 each, and no less than 10, the shares Moodle knows.
    """
    right = sum(option.correct for option in exercise.options)
    wrong = min(max(len(exercise.options) - right, 2), 10)
    return [100 / right if option.correct else -100 / wrong for option in exercise.shown]


def format_plain(value: float, places: int = 6) -> str:
    """Return a number for a machine to read: no exponent, no commas, no more than needed."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
