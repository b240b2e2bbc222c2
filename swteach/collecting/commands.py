"""`swteach collect`: a folder of students' journals becomes tables to mark in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from swteach.collecting.reading import File, HandIn
    from swteach.collecting.sheets import Sheet

_FOLDER = click.Path(file_okay=False, path_type=Path)
IN_WORKBOOK = ("students", "notebooks", "reflections", "questions", "files")
KEPT_OUT = (
    "Left out, as the students chose: readings of the barometer, reflections and other answers "
    "that are private."
)
FALLEN_BACK = (
    "You are in no course, so this is the one that came with swteach. If yours asks other "
    "questions, go to its folder first, or name it: --course FOLDER"
)
ANONYMOUS = (
    "Students stand under a random word, the same each time. Add --names to see whose it is. "
    "What they wrote may still name them."
)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=_FOLDER, default="marking", help='The folder to make: "marking".')
@click.option("--notebook", "notebooks", type=int, multiple=True, help="Only this one; repeat it.")
@click.option("--names", is_flag=True, help="Put names and files beside the students' words.")
@click.option("--course", type=_FOLDER, help="The course's folder, if you are not in it.")
@click.option("--replace", is_flag=True, help="Put it in place of what was made before.")
def collect(
    folder: Path,
    out: Path,
    notebooks: tuple[int, ...],
    names: bool,
    course: Path | None,
    replace: bool,
) -> None:
    """Make tables to mark in from a folder of students' exported journals.

    FOLDER holds the .json files that students downloaded from their journal's page. Nothing in
    it is changed. What students keep private is left out.
    """
    from swteach.course_folder import NoCourseError
    from swteach.editions.commands import OutputError
    from swteach.yamlfile import CourseFileError

    try:
        click.echo(_collect(folder, out, notebooks, names, course, replace))
    except (NoCourseError, OutputError) as error:
        raise click.ClickException(str(error)) from None
    except CourseFileError as error:
        raise click.ClickException(f"{error}\nNothing was written. Run swteach check.") from None
    except OSError as error:
        reason = f"{error.filename or out}: {error.strerror or error}"
        raise click.ClickException(f"Nothing was written. {reason}.") from None


def _collect(
    folder: Path,
    out: Path,
    notebooks: tuple[int, ...],
    names: bool,
    course: Path | None,
    replace: bool,
) -> str:
    from swteach.collecting.course_questions import read_questions
    from swteach.collecting.folder import collect as read_all
    from swteach.collecting.placing import check_out, put_in_place
    from swteach.collecting.sheets import choose, make_sheets
    from swteach.course_folder import find_course, is_around

    check_out(out, folder, replace)
    found = find_course(course)
    exercises = read_questions(found)
    asked = choose(exercises, notebooks)
    if not asked.exercises:
        known = ", ".join(str(number) for number in choose(exercises, ()).notebooks)
        raise click.UsageError(f"No such notebook asks anything. There are: {known}.")
    kept, left_out = read_all(folder, exercises, notebooks, _show_progress)
    if not kept:
        raise click.ClickException(say_nothing(folder, left_out))
    sheets = make_sheets(kept, left_out, asked, names=names)
    course_said = say_course(found, len(asked.exercises), bool(course) or is_around(found))
    said = f"{course_said}\n{summarise(kept, left_out)}"
    files = put_in_place(out, write_files(sheets), said)
    return f"{said}\n\nIn {out}:\n{files}"


def _show_progress(files: list[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="Reading journals", file=sys.stderr) as bar:
        yield from bar


def write_files(sheets: list[Sheet]) -> dict[str, bytes]:
    """Return the bytes of every file, by its name: a .csv of each table, and one .xlsx."""
    from swteach.collecting.spreadsheet import write_csv, write_workbook

    files = {f"{sheet.name}.csv": write_csv(sheet) for sheet in sheets}
    in_one = [sheet for sheet in sheets if sheet.name in IN_WORKBOOK]
    return {**files, "marking.xlsx": write_workbook(in_one)}


def say_nothing(folder: Path, left_out: list[File]) -> str:
    """Return that a folder has no journal to collect, and why each of its files is none."""
    said = f"There is nothing to collect in {folder}, so nothing was written."
    if not left_out:
        return f"{said} Put the students' journals (.json) into it."
    return "\n".join([said, *(f"  {one.name} {one.trouble}" for one in left_out)])


def say_course(course: Path, number: int, meant: bool) -> str:
    """Return which course's questions the answers were held against.

    Parameters
    ----------
    course
        Its folder.
    number
        How many of its questions were looked at.
    meant
        Whether it was named, or the command typed within it.
    """
    said = f"Marked against {course} ({number} questions)."
    return said if meant else f"{said}\n{FALLEN_BACK}"


def summarise(kept: list[HandIn], left_out: list[File]) -> str:
    """Return what a person reads first: how many journals, and each file that needs a look."""
    noted = [one for one in kept if one.note]
    lines = [f"{len(kept)} journals to mark, {len(left_out)} files left out."]
    lines += [f"  {one.name} {one.trouble}" for one in left_out]
    lines += ["To look at:"] if noted else []
    lines += [f"  {one.file} {one.note}" for one in noted]
    return "\n".join([*lines, KEPT_OUT, ANONYMOUS])
