"""The answers of a folder of journals as a data frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from swteach.collecting.course_questions import read_questions
from swteach.collecting.folder import collect
from swteach.collecting.sheets import ANSWER_COLUMNS, answer_rows

if TYPE_CHECKING:
    import pandas as pd


def load_answers(folder: Path | str, course: Path | str | None = None) -> pd.DataFrame:
    """
    Return what a folder of students' journals holds, without anything that is private.

    Parameters
    ----------
    folder
        The students' exported journals (.json); folders within it are read too. Files that
        cannot be read and copies are left out: ``swteach collect`` names them.
    course
        The folder of the course; by default that of the current folder, else the course that
        came with swteach.

    Returns
    -------
    pandas.DataFrame
        One row for each question that a student answered: student (a random word), notebook
        (number; missing where there is none), question, kind, prompt (of what is no question of
        the course), attempts, first and last (verdicts), words (of a reflection), text, at (UTC).

    Raises
    ------
    OSError
        Where the folder cannot be read.
    NoCourseError, CourseFileError
        Where the course is not there, or has problems.
    """
    import pandas as pd

    exercises = read_questions(Path(course) if course else None)
    kept, _ = collect(Path(folder), exercises)
    frame = pd.DataFrame(answer_rows(kept), columns=list(ANSWER_COLUMNS))
    frame["notebook"] = pd.to_numeric(frame["notebook"]).astype("Int64")
    frame["at"] = pd.to_datetime(frame["at"], utc=True)
    return frame
