"""The course as a whole: order, minutes, outcomes and content notes, from ``data/course.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from swteach.yamlfile import CourseFileError, Mapping, Problem, read_sound

NAME = "course.yaml"
# In the order in which they stand in every notebook; a notebook may leave out the minutes of some.
PARTS = ("recap", "predict", "read", "look", "test", "talk", "write")
LISTS = ("abilities", "texts", "exercises", "plain_words")
OPENING = (
    "Start by opening the *Run* menu and choosing *Run All Cells*. The page then jumps to its "
    "end: scroll back up. You can take this notebook on its own. If a notebook is new to you, "
    "begin with [Start here](00_start_here.ipynb)."
)


@dataclass(frozen=True)
class Outcome:
    """What a student can do by the end; ``levels`` are one or more of Bloom's."""

    id: str
    text: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Notebook:
    """One notebook of the course.

    ``file`` is its name without ``.ipynb``; ``plain_words`` are glossary terms that it uses as
    everyday words, which are not linked.
    """

    number: int
    file: str
    title: str
    about: str
    question: str
    minutes: int
    parts: dict[str, int]
    content_note: str
    outcomes: tuple[Outcome, ...] = ()
    abilities: tuple[str, ...] = ()
    plan: str = ""
    opening: str = OPENING
    standards: dict[str, list[str]] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    plain_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Framework:
    """A set of standards; ``to_confirm`` lists those not read in the publication itself."""

    id: str
    title: str
    to_confirm: tuple[str, ...] | str = ()


@dataclass(frozen=True)
class Route:
    """A way through the course; each session lists the numbers of its notebooks."""

    title: str
    sessions: tuple[tuple[int, ...], ...]
    note: str


@dataclass(frozen=True)
class Course:
    """All notebooks in order, the frameworks they are mapped to, and ways through them."""

    notebooks: tuple[Notebook, ...]
    frameworks: tuple[Framework, ...]
    routes: tuple[Route, ...]

    def find(self, number: int) -> Notebook:
        """Return a notebook by its number; raise ValueError where there is none."""
        for notebook in self.notebooks:
            if notebook.number == number:
                return notebook
        numbers = ", ".join(str(notebook.number) for notebook in self.notebooks)
        raise ValueError(f"There is no notebook {number!r}. Use one of: {numbers}.")


def load_course(folder: Path | None = None, *, exercises: bool = True) -> Course:
    """Read what ``course.yaml`` says of the course.

    Parameters
    ----------
    folder
        A data folder; by default the course's own.
    exercises
        Whether the exercises that it names must be in their files. To look takes longer than
        all the rest, and a notebook that asks only for texts leaves it to ``swteach check``.

    Raises
    ------
    CourseFileError
        With every problem of the file: its line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    folder = folder or find_data()
    path = folder / NAME
    return _read(path, path.stat().st_mtime_ns, exercises)


def course_problems(folder: Path) -> list[Problem]:
    """Return everything wrong with ``course.yaml``; an empty list where all is well."""
    try:
        load_course(folder)
    except CourseFileError as error:
        return error.problems
    return []


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, exercises: bool) -> Course:
    from swteach.course_rules import check_course

    check = partial(check_course, folder=path.parent, exercises=exercises)
    document = read_sound(path, check)
    return Course(
        tuple(_make_notebook(item) for item in document["notebooks"]),
        tuple(Framework(**item) for item in document["frameworks"]),
        tuple(_make_route(item) for item in document["routes"]),
    )


def _make_notebook(item: Mapping) -> Notebook:
    given: dict[str, Any] = {key: item[key] for key in item if item[key] is not None}
    for key in LISTS:
        given[key] = tuple(given.get(key, ()))
    given["outcomes"] = tuple(
        Outcome(one["id"], one["text"].strip(), tuple(one["levels"]))
        for one in given.get("outcomes", ())
    )
    given |= {key: given[key].strip() for key in ("question", "about", "content_note")}
    return Notebook(**given)


def _make_route(item: Mapping) -> Route:
    sessions = tuple(tuple(numbers) for numbers in item["sessions"])
    return Route(item["title"], sessions, item["note"])
