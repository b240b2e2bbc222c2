"""
The course's questions: read from ``data/exercises``, marked, shown in a notebook.

``load_exercises(7)`` reads a notebook's questions; ``exercise("n7-num-1")`` and ``exercises(7)``
show them. docs/exercises.md says how a lecturer writes each type.

The seam between a question and its widget:

- ``showing.WIDGETS`` names the class for each type. It is made as ``Widget(exercise)``, with one
  of the dataclasses of ``models``, and has ``plain_text()``.
- What the student does becomes a ``response``, whose form for each type stands at the head of
  ``marking``. The widget calls ``mark(exercise, response)`` and shows the ``Reply``: ``text`` as
  it is, ``details`` as the type asks. A reply that does not count (``reply.counts`` is false) is
  said, and neither recorded nor counted as an attempt.
- ``show_answer(exercise, attempted)`` gives the answer in words once it may be seen.
- To a page go ``stem``, ``hint``, ``working``, ``unit``, ``words`` and what ``shown`` and
  ``lefts`` give (the texts of ``shown`` alone for ``Several``), for a choice and a prediction
  the texts of ``options``, for a verdict ``statement``. Nothing else: ``items``, ``pairs``,
  ``feedback``, ``slips``, ``answer``, ``reveal`` and ``model`` hold answers.

In the package: ``models`` (the questions), ``reading`` (files), ``rules``, ``fields``, ``forms``,
``words``, ``facts`` (what a file must keep), ``building`` (file to question), ``record``,
``periods`` and ``computed`` (answers from the data), ``shuffle``, ``typed`` (numbers),
``marking``, ``replies``, ``responses``, ``answers``, ``showing``, ``sheet``.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from swteach.exercises.answers import find_right_response, show_answer
from swteach.exercises.marking import mark
from swteach.exercises.models import (
    VERDICTS,
    Choice,
    Exercise,
    Match,
    Numeric,
    Option,
    Order,
    Prediction,
    Reflection,
    Several,
    Verdict,
)
from swteach.exercises.reading import (
    check_exercises,
    exercise_files,
    exercise_problems,
    load_exercises,
    read_exercises,
)
from swteach.exercises.replies import Reply
from swteach.exercises.showing import exercise, exercises

if TYPE_CHECKING:
    from swteach.exercises.sheet import QuestionSheet

__all__ = [
    "VERDICTS",
    "Choice",
    "Exercise",
    "Match",
    "Numeric",
    "Option",
    "Order",
    "Prediction",
    "Reflection",
    "Reply",
    "Several",
    "Verdict",
    "check_exercises",
    "exercise",
    "exercise_files",
    "exercise_problems",
    "exercises",
    "find_right_response",
    "load_exercises",
    "mark",
    "read_exercises",
    "show_answer",
]


class _Callable(ModuleType):
    """What lets ``sw.exercises(7)`` work, though the module has the name of its function."""

    def __call__(self, notebook: int) -> QuestionSheet:
        return exercises(notebook)


sys.modules[__name__].__class__ = _Callable
