"""Which fields each part of an exercise file may have, and what is wrong with those it has."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from swteach.exercises.computed import NEEDS
from swteach.yamlfile import Mapping, Problem, quote

Kinds = dict[str, Any]

BLOOM = ("remember", "understand", "apply", "analyse", "evaluate", "create")
SHOW_ANSWERS = ("never", "after_attempt", "always")
NUMBER = (float, int)

COMMON: Kinds = {"id": str, "type": str, "stem": str}
EXTRAS: Kinds = {
    "outcome": (str, float),
    "bloom": str,
    "show_answers": str,
    "claims": list,
    "evidence": list,
    "hint": str,
    "working": str,
}
# By type: the fields it must have, and those it may have, besides the common ones.
TYPES: dict[str, tuple[Kinds, Kinds]] = {
    "choice": ({"options": list}, {"predict": bool}),
    "several": ({"options": list, "feedback": Mapping}, {}),
    "numeric": (
        {"answer": (*NUMBER, Mapping), "tolerance": NUMBER, "unit": str, "feedback": Mapping},
        {"slips": list},
    ),
    "order": ({"items": list, "feedback": Mapping}, {"notes": list}),
    "match": ({"pairs": list, "feedback": Mapping}, {"distractors": list}),
    "verdict": ({"claim": str, "answer": str, "feedback": Mapping}, {}),
    "reflection": ({"words": int, "marked": str}, {"private": bool, "model": str}),
    "prediction": (
        {"reveal": str},
        {"options": list, "unit": str, "words": int, "answer": Mapping},
    ),
}
FILE: Kinds = {"notebook": int, "exercises": list}
OPTION: Kinds = {"text": str, "feedback": str}
OPTION_EXTRAS: Kinds = {"correct": bool}
ITEM: Kinds = {"text": str, "event": str}
PAIR: Kinds = {"left": str, "right": str, "feedback": str}
SLIP: Kinds = {"answer": Mapping, "feedback": str}
FEEDBACK: Kinds = {"correct": str, "other": str}
COMPUTED: Kinds = {"calc": str, "series": str}
COMPUTED_EXTRAS: Kinds = {
    "geography": str,
    "breakdown": str,
    "at": str,
    "from": str,
    "to": str,
    "of": Mapping,
    "round": int,
}
WHOLE: Kinds = {"series": str}
WHOLE_EXTRAS: Kinds = {"geography": str, "breakdown": str, "at": str}

LISTS = {
    "type": tuple(TYPES),
    "bloom": BLOOM,
    "show_answers": SHOW_ANSWERS,
    "marked": ("complete_incomplete",),
    "calc": tuple(NEEDS),
}
KINDS = {
    str: "text",
    int: "a whole number",
    float: "a number",
    list: "a list",
    bool: "true or false",
    Mapping: "fields of its own, indented below it",
}
HOW = {
    list: 'Write each member on a line of its own, after "- ".',
    bool: "Write true or false, without quotation marks.",
    Mapping: "Write its fields below it, indented, each on a line of its own.",
}
REMEDIES = {
    "feedback": 'Add a line "feedback:" that says what to learn from choosing this option.',
    "text": 'Add a line "text:" with the words of the option.',
    "correct": 'Add a line "correct:" with what to say to a right answer.',
    "other": 'Add a line "other:" with what to say to any other answer.',
    "tolerance": 'Add a line "tolerance:" with how far off an answer may be, such as 0.5.',
    "unit": 'Add a line "unit:" with the unit to answer in, such as "percent".',
    "reveal": 'Add a line "reveal:" with what to say once a student has committed.',
}


def problem(line: int, item: str, message: str, remedy: str) -> Problem:
    """Return a problem whose file is filled in by the one who knows it."""
    return Problem("", line, item, message, remedy)


def check_fields(mapping: Mapping, item: str, needed: Kinds, extra: Kinds) -> Iterator[Problem]:
    """Yield the fields of a mapping that are missing, unknown or of the wrong kind."""
    for key in needed:
        if _is_empty(mapping.get(key)):
            remedy = REMEDIES.get(key, f'Add a line "{key}:".')
            yield problem(mapping.line_of(key), item, f'"{key}" is missing.', remedy)
    legal = {**needed, **extra}
    for key, value in mapping.items():
        if key not in legal:
            yield _unknown(mapping, item, key, list(legal))
        elif value is not None and not fits(value, legal[key]):
            yield _wrong_kind(mapping, item, key, legal[key])
        elif key in LISTS and value not in LISTS[key]:
            yield unknown_value(mapping, item, key, LISTS[key])


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def list_items(mapping: Mapping, key: str) -> list[Mapping]:
    """Return those members of a list that have fields of their own; none where it is no list."""
    values = mapping.get(key)
    return [one for one in (values if isinstance(values, list) else []) if isinstance(one, Mapping)]


def check_items(mapping: Mapping, item: str, key: str, start: str) -> Iterator[Problem]:
    """Yield the members of a list that have no fields; ``start`` is the first they should have."""
    values = mapping.get(key)
    for place, value in enumerate(values if isinstance(values, list) else [], 1):
        if not isinstance(value, Mapping):
            message = f'number {place} of "{key}" must have fields of its own, not {quote(value)}.'
            yield problem(mapping.line_of(key), item, message, f'Begin it with "- {start}:".')


def check_list(mapping: Mapping, item: str, key: str, distinct: bool = True) -> Iterator[Problem]:
    """Yield the members of a list that are not text, or that stand in it twice."""
    values = mapping.get(key)
    if not isinstance(values, list):
        return
    for number, value in enumerate(values, 1):
        if not isinstance(value, str):
            message = f'number {number} of "{key}" must be text, not {quote(value)}.'
            yield problem(mapping.line_of(key), item, message, "Put it in quotation marks.")
        elif distinct and value in values[: number - 1]:
            message = f'"{value}" stands twice in "{key}".'
            yield problem(mapping.line_of(key), item, message, "Delete or change one of the two.")


def unknown_value(mapping: Mapping, item: str, key: str, legal: tuple[str, ...]) -> Problem:
    """Return the problem of a value that is not one of a closed list."""
    near = difflib.get_close_matches(str(mapping[key]), legal, 1)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    message = f'{key} "{mapping[key]}" is not known.'
    return problem(mapping.line_of(key), item, message, f"{hint}Use one of: {', '.join(legal)}.")


def fits(value: Any, kind: Any) -> bool:
    """Return whether a value is of a kind, or of one of several."""
    # In Python True is an int as well, but "notebook: true" is a slip.
    return isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)


def _unknown(mapping: Mapping, item: str, key: str, legal: list[str]) -> Problem:
    near = difflib.get_close_matches(key, legal, 1)
    hint = f'Did you mean "{near[0]}"?' if near else f"Fields here: {', '.join(legal)}."
    return problem(mapping.line_of(key), item, f'unknown field "{key}".', hint)


def _wrong_kind(mapping: Mapping, item: str, key: str, kind: Any) -> Problem:
    kinds = kind if isinstance(kind, tuple) else (kind,)
    said = " or ".join(KINDS[one] for one in kinds if one is not int or len(kinds) == 1)
    value = "fields" if isinstance(mapping[key], Mapping) else quote(mapping[key])
    message = f'"{key}" must be {said}, not {value}.'
    return problem(mapping.line_of(key), item, message, _say_how(mapping[key], kinds))


def _say_how(value: Any, kinds: tuple) -> str:
    """Return how a value of the wrong kind is written rightly."""
    if str in kinds:
        return "Put it in quotation marks."
    if int not in kinds:
        return HOW[kinds[0]]
    number = re.search(r"-?\d+(\.\d+)?", value.replace(",", "")) if isinstance(value, str) else None
    if number and (float in kinds or not number[1]):
        return f"Write {number[0]} alone: no unit, no % and no quotation marks."
    return "Write a number such as 0.5." if float in kinds else "Write digits alone, such as 60."
