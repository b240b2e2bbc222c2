"""A question without its answer, as a student copy of the course holds it in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from swteach.exercises import models as m
from swteach.exercises.fields import Kinds, check_fields, check_list, problem
from swteach.exercises.record import Record
from swteach.exercises.seal import Seal
from swteach.yamlfile import Mapping, Problem

KEY = "sealed"
# By type: what it must have besides the common fields and the seal, and what it may have.
TYPES: dict[str, tuple[Kinds, Kinds]] = {
    "choice": ({"options": list}, {"predict": bool}),
    "several": ({"options": list}, {}),
    "numeric": ({"unit": str}, {}),
    "order": ({"items": list}, {}),
    "match": ({"lefts": list, "rights": list}, {}),
    "verdict": ({"claim": str}, {}),
}
SEAL: Kinds = {"salt": str, "right": list}
SEAL_EXTRAS: Kinds = {"step": str}
TEXTS = ("options", "items", "lefts", "rights")
REMEDY = "Take the question from the copy anew: a seal is not written by hand."
_HEX = re.compile(r"(?:[0-9a-f]{2}){4,64}")
_STEP = re.compile(r"\d*\.?\d+")


def check_sealed(exercise: Mapping, item: str) -> Iterator[Problem]:
    """Yield what is wrong with a sealed question, apart from its common fields."""
    for key in TEXTS:
        yield from check_list(exercise, item, key)
    if exercise.get("show_answers") != "never":
        line = exercise.line_of("show_answers")
        yield problem(line, item, "its answer is not here.", 'Write "show_answers: never".')
    seal = exercise[KEY]
    if not isinstance(seal, Mapping):
        return  # said of its kind
    yield from check_fields(seal, item, SEAL, SEAL_EXTRAS)
    hashes = seal.get("right") if isinstance(seal.get("right"), list) else []
    if not all(_HEX.fullmatch(str(one)) for one in [seal.get("salt"), *hashes]):
        yield problem(exercise.line_of(KEY), item, "the seal is damaged.", REMEDY)
    if seal.get("step") and not (_STEP.fullmatch(seal["step"]) and float(seal["step"])):
        yield problem(seal.line_of("step"), item, "the step is no number above 0.", REMEDY)


def build_sealed(item: Mapping, record: Record) -> dict[str, Any]:
    """Return what a sealed question has besides the common fields: places for answers, empty."""
    seal = item[KEY]
    step = seal.get("step") or ""
    found = {"seal": Seal(seal["salt"], tuple(seal["right"]), step)}
    return found | _BUILDERS[item["type"]](item, record)


def _options(item: Mapping) -> tuple[m.Option, ...]:
    return tuple(m.Option(text.strip(), "") for text in item["options"])


def _match(item: Mapping) -> dict[str, Any]:
    pairs = tuple(m.Pair(left.strip(), "", "") for left in item["lefts"])
    rights = tuple(right.strip() for right in item["rights"])
    return {"pairs": pairs, "distractors": rights, "feedback": _NOTHING}


def _verdict(item: Mapping, record: Record) -> dict[str, Any]:
    options = tuple(m.Option(text, "") for text in m.VERDICTS)
    return {
        "claim": item["claim"],
        "statement": record.claims[item["claim"]],
        "options": options,
    }


_NOTHING = m.Feedback("", "")
_UNKNOWN = float("nan")
_BUILDERS = {
    "choice": lambda item, _: {"options": _options(item), "predict": bool(item.get("predict"))},
    "several": lambda item, _: {"options": _options(item), "feedback": _NOTHING},
    "numeric": lambda item, _: {
        "answer": _UNKNOWN,
        "tolerance": 0.0,
        "unit": item["unit"].strip(),
        "feedback": _NOTHING,
    },
    "order": lambda item, _: {
        "items": tuple(m.Item(text.strip()) for text in item["items"]),
        "feedback": _NOTHING,
    },
    "match": lambda item, _: _match(item),
    "verdict": _verdict,
}
