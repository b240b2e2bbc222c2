"""
What is said to an answer to each type of question: plain functions, no page and no state.

What a page sends (``response``), and what it gets back beside the text (``details``):

==========  ====================================  ==============================================
type        response                              details
==========  ====================================  ==============================================
choice      place of the option                   option
several     places in ``exercise.shown``          options: place, state, feedback
numeric     what was typed                        value
order       places in ``exercise.shown``          in_place, first_wrong, notes
match       for each left: place in ``shown``     pairs: left, chosen, correct, feedback
verdict     {"answer": ..., "confidence": 1-5}    answer, confidence, evidence
reflection  text                                  words, asked, private
prediction  {"answer": ..., "confidence": 1-5}    answer, confidence, value
==========  ====================================  ==============================================

Places count from 0. The answer of a verdict is one of ``VERDICTS``; that of a prediction is the
place of an option, what was typed, or text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from swteach.exercises import replies as r
from swteach.exercises.models import (
    VERDICTS,
    Choice,
    Exercise,
    Feedback,
    Match,
    Numeric,
    Order,
    Prediction,
    Reflection,
    Several,
    Slip,
    Verdict,
)
from swteach.exercises.replies import Reply, add_caveats, ask_again, join, say_verdict
from swteach.exercises.responses import are_places, is_place, split_confidence
from swteach.exercises.seal import reply_sealed
from swteach.exercises.typed import Typed, read_number

# Half of the words asked for is a reflection; what it says is nobody's to mark.
ENOUGH = 0.5


def mark(exercise: Exercise, response: Any) -> Reply:
    """
    Return what to say to an answer.

    Parameters
    ----------
    exercise
        From :func:`swteach.exercises.load_exercises`.
    response
        As the table at the head of this module says. Anything else is "no answer", never an
        error: it may come from a page or a journal of another version of the course.

    Returns
    -------
    Reply
        With ``show_answers: never`` only that the answer is noted, or, where the question is
        sealed, whether it is right; how long a reflection is, is told all the same, since
        that is no answer.
    """
    reply = MARKERS[type(exercise)](exercise, response)
    if exercise.seal and reply.counts:
        return reply_sealed(exercise, exercise.seal, response)
    if exercise.show_answers != "never" or not reply.counts or isinstance(exercise, Reflection):
        return reply
    return Reply(r.NOTED, r.NOTED_WORDS)


def _mark_choice(exercise: Choice, place: Any) -> Reply:
    if not is_place(place, len(exercise.options)):
        return ask_again("Choose one of the answers first.")
    option = exercise.options[place]
    return Reply(say_verdict(option.correct), option.feedback, {"option": place})


def _mark_several(exercise: Several, places: Any) -> Reply:
    shown = exercise.shown
    if not are_places(places, len(shown)) or not places:
        return ask_again("Choose at least one of the answers first.")
    states = [_state(option.correct, place in places) for place, option in enumerate(shown)]
    options = [
        {"place": place, "state": states[place], "feedback": option.feedback}
        for place, option in enumerate(shown)
    ]
    right = states.count("right")
    count = f"{right} of the {right + states.count('missed')} right answers"
    wrong = states.count("wrong")
    also = f", and {wrong} that {'is' if wrong == 1 else 'are'} not" if wrong else ""
    verdict = say_verdict({"missed", "wrong"}.isdisjoint(states))
    text = f"You chose {count}{also}. {_choose(exercise.feedback, verdict)}"
    return Reply(verdict, text, {"options": options})


def _state(correct: bool, chosen: bool) -> str:
    if chosen:
        return "right" if correct else "wrong"
    return "missed" if correct else "rightly left"


def _mark_numeric(exercise: Numeric, response: Any) -> Reply:
    typed = read_number(response, exercise.unit)
    if typed.value is None:
        return ask_again(typed.said)
    value, said = _settle(typed, exercise)
    right = _is_near(value, exercise.answer, exercise.tolerance)
    slip = None if right else _find_slip(value, exercise.slips)
    text = slip.feedback if slip else _choose(exercise.feedback, say_verdict(right))
    text = add_caveats(join(said, text), exercise.caveats)
    return Reply(say_verdict(right), text, {"value": value})


def _settle(typed: Typed, exercise: Numeric) -> tuple[float, str]:
    """Return the number meant: the other reading of its marks, where only that is right."""
    value = typed.value or 0.0
    near = [_is_near(one, exercise.answer, exercise.tolerance) for one in (value, typed.other)]
    if near == [False, True] and typed.other is not None:
        return typed.other, f"We read this as {typed.other:,.10g}."
    return value, typed.said


def _is_near(value: float | None, target: float, margin: float) -> bool:
    # 2.3 + 0.05 is a hair above 2.35 in a computer, and not to a student.
    return value is not None and abs(value - target) <= margin + 1e-9 * max(1, abs(target))


def _find_slip(value: float, slips: tuple[Slip, ...]) -> Slip | None:
    near = [slip for slip in slips if _is_near(value, slip.answer, slip.margin)]
    return min(near, key=lambda slip: abs(value - slip.answer), default=None)


def _mark_order(exercise: Order, places: Any) -> Reply:
    count = len(exercise.items)
    if not are_places(places, count) or len(places) != count:
        return ask_again("Put all of them in order first.")
    order = [exercise.mixed[place] for place in places]
    wrong = [place for place, found in enumerate(order) if place != found]
    first = wrong[0] if wrong else None
    # Notes hold dates, so only those of the items before the first wrong one are told.
    notes = [item.note for item in exercise.items[:first]]
    details = {"in_place": count - len(wrong), "first_wrong": first, "notes": notes}
    if first is None:
        return Reply(r.RIGHT, exercise.feedback.correct, details)
    text = exercise.shown[places[first]]
    said = f"{count - len(wrong)} of {count} are in place. The first that is not: {text}."
    return Reply(r.NOT_QUITE, join(said.replace("..", "."), exercise.feedback.other), details)


def _mark_match(exercise: Match, places: Any) -> Reply:
    shown, lefts = exercise.shown, exercise.lefts
    if not isinstance(places, list | tuple) or len(places) != len(lefts):
        return ask_again("Choose a partner for each one first.")
    open_still = [
        left for left, at in zip(lefts, places, strict=True) if not is_place(at, len(shown))
    ]
    if open_still:
        return ask_again(f"Choose a partner for each one first. Still open: {open_still[0]}")
    pairs = [
        {
            "left": pair.left,
            "chosen": shown[place],
            "correct": shown[place] == pair.right,
            "feedback": pair.feedback,
        }
        for pair, place in zip(exercise.pairs, places, strict=True)
    ]
    right = sum(pair["correct"] for pair in pairs)
    verdict = say_verdict(right == len(pairs))
    said = f"{right} of {len(pairs)} fit."
    return Reply(verdict, join(said, _choose(exercise.feedback, verdict)), {"pairs": pairs})


def _mark_verdict(exercise: Verdict, response: Any) -> Reply:
    answer, confidence = split_confidence(response)
    if answer not in VERDICTS:
        return ask_again("Choose one of the four verdicts first.")
    if confidence is None:
        return ask_again(SURE)
    option = exercise.options[VERDICTS.index(answer)]
    evidence = [
        {
            "id": row.id,
            "verdict": row.verdict,
            "supports": row.supports,
            "does_not_settle": row.does_not_settle,
        }
        for row in exercise.rows
    ]
    details = {"answer": answer, "confidence": confidence, "evidence": evidence}
    return Reply(say_verdict(option.correct), option.feedback, details)


def _mark_reflection(exercise: Reflection, text: Any) -> Reply:
    words = len(text.split()) if isinstance(text, str) else 0
    if not words:
        return ask_again("There are no words yet.")
    details = {"words": words, "asked": exercise.words, "private": exercise.private}
    said = f"{words} {'word' if words == 1 else 'words'}; about {exercise.words} are asked for."
    if words >= ENOUGH * exercise.words:
        return Reply(r.COMPLETE, f"Complete: {said} What you think is not marked.", details)
    return Reply(r.INCOMPLETE, f"Not complete yet: {said}", details)


def _mark_prediction(exercise: Prediction, response: Any) -> Reply:
    answer, confidence = split_confidence(response)
    given, missing = _read_prediction(exercise, answer)
    if missing:
        return ask_again(missing)
    if confidence is None:
        return ask_again(SURE)
    details = {"answer": given, "confidence": confidence, "value": exercise.answer}
    return Reply(r.NOTED, add_caveats(exercise.reveal, exercise.caveats), details)


def _read_prediction(exercise: Prediction, answer: Any) -> tuple[Any, str]:
    """Return the answer as it is kept, or what to say where there is none yet."""
    if exercise.options:
        there = is_place(answer, len(exercise.options))
        return answer, "" if there else "Choose one of the answers first."
    if exercise.unit:
        typed = read_number(answer, exercise.unit)
        return typed.value, "" if typed.value is not None else typed.said
    there = isinstance(answer, str) and answer.strip()
    return answer, "" if there else "There are no words yet."


def _choose(feedback: Feedback, verdict: str) -> str:
    return feedback.correct if verdict == r.RIGHT else feedback.other


SURE = "Say how sure you are, from 1 to 5."
MARKERS: dict[type[Exercise], Callable[[Any, Any], Reply]] = {
    Choice: _mark_choice,
    Several: _mark_several,
    Numeric: _mark_numeric,
    Order: _mark_order,
    Match: _mark_match,
    Verdict: _mark_verdict,
    Reflection: _mark_reflection,
    Prediction: _mark_prediction,
}
