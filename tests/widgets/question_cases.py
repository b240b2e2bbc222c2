"""One question of each type, with answers to it, for the tests of the questions."""

from __future__ import annotations

import json
from typing import Any

from swteach.exercises import Exercise, find_right_response, load_exercises
from swteach.exercises.showing import make_widget
from swteach.widgets.question import Question

IDS = {
    "choice": "n3-mcq-1",
    "several": "n7-several-1",
    "numeric": "n7-num-1",
    "order": "n7-order-1",
    "match": "n7-match-1",
    "verdict": "n7-verdict-1",
    "reflection": "n1-ref-1",
    "prediction": "n6-pred-2",
}
WROTE = "I trusted the text with figures first, because I could look them up myself. " * 4
WRONG = {
    "choice": 0,
    "several": [0],
    "numeric": "60.4%",
    "order": [0, 1, 2, 3, 4],
    "match": [1, 1, 1, 1],
    "verdict": {"answer": "cannot tell", "confidence": 2},
    "reflection": {"text": "Too few words.", "private": False},
    "prediction": {"answer": 0, "confidence": 4},
}


def find(one: str) -> Exercise:
    """Return a question of the course by its id."""
    return next(found for found in load_exercises(int(one[1])) if found.id == one)


EXERCISES = {kind: find(one) for kind, one in IDS.items()}


def right_response(kind: str) -> Any:
    """Return what the page sends for the best answer to the question of a type."""
    if kind == "reflection":
        return {"text": WROTE, "private": False}
    return find_right_response(EXERCISES[kind]) if kind != "prediction" else WRONG[kind]


def show(kind: str) -> Question:
    """Return a new widget for the question of a type, as a notebook's cell does."""
    return make_widget(EXERCISES[kind])


def secrets(exercise: Exercise) -> list[str]:
    """Return the texts of a question that nobody may see before an attempt."""
    parts = [exercise]
    for name in ("options", "items", "pairs", "slips", "rows"):
        parts += getattr(exercise, name, ())
    if hasattr(exercise, "feedback"):
        parts.append(exercise.feedback)
    names = ("feedback", "note", "correct", "other", "reveal", "model", "supports")
    found = (getattr(part, name, None) for part in parts for name in (*names, "does_not_settle"))
    return [text for text in found if isinstance(text, str) and text]


def state(question: Question) -> str:
    """Return all that the page is given, but for the scripts and styles."""
    kept = question.get_state()
    return json.dumps({name: kept[name] for name in kept if name not in ("_esm", "_css")})
