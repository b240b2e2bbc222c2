"""The questions of the course whose journals are collected."""

from __future__ import annotations

from pathlib import Path

from swteach.course_folder import find_course
from swteach.editions.items import read_sheets
from swteach.exercises import Exercise


def read_questions(course: Path | None = None) -> tuple[Exercise, ...]:
    """
    Return the questions of a course, in the order in which its notebooks ask them.

    Parameters
    ----------
    course
        Its folder; by default that of the current folder, else what came with swteach.

    Raises
    ------
    NoCourseError, CourseFileError
        Where the course is not there, or has problems.
    """
    sheets = read_sheets(find_course(course))
    return tuple(exercise for sheet in sheets for exercise in sheet.exercises)
