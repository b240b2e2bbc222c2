"""Questions as a notebook asks for them, without a browser."""

from __future__ import annotations

import importlib.util
import re

import pytest

import swteach as sw
from swteach.exercises import exercise_files, load_exercises
from swteach.exercises.fields import TYPES
from swteach.exercises.showing import WIDGETS, exercise, exercises, make_widget

FIRST = {
    one.type: one for notebook in exercise_files() for one in reversed(load_exercises(notebook))
}


def test_every_type_has_a_place_in_the_registry() -> None:
    """The registry names a class for each type and for nothing else."""
    assert set(WIDGETS) == set(TYPES) == set(FIRST)


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_is_shown_or_the_missing_widget_is_named(kind: str) -> None:
    """Where the widget is there it shows the question; where it is not, the message says which."""
    module, name = WIDGETS[kind]
    if importlib.util.find_spec(f"swteach.widgets.{module}"):
        words = make_widget(FIRST[kind]).plain_text()
        assert FIRST[kind].stem in words
    else:
        with pytest.raises(
            NotImplementedError, match=re.escape(f"swteach.widgets.{module}.{name}")
        ):
            make_widget(FIRST[kind])


def test_exercise_shows_a_question() -> None:
    """An id gives its question."""
    assert exercise("n0-mcq-1").exercise_id == "n0-mcq-1"


def test_all_of_a_notebook_in_order() -> None:
    """A number gives all its questions, in the order of the file, and words without a kernel."""
    sheet = sw.exercises(3)
    assert [question.exercise_id for question in sheet.children] == [
        one.id for one in load_exercises(3)
    ]
    words = sheet._repr_mimebundle_()[0]["text/plain"]
    assert [words.count(one.stem) for one in load_exercises(3)] == [1] * len(sheet.children)
    assert words == exercises(3).plain_text()


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("n3-mcq-l", "Near it: n3-mcq-1"),
        ("n77-mcq-1", "An id looks like n3-mcq-1."),
        ("mcq", "An id looks like n3-mcq-1."),
    ],
)
def test_unknown_exercise_names_near_ones(wrong: str, hint: str) -> None:
    """An id that is not there is repeated, with the nearest ones."""
    with pytest.raises(ValueError, match=re.escape(hint)) as error:
        exercise(wrong)
    assert f'"{wrong}"' in str(error.value)


def test_unknown_notebook_names_known_ones() -> None:
    """A notebook without exercises is answered with those that have some."""
    with pytest.raises(ValueError, match="Notebooks that do: 0, "):
        load_exercises(42)


def test_reading_twice_reads_once_and_lends_nothing() -> None:
    """A list that a caller changes is not the list that the next caller gets."""
    load_exercises(3).clear()
    assert load_exercises(3)
    assert load_exercises(3)[0] is load_exercises(3)[0]
