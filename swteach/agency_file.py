"""The agency cost calculator as a lecturer writes it in data/agency_defaults.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from swteach.exercises.fields import NUMBER, Kinds, check_fields, check_list, problem
from swteach.formula import Formula, read_formula
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_sound

_ID = re.compile(r"[a-z][a-z0-9_]*")
NAME = "agency_defaults.yaml"
# What the account in words is made of: without these there is nothing to say.
NEEDED_INPUTS = ("months_of_stay",)
NEEDED_OUTPUTS = ("agency_year", "permanent_year", "difference_year", "break_even_months")

FILE: Kinds = {"note": str, "inputs": list, "outputs": list, "not_in_the_sum": list}
INPUT: Kinds = {"id": str, "label": str, "unit": str, "help": str, "illustrative": bool}
INPUT |= {"default": NUMBER, "min": NUMBER, "max": NUMBER}
INPUT_EXTRAS: Kinds = {"step": NUMBER, "source_id": str, "source_note": str}
OUTPUT: Kinds = {"id": str, "label": str, "unit": str, "formula": str}
OUTPUT_EXTRAS: Kinds = {"note": str, "none_when": str}
POINT: Kinds = {"series": str, "breakdown": str, "period": str, "caveat": str}


@dataclass(frozen=True)
class Input:
    """A number that a student may change; ``note`` says where its default comes from."""

    id: str
    label: str
    unit: str
    default: float
    minimum: float
    maximum: float
    help: str
    illustrative: bool
    note: str = ""


@dataclass(frozen=True)
class Output:
    """A result and how it is worked out; ``none_when`` is said where there is none."""

    id: str
    label: str
    unit: str
    formula: Formula
    note: str = ""
    none_when: str = ""


@dataclass(frozen=True)
class Calculator:
    """All of the calculator; ``point`` names one row of the observations, or is empty."""

    note: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    outside: tuple[str, ...]
    point: dict[str, str]


def load_calculator(folder: Path | None = None) -> Calculator:
    """
    Read the calculator's inputs, defaults, limits and sums.

    Parameters
    ----------
    folder
        A data folder; by default the course's own.

    Raises
    ------
    CourseFileError
        With every problem of agency_defaults.yaml: its line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    path = (folder or find_data()) / NAME
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> Calculator:
    document = read_sound(path, _check)
    return Calculator(
        document["note"].strip(),
        tuple(_make_input(item) for item in document["inputs"]),
        tuple(_make_output(item) for item in document["outputs"]),
        tuple(document["not_in_the_sum"]),
        dict(document.get("published_point") or {}),
    )


def calculator_problems(folder: Path) -> list[Problem]:
    """Return everything wrong with the calculator's file; an empty list where all is well."""
    try:
        load_calculator(folder)
    except CourseFileError as error:
        return error.problems
    return []


def _make_input(item: Mapping) -> Input:
    given = {key: item[key] for key in ("id", "label", "unit", "default", "illustrative")}
    limits = {"minimum": item["min"], "maximum": item["max"]}
    return Input(**given, **limits, help=item["help"].strip(), note=item.get("source_note") or "")


def _make_output(item: Mapping) -> Output:
    given = {key: item.get(key) or "" for key in ("id", "label", "unit", "note", "none_when")}
    return Output(**given, formula=read_formula(item["formula"]))


def _check(document: Any) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not the calculator.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {"published_point": Mapping})
    yield from check_list(document, "", "not_in_the_sum")
    point = document.get("published_point")
    if isinstance(point, Mapping):
        yield from check_fields(point, "published_point", POINT, {})
    known: list[str] = []
    for key, check in (("inputs", _check_input), ("outputs", _check_output)):
        for place, item in enumerate(_items(document, key), 1):
            name = f"{key} {place}"
            if not isinstance(item, Mapping):
                message = f"this must have fields of its own, not {item!r}."
                yield problem(document.line_of(key), name, message, 'Begin it with "- id:".')
                continue
            yield from check(item, item.get("id") or name, known)
            known.append(item.get("id"))
    yield from _check_needed(document, known)


def _items(document: Mapping, key: str) -> list[Any]:
    return document[key] if isinstance(document.get(key), list) else []


def _check_input(item: Mapping, name: str, known: list[str]) -> Iterator[Problem]:
    yield from check_fields(item, name, INPUT, INPUT_EXTRAS)
    yield from _check_id(item, name, known)
    numbers = [item.get(key) for key in ("min", "default", "max")]
    if not all(isinstance(number, NUMBER) for number in numbers):
        return
    low, default, high = numbers
    if not low <= default <= high or low == high:
        message = f"the default {default} must lie between min {low} and max {high}."
        yield problem(item.line_of("default"), name, message, "Change one of the three.")


def _check_output(item: Mapping, name: str, known: list[str]) -> Iterator[Problem]:
    yield from check_fields(item, name, OUTPUT, OUTPUT_EXTRAS)
    yield from _check_id(item, name, known)
    line, text = item.line_of("formula"), item.get("formula")
    if not isinstance(text, str):
        return
    try:
        formula = read_formula(text)
    except ValueError as error:
        yield problem(line, name, "formula:", str(error))
        return
    for missing in (found for found in formula.names if found not in known):
        message = f'the formula uses "{missing}", which does not stand above it.'
        yield problem(line, name, message, f"Use: {', '.join(filter(None, known))}.")


def _check_id(item: Mapping, name: str, known: list[str]) -> Iterator[Problem]:
    own = item.get("id")
    if not isinstance(own, str):
        return
    if not _ID.fullmatch(own) or own == "x":
        remedy = "Use small letters and _, as in hours_per_week."
        yield problem(item.line_of("id"), name, f'"{own}" cannot be used in a sum.', remedy)
    if own in known:
        yield problem(item.line_of("id"), name, "this id stands twice.", "Change one of them.")


def _check_needed(document: Mapping, known: list[str]) -> Iterator[Problem]:
    for key, needed in (("inputs", NEEDED_INPUTS), ("outputs", NEEDED_OUTPUTS)):
        for missing in (one for one in needed if one not in known):
            message = f'"{missing}" is missing, and the account in words needs it.'
            yield problem(document.line_of(key), key, message, f"Put {missing} back.")
