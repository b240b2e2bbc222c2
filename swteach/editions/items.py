"""The questions of a course, in the order of its notebooks, as every edition reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from swteach import claim_words
from swteach.claim_words import SAID
from swteach.course import Notebook, load_course
from swteach.course_folder import NoCourseError
from swteach.exercises import VERDICTS, Exercise, Prediction, Verdict, exercise_files
from swteach.exercises.models import Choice, Option, Several
from swteach.exercises.reading import read_exercises
from swteach.exercises.record import Statement, read_record

NEVER = "never"
# What a students' copy has neither of.
FOR_TUTORS = ("teaching.yaml", "exercises/answers.json")


@dataclass(frozen=True)
class Sheet:
    """One notebook and its questions, in the order in which the notebook asks them."""

    notebook: Notebook
    exercises: tuple[Exercise, ...]

    @property
    def title(self) -> str:
        """The notebook as people name it, such as "07 More investigations, less help?"."""
        return f"{self.notebook.number:02} {self.notebook.title}"


def read_sheets(course_folder: Path) -> list[Sheet]:
    """
    Return the questions of a course, notebook by notebook.

    Parameters
    ----------
    course_folder
        As :func:`swteach.course_folder.find_course` gives it. Answers are worked out from the
        data of this folder, and no other.

    Raises
    ------
    CourseFileError
        With every problem of ``course.yaml`` or of an exercise file.
    """
    data = course_folder / "data"
    files, record = exercise_files(data), read_record(data)
    return [
        Sheet(notebook, _sort(notebook, read_exercises(files[notebook.number], record)))
        for notebook in load_course(data).notebooks
        if notebook.number in files
    ]


def read_whole_sheets(course_folder: Path) -> list[Sheet]:
    """
    Return the questions of a course that has the answers, as :func:`read_sheets` does.

    Raises
    ------
    NoCourseError
        Where the folder is a students' copy: what is made of it for staff would lack answers.
    CourseFileError
        With every problem of ``course.yaml`` or of an exercise file.
    """
    sheets = read_sheets(course_folder)
    is_sealed = any(one.seal for sheet in sheets for one in sheet.exercises)
    if is_sealed or not any((course_folder / "data" / name).is_file() for name in FOR_TUTORS):
        raise NoCourseError(
            f"{course_folder} is a students' copy, without answers. "
            "Build from the course that it was made from: --course FOLDER"
        )
    return sheets


def _sort(notebook: Notebook, exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    places = {name: place for place, name in enumerate(notebook.exercises)}
    return tuple(sorted(exercises, key=lambda one: places.get(one.id, len(places))))


def is_answered(exercise: Exercise) -> bool:
    """Return whether a student may ever see the answer."""
    return exercise.show_answers != NEVER


def list_options(exercise: Exercise) -> tuple[Option, ...]:
    """Return the options of a question as students see them; a verdict's in whole sentences."""
    if isinstance(exercise, Verdict):
        said = dict(zip(VERDICTS, SAID, strict=True))
        return tuple(Option(said[one.text], one.feedback, one.correct) for one in exercise.options)
    if isinstance(exercise, Prediction):
        return tuple(Option(text, exercise.reveal) for text in exercise.options)
    if isinstance(exercise, Several):
        return exercise.shown
    return exercise.options if isinstance(exercise, Choice) else ()


def list_lines(exercise: Exercise) -> list[str]:
    """Return what a student reads before answering: question, claim and source, helps, unit."""
    lines = [exercise.stem]
    if isinstance(exercise, Verdict):
        lines += [f"The claim: {exercise.statement.text}", say_source(exercise.statement)]
    helps = (
        ("Hint", exercise.hint),
        ("Worked example", exercise.working),
        ("Unit", getattr(exercise, "unit", "")),
        ("Words asked for", str(getattr(exercise, "words", "") or "")),
    )
    return [*lines, *(f"{name}: {text}" for name, text in helps if text)]


def say_source(claim: Statement) -> str:
    """Return who made a claim, in what, when, and in which kind of text."""
    return claim_words.say_source(claim.speaker, claim.title, claim.date, claim.genre)
