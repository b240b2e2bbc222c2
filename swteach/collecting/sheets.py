"""The tables to mark in, made from the journals of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from swteach.collecting.answers import Answer
from swteach.collecting.reading import File, HandIn
from swteach.collecting.scoring import is_scored
from swteach.exercises import Exercise, Reflection
from swteach.exercises.replies import COMPLETE, INCOMPLETE, NOT_QUITE, RIGHT
from swteach.widgets.confidence import SURE

Cell = str | int
NO_NOTEBOOK = 10_000
_COUNTS = (
    *("closed questions", "answered", "right at first", "right at last", "attempts"),
    *("reflections asked", "complete", "incomplete", "not handed in", "words", "other entries"),
    "last written (UTC)",
)
_MARKS = ("mark", "comment")


class Sheet(NamedTuple):
    """A table: its name, its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


@dataclass(frozen=True)
class Asked:
    """What is asked of a student: the questions of the course, or of some of its notebooks."""

    exercises: tuple[Exercise, ...]

    @property
    def notebooks(self) -> list[int]:
        """The numbers of the notebooks that ask anything."""
        return sorted({one.notebook for one in self.exercises})

    def of(self, notebook: int) -> Asked:
        """Return what one notebook asks."""
        return Asked(tuple(one for one in self.exercises if one.notebook == notebook))


def choose(exercises: Iterable[Exercise], notebooks: Collection[int]) -> Asked:
    """Return the questions of some notebooks, or of all where none is named."""
    return Asked(tuple(one for one in exercises if not notebooks or one.notebook in notebooks))


def make_sheets(
    hand_ins: Sequence[HandIn], files: Sequence[File], asked: Asked, *, names: bool = False
) -> list[Sheet]:
    """
    Return every table: students, notebooks, reflections, questions, answers, files.

    Parameters
    ----------
    hand_ins, files
        What ``collect`` returns.
    asked
        The questions that are looked at.
    names
        Whether the students' table has their names and files, and that of the files has the
        students' words. Without it the two cannot be put together.
    """
    return [
        _list_students(hand_ins, asked, names),
        _list_notebooks(hand_ins, asked),
        _list_reflections(hand_ins, asked),
        _list_questions(hand_ins, asked),
        _list_answers(hand_ins),
        _list_files(hand_ins, files, names),
    ]


def _list_students(hand_ins: Sequence[HandIn], asked: Asked, names: bool) -> Sheet:
    named = ("name", "file") if names else ()
    counter = _make_counter(asked)
    rows = [
        (one.student, *((one.name, one.file) if names else ()), *counter(one.answers), "", "")
        for one in hand_ins
    ]
    return Sheet("students", ("student", *named, *_COUNTS, *_MARKS), rows)


def _list_notebooks(hand_ins: Sequence[HandIn], asked: Asked) -> Sheet:
    counters = {number: _make_counter(asked.of(number)) for number in asked.notebooks}
    rows: list[tuple[Cell, ...]] = []
    for one in hand_ins:
        parts: dict[int, list[Answer]] = {number: [] for number in counters}
        for answer in one.answers:
            parts.get(answer.notebook, []).append(answer)
        rows += ((one.student, number, *counters[number](parts[number])) for number in counters)
    return Sheet("notebooks", ("student", "notebook", *_COUNTS), rows)


def _make_counter(asked: Asked) -> Callable[[Iterable[Answer]], tuple[Cell, ...]]:
    """Return what counts the answers of one student as ``_COUNTS`` names them."""
    scored = {one.id for one in asked.exercises if is_scored(one)}
    written = {one.id for one in asked.exercises if isinstance(one, Reflection)}

    def count(answers: Iterable[Answer]) -> tuple[Cell, ...]:
        closed, texts, others, at = [], [], 0, ""
        for answer in answers:
            at = max(at, answer.at)
            if answer.question in scored and answer.kind == "answer":
                closed.append(answer)
            elif answer.question in written and answer.kind == "reflection":
                texts.append(answer)
            else:
                others += 1
        right = [sum(getattr(one, name) == RIGHT for one in closed) for name in ("first", "last")]
        states = Counter(one.last for one in texts)
        missing = len(written) - len(texts)
        return (
            *(len(scored), len(closed), *right, sum(one.attempts for one in closed)),
            *(len(written), states[COMPLETE], states[INCOMPLETE], missing),
            *(sum(one.words for one in texts), others, at[:16].replace("T", " ")),
        )

    return count


def _list_reflections(hand_ins: Sequence[HandIn], asked: Asked) -> Sheet:
    written = {one.id: one for one in asked.exercises if isinstance(one, Reflection)}
    rows: list[tuple[Cell, ...]] = []
    for one in hand_ins:
        for answer in one.answers:
            exercise = written.get(answer.question)
            if exercise and answer.kind == "reflection":
                place = (one.student, exercise.notebook, exercise.id, exercise.stem)
                state = (answer.text, answer.words, exercise.words, answer.last)
                rows.append((*place, *state, "", ""))
    columns = ("student", "notebook", "question", "what was asked", "text", "words")
    return Sheet("reflections", (*columns, "words asked", "complete or not", *_MARKS), rows)


def _list_questions(hand_ins: Sequence[HandIn], asked: Asked) -> Sheet:
    by_question: dict[str, list[Answer]] = {}
    for one in hand_ins:
        for answer in one.answers:
            if answer.kind == "answer":
                by_question.setdefault(answer.question, []).append(answer)
    rows = [
        (one.notebook, one.id, one.type, one.stem, *_sum_up(by_question.get(one.id, [])))
        for one in asked.exercises
        if is_scored(one)
    ]
    columns = ("notebook", "question", "type", "what was asked", "students", "right at first")
    wrong = ("most frequent last answer that is not right", "how many gave it")
    return Sheet("questions", (*columns, "right at last", *wrong), rows)


def _sum_up(answers: list[Answer]) -> tuple[Cell, ...]:
    right = [sum(getattr(one, name) == RIGHT for one in answers) for name in ("first", "last")]
    # Of a verdict, how sure somebody was is another matter.
    texts = (one.text.partition(f"\n{SURE}: ")[0] for one in answers if one.last == NOT_QUITE)
    wrong = Counter(texts)
    # Of several that are as frequent, the same one on every day.
    text, count = min(wrong.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return (len(answers), *right, text, count)


def _list_answers(hand_ins: Sequence[HandIn]) -> Sheet:
    return Sheet("answers", ANSWER_COLUMNS, list(answer_rows(hand_ins)))


ANSWER_COLUMNS = (
    *("student", "notebook", "question", "kind", "prompt", "attempts", "first", "last"),
    *("words", "text", "at"),
)


def answer_rows(hand_ins: Iterable[HandIn]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of all students, in the order of ``ANSWER_COLUMNS``."""
    for one in hand_ins:
        for answer in one.answers:
            number = answer.notebook if answer.notebook < NO_NOTEBOOK else ""
            yield (one.student, number, *answer[1:])


def _list_files(hand_ins: Sequence[HandIn], files: Sequence[File], names: bool) -> Sheet:
    used = [(one.file, "used", one.note, one.student) for one in hand_ins]
    rows = sorted([*used, *((one.name, "left out", one.trouble, "") for one in files)])
    if names:
        return Sheet("files", ("file", "state", "why, or what to look at", "student"), [*rows])
    return Sheet("files", ("file", "state", "why, or what to look at"), [row[:3] for row in rows])
