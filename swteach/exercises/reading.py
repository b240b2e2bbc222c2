"""From an exercise file to the questions of the course."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from swteach.datapackage import find_data
from swteach.exercises.building import build_exercise
from swteach.exercises.fields import problem
from swteach.exercises.models import Exercise
from swteach.exercises.record import Record, read_record
from swteach.exercises.rules import Rules
from swteach.yamlfile import CourseFileError, Problem, read_yaml

NAME = re.compile(r"[0-9][0-9]_.*\.yaml", re.DOTALL)


def load_exercises(notebook: int) -> list[Exercise]:
    """
    Read the exercises of one notebook.

    Parameters
    ----------
    notebook
        The notebook's number, 3 for notebook 03.

    Returns
    -------
    list of Exercise
        In the order of the file; computed answers are worked out from the data.

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


def exercise_files(folder: Path | None = None) -> dict[int, Path]:
    """Return the exercise files of a data folder, the course's own by default, by notebook."""
    return {int(path.name[:2]): path for path in exercise_paths(folder or find_data())}


def exercise_paths(folder: Path) -> list[Path]:
    """Return the files of a data folder that are read as exercise files, in order."""
    place = folder / "exercises"
    files = sorted(place.iterdir()) if place.is_dir() else []
    return [file for file in files if NAME.fullmatch(file.name)]


def read_exercises(path: Path, record: Record | None = None) -> list[Exercise]:
    """
    Read one exercise file.

    Parameters
    ----------
    path
        The file.
    record
        What its answers rest on, by default the course's own data.

    Raises
    ------
    CourseFileError
        With every problem, where the file has any.
    """
    return list(_read(path, path.stat().st_mtime_ns, record or read_record()))


def exercise_problems(path: Path, record: Record | None = None) -> list[Problem]:
    """Return everything wrong with one exercise file; an empty list where all is well."""
    try:
        return Rules(path.name, record or read_record()).problems(read_yaml(path))
    except CourseFileError as error:
        return error.problems


def check_exercises(folder: Path) -> Iterator[Problem]:
    """Yield everything wrong with the exercise files of a data folder, held against its tables."""
    # Notepad adds .txt, and Windows does not show it.
    patterns = ("*.y*ml", "*.y*ml.txt")
    paths = sorted(path for one in patterns for path in (folder / "exercises").glob(one))
    notebooks = Counter(path.name[:2] for path in exercise_paths(folder))
    for path in paths:
        if path.suffix != ".yaml":
            message = "it is not read: its name does not end in .yaml."
            yield problem(1, "", message, "Rename it.")._replace(file=path.name)
        elif notebooks[path.name[:2]] > 1:
            message = f"there are {notebooks[path.name[:2]]} files for notebook {path.name[:2]}."
            remedy = "Put their exercises in one file."
            yield problem(1, "", message, remedy)._replace(file=path.name)
        yield from exercise_problems(path, read_record(folder))


@lru_cache(maxsize=32)
def _read(path: Path, changed: int, record: Record) -> tuple[Exercise, ...]:
    document = read_yaml(path)
    problems = Rules(path.name, record).problems(document)
    if problems:
        raise CourseFileError(problems)
    notebook = document["notebook"]
    return tuple(build_exercise(item, notebook, record) for item in document["exercises"])
