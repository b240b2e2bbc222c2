"""What a lecturer chose when the course was made: its name, and which notebooks it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from swteach.checks.problem import Problem
from swteach.datapackage import OWN_COURSE
from swteach.kit.shipment import NAME as NOTE
from swteach.yamlfile import CourseFileError, Mapping, read_yaml
from swteach.yamlfile import Problem as LineProblem

START = 0
TEXTS = ("title", "institution", "level")
FORM = "Write title:, institution:, level: and notebooks: [0, 1]."


@dataclass(frozen=True)
class Choices:
    """The title, institution and level of a course, and the numbers of its notebooks."""

    title: str
    institution: str
    level: str
    notebooks: tuple[int, ...]


class ChoiceError(ValueError):
    """Something that cannot be chosen; the message says why and what to do."""


def choose(
    title: str, institution: str, level: str, notebooks: str, known: tuple[int, ...]
) -> Choices:
    """Return the choices, or say what is wrong with them.

    Parameters
    ----------
    title, institution, level
        Each on one line.
    notebooks
        As typed: ``all``, or numbers with commas between, such as ``1, 5, 7``.
    known
        The numbers there are.

    Raises
    ------
    ChoiceError
        Where a text is empty or a notebook is not there.
    """
    texts = dict(zip(TEXTS, (title, institution, level), strict=True))
    texts = {name: check_text(name, text) for name, text in texts.items()}
    return Choices(**texts, notebooks=read_numbers(notebooks, known))


def check_text(name: str, text: str) -> str:
    """Return a text without spaces around it, or raise ChoiceError where it is none on a line."""
    if not text.strip():
        raise ChoiceError(f"The {name} is empty. Give one.")
    if not text.isprintable():
        raise ChoiceError(f"The {name} holds a line break or a hidden sign. Type it anew.")
    return text.strip()


def read_numbers(typed: str, known: tuple[int, ...]) -> tuple[int, ...]:
    """Return the notebooks that somebody typed, in order; the first one always comes along.

    Raises
    ------
    ChoiceError
        Where one of them is not there, or none is named.
    """
    if typed.strip().lower() == "all":
        return known
    words = typed.replace(",", " ").split()
    wrong = [word for word in words if not (word.isdecimal() and int(word) in known)]
    if wrong or not words:
        there = ", ".join(map(str, known))
        said = f"There is no notebook {wrong[0]}" if wrong else "No notebook is named"
        raise ChoiceError(f"{said}. Write all, or some of these with commas between: {there}.")
    return tuple(sorted({START, *map(int, words)}))


def read_choices(folder: Path, known: tuple[int, ...]) -> Choices:
    """Return what ``swteach.yaml`` of a course says.

    Raises
    ------
    ChoiceError
        Where it is missing or damaged.
    """
    path = folder / OWN_COURSE
    if not path.is_file():
        raise ChoiceError(f"{folder} has no {OWN_COURSE}: swteach new did not make this folder.")
    try:
        return _choose(_read(path), known)
    except CourseFileError as error:
        raise ChoiceError(str(error)) from None


def check_choices(folder: Path, known: tuple[int, ...]) -> Iterator[Problem]:
    """Yield what is wrong with ``swteach.yaml`` of a course that ``swteach new`` made."""
    path = folder / OWN_COURSE
    if not path.is_file():
        if (folder / NOTE).is_file():
            message = "is missing: swteach update cannot tell which notebooks you chose."
            beside = sorted(folder.glob("swteach.y*ml*"))
            remedy = f"Rename {beside[0].name}." if beside else FORM
            yield Problem(OWN_COURSE, 0, "", "", message, remedy)
        return
    try:
        document = _read(path)
    except CourseFileError as error:
        for found in error.problems:
            yield Problem(OWN_COURSE, found.line, "", "", found.message, found.remedy)
        return
    try:
        _choose(document, known)
    except ChoiceError as error:
        message, _, remedy = str(error).partition(". ")
        key = next((name for name in TEXTS if f"The {name} " in message), "notebooks")
        yield Problem(OWN_COURSE, document.line_of(key), key, "", f"{message}.", remedy)


def _read(path: Path) -> Mapping:
    document = read_yaml(path)
    if not isinstance(document, Mapping) or not isinstance(document.get("notebooks"), list):
        raise CourseFileError([LineProblem(path.name, 1, "", "something is missing.", FORM)])
    return document


def _choose(document: Mapping, known: tuple[int, ...]) -> Choices:
    texts = [str(document.get(name) or "") for name in TEXTS]
    return choose(*texts, ", ".join(map(str, document["notebooks"])), known)
