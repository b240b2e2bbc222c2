"""A question of the course in a notebook: which widget shows which type."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from swteach.exercises.models import Exercise
from swteach.exercises.reading import exercise_files, load_exercises, read_exercises
from swteach.loading import load_module

if TYPE_CHECKING:
    from ipywidgets import DOMWidget

    from swteach.exercises.sheet import QuestionSheet

# The one place that knows which class shows which type: module in swteach.widgets, class.
WIDGETS = {
    "choice": ("choice", "ChoiceQuestion"),
    "several": ("several", "SeveralQuestion"),
    "numeric": ("numeric", "NumericQuestion"),
    "order": ("order", "OrderQuestion"),
    "match": ("match", "MatchQuestion"),
    "verdict": ("verdict", "VerdictQuestion"),
    "reflection": ("reflection", "ReflectionQuestion"),
    "prediction": ("prediction", "PredictionQuestion"),
}


def exercise(exercise_id: str) -> DOMWidget:
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
    CourseFileError
        Where the exercise file breaks a rule.
    """
    match = re.match(r"n(\d+)-", exercise_id)
    path = exercise_files().get(int(match[1])) if match else None
    found = read_exercises(path) if path else []
    for one in found:
        if one.id == exercise_id:
            return make_widget(one)
    ids = [one.id for one in found]
    near = difflib.get_close_matches(exercise_id, ids, 3) or ids[:12]
    hint = f" Near it: {', '.join(near)}." if near else " An id looks like n3-mcq-1."
    raise ValueError(f'There is no exercise "{exercise_id}".{hint}')


def exercises(notebook: int) -> QuestionSheet:
    """
    Show all questions of a notebook, one below the other.

    Parameters
    ----------
    notebook
        The notebook's number, 3 for notebook 03.

    Raises
    ------
    CourseFileError, ValueError
        As for :func:`load_exercises`.
    """
    from swteach.exercises.sheet import QuestionSheet

    return QuestionSheet([make_widget(one) for one in load_exercises(notebook)])


def make_widget(one: Exercise) -> DOMWidget:
    """
    Return the widget that shows a question.

    Raises
    ------
    NotImplementedError
        Where this version of the course has no widget for the question's type.
    """
    module, name = WIDGETS[one.type]
    place = f"swteach.widgets.{module}"
    try:
        widget = getattr(load_module(place), name)
    except ModuleNotFoundError as error:
        if error.name != place:
            raise
        message = f"{one.id} cannot be shown: there is no widget for {one.type} ({place}.{name})."
        raise NotImplementedError(message) from None
    return widget(one)
