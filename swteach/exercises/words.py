"""The words of an exercise: plain text, with {value} where a figure is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from swteach.exercises.fields import problem
from swteach.yamlfile import Mapping, Problem

VALUE = "{value}"
FILLED = {"numeric": ("feedback", "slips"), "prediction": ("reveal",)}
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\*\*|`|\]\(")
BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")


def check_words(exercise: Mapping, item: str) -> Iterator[Problem]:
    """Yield texts with markup, and braces that nothing would fill."""
    for top in exercise:
        fillable = _may_fill(exercise, top)
        for line, text in _texts(exercise, top, exercise.line_of(top)):
            markup = MARKUP.search(text)
            if markup:
                message = f'the text holds "{markup[0]}", and a student would see just that.'
                yield problem(line, item, message, "Write plain text, without Markdown or HTML.")
            for braces in BRACES.findall(text):
                if braces != VALUE or not fillable:
                    yield _unfilled(line, item, braces)


def _may_fill(exercise: Mapping, top: str) -> bool:
    return top in FILLED.get(exercise["type"], ()) and exercise.get("answer") is not None


def _unfilled(line: int, item: str, braces: str) -> Problem:
    message = f'nothing fills "{braces}" here.'
    remedy = (
        "{value} is filled in the feedback of a numeric question, and in the reveal of a "
        'prediction that has a computed "answer:". Write the figure, or delete the braces.'
    )
    return problem(line, item, message, remedy)


def _texts(parent: Any, key: Any, line: int) -> Iterator[tuple[int, str]]:
    value = parent[key]
    if isinstance(value, str):
        yield line, value
    elif isinstance(value, Mapping):
        for name in value:
            yield from _texts(value, name, value.line_of(name))
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from _texts(value, place, line)
