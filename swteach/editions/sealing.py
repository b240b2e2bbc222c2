"""Exercise files without the answers that students are not to have."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from swteach.exercises import Exercise, Match, Order, Prediction, Reflection, find_right_response
from swteach.exercises.models import Numeric, Several
from swteach.exercises.replies import TUTOR_WORDS
from swteach.exercises.seal import Seal, make_seal
from swteach.exercises.sealed_form import KEY

COMMON = ("id", "type", "stem", "outcome", "bloom", "show_answers", "claims", "hint", "working")
# By type, what goes over as it is; the rest is given another form, or holds answers.
KEPT = {
    "choice": ("predict",),
    "numeric": ("unit",),
    "verdict": ("claim",),
    "reflection": ("words", "marked", "private"),
    "prediction": ("options", "unit", "words"),
}
HEAD = "# A student copy: the answers to some questions are not in this file.\n"


def seal_file(document: dict[str, Any], exercises: Iterable[Exercise]) -> str:
    """
    Return an exercise file for students.

    Parameters
    ----------
    document
        The file as read, with every answer.
    exercises
        The questions made from it.

    Returns
    -------
    str
        YAML in which no question with ``show_answers: never`` has its answer, and no reflection
        its model. Comments are gone, since they may hold answers too.
    """
    import yaml

    known = {one.id: one for one in exercises}
    items = [_seal_item(item, known[item["id"]]) for item in document["exercises"]]
    plain = _plain({**document, "exercises": items})
    return HEAD + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=96)


def _seal_item(item: dict[str, Any], exercise: Exercise) -> dict[str, Any]:
    """Return one question as a student copy has it; as it is, where its answer may be seen."""
    if not must_seal(exercise) or KEY in item:
        return item
    kept = [key for key in (*COMMON, *KEPT.get(exercise.type, ())) if key in item]
    if isinstance(exercise, Reflection):
        return {key: value for key, value in item.items() if key != "model"}
    told = {key: item[key] for key in kept} | _list_texts(exercise)
    if isinstance(exercise, Prediction):
        return {**told, "reveal": TUTOR_WORDS}
    seal = make_seal(exercise, find_right_response(exercise), _salt(item))
    return {**told, KEY: _write_seal(seal)}


def must_seal(exercise: Exercise) -> bool:
    """Return whether a question holds something that a student is never shown."""
    # Of a reflection, only the model says anything.
    is_kept_back = exercise.show_answers == "never" and not isinstance(exercise, Reflection)
    return is_kept_back or bool(getattr(exercise, "model", ""))


def is_hashed(exercise: Exercise) -> bool:
    """Return whether a student copy keeps a hash of the answer to a question."""
    return must_seal(exercise) and find_right_response(exercise) is not None


def list_secrets(exercise: Exercise) -> list[str]:
    """Return the texts of a question that must stand nowhere in a student copy."""
    model = [getattr(exercise, "model", "")]
    if exercise.show_answers != "never":
        return [text for text in model if text]
    return [text for text in (*model, *list_replies(exercise)) if text]


def list_replies(exercise: Exercise) -> list[str]:
    """Return everything that can be said to an answer, each text once."""
    found = [getattr(exercise, "reveal", "")]
    for name in ("options", "pairs", "slips"):
        found += [getattr(part, "feedback", "") for part in getattr(exercise, name, ())]
    found += [item.note for item in getattr(exercise, "items", ())]
    feedback = getattr(exercise, "feedback", None)
    found += [feedback.correct, feedback.other] if feedback else []
    return list(dict.fromkeys(text for text in found if text))


def say_number(exercise: Exercise) -> str:
    """Return the answer to a question that asks for a number, as its reply writes it."""
    from swteach.exercises.computed import format_number

    return format_number(exercise.answer, exercise.places) if isinstance(exercise, Numeric) else ""


def _list_texts(exercise: Exercise) -> dict[str, list[str]]:
    """Return what a page shows of a question, in the order in which it shows it."""
    if isinstance(exercise, Match):
        return {"lefts": list(exercise.lefts), "rights": list(exercise.shown)}
    if isinstance(exercise, Order):
        return {"items": list(exercise.shown)}
    if isinstance(exercise, Several):
        return {"options": [option.text for option in exercise.shown]}
    if exercise.type == "choice":
        return {"options": [option.text for option in exercise.options]}
    return {}


def _salt(item: dict[str, Any]) -> str:
    # The same on any day, so that two builds are the same, and no help without the answer.
    return sha256(json.dumps(_plain(item), sort_keys=True).encode()).hexdigest()[:32]


def _write_seal(seal: Seal) -> dict[str, Any]:
    step = {"step": seal.step} if seal.step else {}
    return {"salt": seal.salt, **step, "right": list(seal.right)}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
