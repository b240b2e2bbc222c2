"""Questions of the course and what may be answered to them, for the tests of the pages."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from swteach.editions.items import read_sheets
from swteach.editions.sealing import seal_file
from swteach.exercises import (
    VERDICTS,
    Exercise,
    Numeric,
    exercise_files,
    find_right_response,
    mark,
)
from swteach.exercises.building import build_exercise
from swteach.exercises.record import read_record
from swteach.yamlfile import read_yaml

ROOT = Path(__file__).parents[2]
CLOSED = ("choice", "several", "numeric", "order", "match", "verdict")
ODD = [
    *(None, True, False, 0, 1, -1, 1.5, 99, "", " ", "0", "supports", "\u2003\x1c\ufeff"),
    *([], [None], [0], [True], ["0"], [0, 0], [-1], [1.5], [[0]], {}, {"answer": 0}),
    *({"answer": "", "confidence": 3}, {"answer": None, "confidence": 3}, {"confidence": 3}),
    *({"answer": [], "confidence": 1}, {"text": "x"}, {"answer": "constructor", "confidence": 2}),
]
SURE = [None, True, "3", 0, 1, 3, 5, 6, -1, 2.5, [3]]
FORMS = (
    *("{}", " {} ", "+{}", "-{}", "−{}", "–{}", "- {}", "+-{}", "£{}", "£ {}", "£-{}", "-£{}"),
    *("{}%", "{} %", "{} per cent", "{} percent", "{}pp", "{} points", "{} percentage points"),
    *("about {}", "About{}", "≈{}", "~ {}", "approx. {}", "circa {}", "roughly {} or so", "= {}"),
    *("{} million", "£{} million", "{}m", "{}m.", "{} bn", "{}k", "{} thousand", "{} of thousand"),
    *("{}.", "{},", "{}..", ".{}", ",{}", "'{}", "{} a week", "{} a year", "{}x", "{} times"),
    *("{} homes", "{} pounds", "{} apples", "{}\u00a0%", "({})", "{}!", "1e{}", "{}/2", "{} {}"),
    *("{}²", "½{}", "{}\ufeff", "{} of of", "{} CONSTRUCTOR", "{} ß", "{} per 100 enquiries"),
)
NUMBERS = (
    *("12", "12.5", "0.5", "1,5", "152,4", "1,524", "1.524", "1,524.75", "1.524,75", "225 400"),
    *("225\u202f400", "225'400", "225’400", "1.234.567", "1,23,4567", "12 34", "0,152", "007"),
    *("１２．５", "٣٤", "१२", "𝟏𝟐", "᪐᪁", "0", "00", "1234567890.5", "0.00001234", "99999999999"),
    *("1.234.567.890.123.456.789.012", "123456789012345678901234567890", "1.2.3", "-0"),
)


@cache
def every() -> tuple[Exercise, ...]:
    """Return every question of the course."""
    return tuple(one for sheet in read_sheets(ROOT) for one in sheet.exercises)


def list_responses(one: Exercise) -> list[Any]:
    """Return what a page or an old journal may send as an answer to a question."""
    draw = random.Random(one.id)
    return [*ODD, *FITTING[one.type](one, draw)]


def _choices(one: Exercise, _: random.Random) -> list[Any]:
    return list(range(len(one.options) + 1))


def _subsets(one: Exercise, draw: random.Random) -> list[Any]:
    places = range(len(one.shown))
    sets = (list(some) for size in places for some in itertools.combinations(places, size + 1))
    mixed = draw.sample(places, len(places))
    return [mixed, *sets, [*mixed, len(places)]]


def _typed(one: Exercise, draw: random.Random) -> list[Any]:
    spread = one.tolerance or 1
    near = [one.answer + part * spread / 4 for part in range(-9, 10)]
    near += [slip.answer + part * slip.margin / 2 for slip in one.slips for part in range(-3, 4)]
    near += [-one.answer, one.answer * 10, one.answer / 1e6, one.answer * 1e6, 1e39, -1e41]
    texts = [f"{value:.{places}f}" for value in near for places in (0, 1, 2, 4)]
    swapped = [text.translate(str.maketrans(",.", ".,")) for text in texts]
    marked = [f"{value:,.2f}" for value in near]
    forms = [form.format(text, text) for form in FORMS for text in draw.sample(texts, 2)]
    unit = [f"{text} {one.unit}" for text in draw.sample(texts, 9)]
    return [*near, *texts, *swapped, *marked, *forms, *unit]


def _orders(one: Exercise, draw: random.Random) -> list[Any]:
    count = len(one.items)
    right = find_right_response(one)
    mixed = [draw.sample(range(count), count) for _ in range(40)]
    near = [[*right[:at], right[at + 1], right[at], *right[at + 2 :]] for at in range(count - 1)]
    return [right, *mixed, *near, right[:-1], [*right, count]]


def _partners(one: Exercise, draw: random.Random) -> list[Any]:
    right, count = find_right_response(one), len(one.shown)
    mixed = [[draw.randrange(count) for _ in right] for _ in range(40)]
    broken = [
        [*right[:at], bad, *right[at + 1 :]] for at in range(len(right)) for bad in (None, 99)
    ]
    return [right, *mixed, *broken, right[1:], [*right, 0]]


def _verdicts(*_: Any) -> list[Any]:
    return [
        {"answer": answer, "confidence": sure}
        for answer in (*VERDICTS, "no", None)
        for sure in SURE
    ]


def _reflections(one: Exercise, _: random.Random) -> list[Any]:
    counts = {1, 2, one.words // 2 - 1, one.words // 2, one.words // 2 + 1, one.words, 999}
    texts = ["\u2003".join(["word"] * count) for count in counts]
    return [*texts, "a\x1cb\x85c\ufeffd", " one\n\ntwo ", "\ufeff"]


def _predictions(one: Exercise, draw: random.Random) -> list[Any]:
    texts = [form.format(text, text) for form in FORMS for text in draw.sample(NUMBERS, 1)]
    answers = [*range(len(one.options) + 1), *texts, " \x1c", "\ufeff", "I think so.", 12.5]
    return [{"answer": answer, "confidence": sure} for answer in answers for sure in (3, 0)]


FITTING = {
    "choice": _choices,
    "several": _subsets,
    "numeric": _typed,
    "order": _orders,
    "match": _partners,
    "verdict": _verdicts,
    "reflection": _reflections,
    "prediction": _predictions,
}


def pick(kind: str, count: int = 3) -> list[Exercise]:
    """Return a few questions of a type, from all over the course."""
    found = [one for one in every() if one.type == kind]
    return found[:: max(len(found) // count, 1)][:count]


def list_attempts(one: Exercise) -> list[Any]:
    """Return the right response and others, all of which are answers."""
    counting = [response for response in list_responses(one) if mark(one, response).counts]
    right = find_right_response(one)
    if isinstance(one, Numeric):
        edges = [one.answer - one.tolerance, one.answer + one.tolerance]
        right, counting = f"{one.answer:.2f}", [f"{edge:.9g}" for edge in edges] + counting[::12]
    return [*([right] if right is not None else ()), *counting[:9]]


def seal_copy(one: Exercise) -> Exercise:
    """Return a question as a student copy of the course has it."""
    items = read_yaml(exercise_files()[one.notebook])["exercises"]
    item = next(item for item in items if item["id"] == one.id)
    text = seal_file(
        {"exercises": [{**item, "show_answers": "never"}]}, [replace(one, show_answers="never")]
    )
    [sealed] = yaml.safe_load(text)["exercises"]
    return build_exercise(sealed, one.notebook, read_record())


def plain(value: Any) -> Any:
    """Return a value as a page's JSON has it: 3 is 3.0, and no nought has a sign; true is not 1."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return json.dumps(float(value) + 0.0 if is_number else value)
