"""What a lecturer chose when the course was made: its name, and which notebooks it has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from swteach.datapackage import OWN_COURSE
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

START = 0


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
    texts = {"title": title, "institution": institution, "level": level}
    for name, text in texts.items():
        if not text.strip():
            raise ChoiceError(f"The {name} is empty. Give one.")
        if not text.isprintable():
            raise ChoiceError(f"The {name} holds a line break or a hidden sign. Type it anew.")
    texts = {name: text.strip() for name, text in texts.items()}
    return Choices(**texts, notebooks=read_numbers(notebooks, known))


def read_numbers(typed: str, known: tuple[int, ...]) -> tuple[int, ...]:
    """Return the notebooks that somebody typed, in order; the first one always comes along."""
    if typed.strip().lower() == "all":
        return known
    words = typed.replace(",", " ").split()
    wrong = [word for word in words if not (word.isdecimal() and int(word) in known)]
    if wrong or not words:
        there = ", ".join(map(str, known))
        said = f"There is no notebook {wrong[0]}. " if wrong else ""
        raise ChoiceError(f"{said}Write all, or some of these with commas between: {there}.")
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
        document = read_yaml(path)
        if not isinstance(document, Mapping) or not isinstance(document.get("notebooks"), list):
            remedy = "Write title:, institution:, level: and notebooks: [0, 1]."
            raise CourseFileError([Problem(path.name, 1, "", "something is missing.", remedy)])
    except CourseFileError as error:
        raise ChoiceError(str(error)) from None
    numbers = ", ".join(map(str, document["notebooks"]))
    texts = [str(document.get(name) or "") for name in ("title", "institution", "level")]
    return choose(*texts, numbers, known)
