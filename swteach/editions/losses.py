"""What a form of export cannot carry of a question, or does not carry on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from swteach.editions.items import Sheet, is_answered
from swteach.exercises import models as m

MOODLE, GIFT, QTI, CSV = "Moodle", "GIFT", "QTI", "CSV"
VLE = (MOODLE, GIFT, QTI)


@dataclass(frozen=True)
class Rule:
    """One thing that some forms lack, and which questions have it."""

    forms: tuple[str, ...]
    what: str
    concerns: Callable[[m.Exercise], bool]


@dataclass(frozen=True)
class Loss:
    """One thing that some forms lack, and the ids of the questions that lose it."""

    forms: tuple[str, ...]
    what: str
    ids: tuple[str, ...]


def is_private(exercise: m.Exercise) -> bool:
    """Return whether what a student answers stays with the student unless they say otherwise."""
    return isinstance(exercise, m.Reflection) and exercise.private


def _is(*kinds: type[m.Exercise]) -> Callable[[m.Exercise], bool]:
    return lambda exercise: isinstance(exercise, kinds)


def _has_whole(exercise: m.Exercise) -> bool:
    return is_answered(exercise) and isinstance(exercise, m.Several | m.Order | m.Match)


def _has_model(exercise: m.Exercise) -> bool:
    return isinstance(exercise, m.Reflection) and bool(exercise.model)


def _is_closed_prediction(exercise: m.Exercise) -> bool:
    return isinstance(exercise, m.Prediction) and bool(exercise.options or exercise.unit)


def _is_kept_back(exercise: m.Exercise) -> bool:
    return not is_answered(exercise) and not isinstance(exercise, m.Reflection)


RULES = (
    Rule(
        (*VLE, CSV),
        "left out whole: private reflections, since staff can read what is typed in a VLE",
        is_private,
    ),
    Rule(
        (*VLE, CSV),
        "all feedback, since show_answers is never; the right answer is there, for marking",
        _is_kept_back,
    ),
    Rule(VLE, "how sure the student is, from 1 to 5", _is(m.Verdict, m.Prediction)),
    Rule(
        VLE,
        "how many are in place and which is the first that is not; the order is told afterwards",
        _is(m.Order),
    ),
    Rule(VLE, "which pairs fit, told pair by pair; all pairs are told afterwards", _is(m.Match)),
    Rule((MOODLE, GIFT), "dragging into order: each item is given its number", _is(m.Order)),
    Rule((GIFT,), "what is said to an answer that is not all right", _has_whole),
    Rule((GIFT,), "what is said once a prediction is made", _is(m.Prediction)),
    Rule((GIFT,), "the form of a prediction: it is typed as words", _is_closed_prediction),
    Rule((GIFT, QTI), "the model answer, which only tutors may see", _has_model),
    Rule((GIFT, QTI), "learning outcome and level", lambda one: bool(one.outcome or one.bloom)),
    Rule(
        (*VLE, CSV),
        "the ids of claims and evidence; their words are there",
        lambda one: bool(one.claims or one.evidence),
    ),
)


def find_losses(sheets: Iterable[Sheet]) -> list[Loss]:
    """Return what is lost, with the ids of the questions that lose it; nothing that none does."""
    exercises = [one for sheet in sheets for one in sheet.exercises]
    found = []
    for rule in RULES:
        # A question that is left out whole loses nothing else.
        concerned = (one for one in exercises if rule.concerns(one))
        ids = tuple(
            one.id for one in concerned if rule.concerns is is_private or not is_private(one)
        )
        if ids:
            found.append(Loss(rule.forms, rule.what, ids))
    return found


def leave_out_private(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets without private reflections; a sheet with no question left is dropped."""
    kept = (
        replace(sheet, exercises=tuple(one for one in sheet.exercises if not is_private(one)))
        for sheet in sheets
    )
    return [sheet for sheet in kept if sheet.exercises]
