"""The course's questions: read from data/exercises, shown in a notebook."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

if TYPE_CHECKING:
    from swteach.widgets.choice import ChoiceQuestion


@dataclass(frozen=True)
class Option:
    """One answer a student can choose, and what to say to it."""

    text: str
    feedback: str
    correct: bool = False


@dataclass(frozen=True)
class Choice:
    """A question with one right option; ``predict`` asks for an answer before the reveal."""

    id: str
    notebook: int
    stem: str
    options: tuple[Option, ...]
    predict: bool = False
    outcome: str = ""
    bloom: str = ""
    claims: tuple[str, ...] = ()
    show_answers: str = "after_attempt"


def load_exercises(notebook: int) -> list[Choice]:
    """
    Read the exercises of one notebook.

    Parameters
    ----------
    notebook
        The notebook's number, 3 for notebook 03.

    Returns
    -------
    list of Choice
        In the order of the file.

    Raises
    ------
    CourseFileError
        Where the file breaks a rule: every problem with its file, line, exercise and remedy.
    ValueError
        Where the notebook has no exercise file; the message lists those that have.
    """
    paths = exercise_files()
    if notebook not in paths:
        known = ", ".join(str(number) for number in paths) or "none"
        raise ValueError(f"Notebook {notebook} has no exercises. Notebooks that do: {known}.")
    return read_exercises(paths[notebook])


def exercise(exercise_id: str) -> ChoiceQuestion:
    """
    Show one question of the course in a notebook.

    Parameters
    ----------
    exercise_id
        As in data/exercises, for example ``"n3-mcq-1"``.

    Raises
    ------
    ValueError
        For an id that is not there; the message names the nearest ones.
    """
    from swteach.widgets.choice import ChoiceQuestion

    match = re.match(r"n(\d+)-", exercise_id)
    found = load_exercises(int(match[1])) if match and int(match[1]) in exercise_files() else []
    for choice in found:
        if choice.id == exercise_id:
            return ChoiceQuestion(choice)
    ids = [choice.id for choice in found]
    near = difflib.get_close_matches(exercise_id, ids, 3) or ids
    hint = f" Near it: {', '.join(near)}." if near else " An id looks like n3-mcq-1."
    raise ValueError(f'There is no exercise "{exercise_id}".{hint}')


def exercise_files() -> dict[int, Path]:
    """Return the exercise files of the course, by notebook number."""
    from swteach.datapackage import find_data

    paths = sorted((Path(find_data()) / "exercises").glob("[0-9][0-9]_*.yaml"))
    return {int(path.name[:2]): path for path in paths}


def read_exercises(path: Path) -> list[Choice]:
    """Read one exercise file; raise CourseFileError with every problem where it has any."""
    document, problems = _read(path)
    if problems:
        raise CourseFileError(problems)
    return [_choice(item, document["notebook"]) for item in document["exercises"]]


def exercise_problems(path: Path) -> list[Problem]:
    """Return everything wrong with one exercise file; an empty list where all is well."""
    try:
        return _read(path)[1]
    except CourseFileError as error:
        return error.problems


def _read(path: Path) -> tuple[Mapping, list[Problem]]:
    from swteach.exercise_rules import Rules

    document = read_yaml(path)
    return document, Rules(path.name).problems(document)


def _choice(item: Mapping, notebook: int) -> Choice:
    fields = {key: item[key] for key in ("predict", "bloom", "show_answers") if key in item}
    return Choice(
        id=item["id"],
        notebook=notebook,
        stem=item["stem"].strip(),
        options=tuple(_option(option) for option in item["options"]),
        outcome=str(item.get("outcome", "")),
        claims=tuple(item.get("claims", ())),
        **fields,
    )


def _option(item: Mapping) -> Option:
    return Option(item["text"].strip(), item["feedback"].strip(), item.get("correct", False))
