"""What a lecturer writes for tutors, in ``data/teaching.yaml``: reminders and the rubric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from swteach.exercises.fields import Kinds, check_fields, check_list, problem
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

NAME = "teaching.yaml"
LISTS = ("before", "during", "after", "short_of_time", "wellbeing")
FILE: Kinds = {**dict.fromkeys(LISTS, list), "balance": str, "rubric": Mapping}
RUBRIC: Kinds = {"title": str, "bands": list, "criteria": list}
CRITERION: Kinds = {"name": str, "weight": int, "bands": list}
WHOLE = 100


@dataclass(frozen=True)
class Criterion:
    """One thing to mark: its weight in percent, and what each band looks like."""

    name: str
    weight: int
    bands: tuple[str, ...]


@dataclass(frozen=True)
class Rubric:
    """What a piece of work is marked by; ``bands`` are the names of the columns."""

    title: str
    bands: tuple[str, ...]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Teaching:
    """Reminders for tutors, each a list of sentences, and the rubric."""

    before: tuple[str, ...]
    during: tuple[str, ...]
    after: tuple[str, ...]
    short_of_time: tuple[str, ...]
    wellbeing: tuple[str, ...]
    balance: str
    rubric: Rubric


def load_teaching(data: Path) -> Teaching:
    """
    Read what ``teaching.yaml`` says.

    Parameters
    ----------
    data
        A data folder.

    Raises
    ------
    CourseFileError
        With every problem of the file: its line, what is wrong and what to do; also where
        there is no such file, as in a student copy.
    """
    if not (data / NAME).is_file():
        missing = problem(1, "", "is missing.", "Take it back from the course.")
        raise CourseFileError([missing._replace(file=NAME)])
    document = read_yaml(data / NAME)
    problems = sorted(_check(document), key=lambda found: found.line)
    if problems:
        raise CourseFileError([found._replace(file=NAME) for found in problems])
    lists = {key: tuple(text.strip() for text in document[key]) for key in LISTS}
    return Teaching(**lists, balance=document["balance"].strip(), rubric=_make(document["rubric"]))


def teaching_problems(data: Path) -> list[Problem]:
    """Return everything wrong with ``teaching.yaml``; nothing where there is no such file."""
    if (data / NAME).is_file():
        try:
            load_teaching(data)
        except CourseFileError as error:
            return error.problems
    return []


def _make(rubric: Mapping) -> Rubric:
    criteria = (
        Criterion(one["name"].strip(), one["weight"], tuple(one["bands"]))
        for one in rubric["criteria"]
    )
    return Rubric(rubric["title"].strip(), tuple(rubric["bands"]), tuple(criteria))


def _check(document: Any) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        yield problem(1, "", "nothing for tutors here.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    for key in LISTS:
        yield from check_list(document, "", key)
    if isinstance(document.get("rubric"), Mapping):
        yield from _check_rubric(document["rubric"])


def _check_rubric(rubric: Mapping) -> Iterator[Problem]:
    yield from check_fields(rubric, "rubric", RUBRIC, {})
    yield from check_list(rubric, "rubric", "bands")
    if not all(isinstance(rubric.get(key), list) for key in ("bands", "criteria")):
        return
    criteria = [one for one in rubric["criteria"] if isinstance(one, Mapping)]
    if len(criteria) < len(rubric["criteria"]):
        line = rubric.line_of("criteria")
        yield problem(line, "rubric", "a criterion has no fields.", 'Begin it with "- name:".')
    for one in criteria:
        yield from _check_criterion(one, len(rubric["bands"]))
    weights = [one.get("weight") for one in criteria]
    if all(isinstance(weight, int) for weight in weights) and sum(weights) != WHOLE:
        message = f"the weights add up to {sum(weights)}."
        yield problem(rubric.line_of("criteria"), "rubric", message, f"Make it {WHOLE}.")


def _check_criterion(one: Mapping, columns: int) -> Iterator[Problem]:
    item = str(one.get("name") or "a criterion")
    yield from check_fields(one, item, CRITERION, {})
    yield from check_list(one, item, "bands", distinct=False)
    bands = one.get("bands")
    if isinstance(bands, list) and len(bands) != columns:
        message = f"{len(bands)} bands, but the rubric names {columns}."
        yield problem(one.line_of("bands"), item, message, "Give each band one line.")
