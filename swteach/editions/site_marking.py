"""What a page of the site must know of a question to ask it, to mark it and to keep the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from swteach.editions.items import is_answered
from swteach.editions.site_traits import read_traits
from swteach.exercises import (
    Choice,
    Exercise,
    Match,
    Numeric,
    Order,
    Prediction,
    Reflection,
    Reply,
    Several,
    Verdict,
    find_right_response,
    show_answer,
)
from swteach.exercises.seal import TURNS, Seal, make_seal
from swteach.exercises.showing import make_widget
from swteach.widgets.question import Question
from swteach.widgets.verdict import lay_evidence

Told = dict[str, Any]
_UNANSWERED: Told = {"given": None, "reply": {}, "notices": []}


def write_question(exercise: Exercise) -> Told:
    """
    Return a question as the scripts of a page need it; JSON can hold all of it.

    Parameters
    ----------
    exercise
        Of any type. Where students may never see the answer, neither it nor what is said to any
        response is there: of a right answer only a seal, which says whether another is right.

    Returns
    -------
    dict
        ``traits``, as the widget's own script asks for them; ``exercise``, what
        ``page/marking.js`` marks by: ``type``, ``show_answers``, ``told`` (the answer, or that
        the tutor gives it), ``journal`` (kind and prompt of an entry), and by type what the
        model in :mod:`swteach.exercises.models` has.
    """
    widget = make_widget(exercise)
    traits = {**read_traits(widget), **_UNANSWERED}
    widget.close()
    return {"traits": traits, "exercise": {**_write_common(exercise, widget), **_write(exercise)}}


def _write_common(exercise: Exercise, widget: Question) -> Told:
    return {
        "type": exercise.type,
        "show_answers": exercise.show_answers,
        "told": _write_reply(show_answer(exercise, attempted=True)),
        "journal": {"kind": widget.journal_kind, "prompt": widget.say_prompt()},
    }


def _write(exercise: Exercise) -> Told:
    if is_answered(exercise) and not exercise.seal:
        return _OPEN[type(exercise)](exercise)
    seal = exercise.seal or _make_seal(exercise)
    told = _CLOSED[type(exercise)](exercise)
    return {**told, "seal": _write_seal(seal)} if seal else told


def _make_seal(exercise: Exercise) -> Seal | None:
    right = find_right_response(exercise)
    if right is None:
        return None
    # The same in each build, and another for each question: no help without the answer.
    salt = sha256(f"swteach site {exercise.id}".encode()).hexdigest()[:32]
    return make_seal(exercise, right, salt)


def _write_seal(seal: Seal) -> Told:
    return {"salt": seal.salt, "right": list(seal.right), "step": seal.step, "turns": TURNS}


def _write_reply(reply: Reply) -> Told:
    return {"verdict": reply.verdict, "text": reply.text, "details": reply.details}


def _list(parts: Iterable[Any]) -> list[Told]:
    return [asdict(part) for part in parts]


def _numeric(exercise: Numeric) -> Told:
    return {
        **{"unit": exercise.unit, "answer": exercise.answer, "tolerance": exercise.tolerance},
        **{"slips": _list(exercise.slips), "caveats": list(exercise.caveats)},
        "feedback": asdict(exercise.feedback),
    }


def _order(exercise: Order) -> Told:
    return {
        **{"shown": list(exercise.shown), "mixed": list(exercise.mixed)},
        **{"notes": [item.note for item in exercise.items], "feedback": asdict(exercise.feedback)},
    }


def _match(exercise: Match) -> Told:
    return {
        **{"pairs": _list(exercise.pairs), "shown": list(exercise.shown)},
        "feedback": asdict(exercise.feedback),
    }


def _verdict(exercise: Verdict) -> Told:
    rows = (asdict(row) for row in exercise.rows)
    evidence = [lay_evidence(row) for row in rows]
    return {"options": _list(exercise.options), "evidence": evidence}


def _ask(exercise: Prediction) -> Told:
    asked = {"unit": exercise.unit, "words": exercise.words}
    return {"options": list(exercise.options), **asked}


def _prediction(exercise: Prediction) -> Told:
    reveal = {"reveal": exercise.reveal, "caveats": list(exercise.caveats)}
    return {**_ask(exercise), **reveal, "answer": exercise.answer}


def _reflection(exercise: Reflection) -> Told:
    return {"words": exercise.words, "private": exercise.private}


def _name(parts: Iterable[Any]) -> list[Told]:
    return [{"text": part.text} for part in parts]


_OPEN: dict[type[Exercise], Callable[..., Told]] = {
    Choice: lambda one: {"options": _list(one.options)},
    Several: lambda one: {"shown": _list(one.shown), "feedback": asdict(one.feedback)},
    Numeric: _numeric,
    Order: _order,
    Match: _match,
    Verdict: _verdict,
    Reflection: _reflection,
    Prediction: _prediction,
}
# What is needed to see that something is an answer, and to spell it; nothing of the right one.
_CLOSED: dict[type[Exercise], Callable[..., Told]] = {
    Choice: lambda one: {"options": _name(one.options)},
    Several: lambda one: {"shown": _name(one.shown)},
    Numeric: lambda one: {"unit": one.unit},
    Order: lambda one: {"shown": list(one.shown)},
    Match: lambda one: {"pairs": [{"left": left} for left in one.lefts], "shown": list(one.shown)},
    Verdict: lambda one: {"options": _name(one.options)},
    Reflection: _reflection,
    Prediction: _ask,
}
