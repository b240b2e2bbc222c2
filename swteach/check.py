"""`swteach check`: every rule of the course's data, in one run.

The tables are read as bytes and text, not as data frames, so that nothing is mended or
dropped on the way, and every problem can name its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from swteach.checks.descriptor import check_descriptor
from swteach.checks.folder import check_files, check_there
from swteach.checks.hashes import check_hashes
from swteach.checks.keys import check_keys, check_references
from swteach.checks.problem import Problem
from swteach.checks.record import check_record
from swteach.checks.report import format_report
from swteach.checks.rows import read_table
from swteach.checks.values import check_values
from swteach.datapackage import DESCRIPTOR, Resource, read_package

__all__ = ["Problem", "check_folder", "format_report"]


def check_folder(folder: Path) -> list[Problem]:
    """Return every problem of a data folder.

    Parameters
    ----------
    folder
        A copy of the course's ``data`` folder.

    Returns
    -------
    list of Problem
        In the order of the files in ``datapackage.json`` and of their lines; empty where all
        is well. A folder or a ``datapackage.json`` that cannot be read is one problem, and
        nothing further is checked.
    """
    unusable = check_there(folder)
    if unusable:
        return [unusable]
    damaged = check_descriptor(folder / DESCRIPTOR)
    if damaged:
        return damaged
    resources = list(read_package(folder).values())
    there = [resource for resource in resources if (folder / resource.path).is_file()]
    found = [*check_files(folder, resources), *_check_tables(folder, there)]
    found += check_hashes(folder, there)
    return [*found, *_check_exercises(folder), *_check_tools(folder), *_check_course(folder)]


def _check_tables(folder: Path, resources: list[Resource]) -> list[Problem]:
    tables = {resource.name: read_table(folder, resource) for resource in resources}
    problems: list[Problem] = []
    for table in tables.values():
        problems += [*table.problems, *check_values(table), *check_keys(table)]
        problems += check_references(table, tables)
    problems += check_record(tables)
    order = [resource.path for resource in resources]
    return sorted(problems, key=lambda problem: (order.index(problem.file), problem.line))


def _check_exercises(folder: Path) -> Iterator[Problem]:
    """Yield the problems of the exercise files, in the form of those of the tables."""
    from swteach.exercises import check_exercises

    for problem in check_exercises(folder):
        place = f"exercises/{problem.file}"
        yield Problem(place, problem.line, problem.item, "", problem.message, problem.remedy)


def _check_tools(folder: Path) -> Iterator[Problem]:
    """Yield the problems of the files that the tools are made from."""
    from swteach import agency_file, argument_file, briefing_file, inspection_words, messy_page_file
    from swteach.yamlfile import CourseFileError

    readers = {
        inspection_words.FILE: lambda: inspection_words.check_file(folder),
        agency_file.NAME: lambda: agency_file.load_calculator(folder),
        argument_file.NAME: lambda: argument_file.load_arguments(folder),
        briefing_file.NAME: lambda: briefing_file.load_plan(folder),
        messy_page_file.NAME: lambda: messy_page_file.load_messy_page(folder),
    }
    for file, read in readers.items():
        try:
            read()
        except CourseFileError as error:
            for found in error.problems:
                yield Problem(file, found.line, found.item, "", found.message, found.remedy)
        except FileNotFoundError:
            yield Problem(file, 0, "", "", "is missing.", "Take it back from the course.")


def _check_course(folder: Path) -> Iterator[Problem]:
    """Yield the problems of the course's own file, of the challenges and of what tutors read."""
    from swteach import challenge_file, course
    from swteach.editions.teaching_file import teaching_problems

    if not (folder / course.NAME).is_file():
        yield Problem(course.NAME, 0, "", "", "is missing.", "Take it back from the course.")
        return
    own = [*course.course_problems(folder), *challenge_file.challenge_problems(folder)]
    for found in [*own, *teaching_problems(folder)]:
        yield Problem(found.file, found.line, found.item, "", found.message, found.remedy)
