"""A copy of the course for students, without the answers that only their tutor shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from swteach.editions.commands import SUMMARY
from swteach.editions.items import FOR_TUTORS, Sheet, is_answered, read_sheets
from swteach.editions.leaks import Leak, find_leaks, read_words
from swteach.editions.packing import lay_out
from swteach.editions.sealing import (
    is_hashed,
    list_replies,
    list_secrets,
    must_seal,
    say_number,
    seal_file,
)
from swteach.editions.setup_files import list_package, write_setup
from swteach.exercises import Exercise, exercise_files
from swteach.yamlfile import CourseFileError, Problem, read_yaml

# In data/, what is read by the course; anything else there is a lecturer's own.
READ = (".csv", ".json", ".yaml")


def build(course_folder: Path, out: Path) -> list[Path]:
    """
    Write the student copy of a course.

    Parameters
    ----------
    course_folder
        As :func:`swteach.course_folder.find_course` gives it; only read.
    out
        An empty folder.

    Returns
    -------
    list of Path
        What was written: notebooks, data, the package, and what installs it.

    Raises
    ------
    CourseFileError
        Where the course has problems, or a text that is to be left out also stands elsewhere.
    """
    sheets = read_sheets(course_folder)
    exercises = [one for sheet in sheets for one in sheet.exercises]
    files, left_out = _take_data(course_folder / "data")
    files |= _take_notebooks(course_folder / "notebooks")
    files |= _seal_files(course_folder / "data", sheets)
    files |= list_package() | write_setup(course_folder)
    written = lay_out(out, files)
    _refuse_leaks(out, exercises)
    told = _summarise(exercises, left_out, out)
    return [*written, *lay_out(out, {SUMMARY: told})]


def _take_data(data: Path) -> tuple[dict[str, bytes], list[str]]:
    taken, left = {}, []
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        name = path.relative_to(data).as_posix()
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if path.suffix in READ and name not in FOR_TUTORS and not hidden:
            taken[f"data/{name}"] = path.read_bytes()
        else:
            left.append(f"data/{name}")
    return taken, left


def _take_notebooks(folder: Path) -> dict[str, bytes]:
    from swteach.lab import course_files

    names = (name for name in course_files(folder) if not name.name.startswith("journal"))
    return {f"notebooks/{name.as_posix()}": (folder / name).read_bytes() for name in names}


def _seal_files(data: Path, sheets: Sequence[Sheet]) -> dict[str, str]:
    paths = exercise_files(data)
    known = {sheet.notebook.number: sheet.exercises for sheet in sheets}
    return {
        f"data/exercises/{path.name}": seal_file(read_yaml(path), known[number])
        for number, path in paths.items()
        if any(must_seal(one) for one in known.get(number, ()))
    }


def _refuse_leaks(out: Path, exercises: Sequence[Exercise]) -> None:
    """Raise CourseFileError where a text that is left out stands elsewhere in the copy."""
    # The same words may be the reply to a question whose answer is shown.
    shown = {text for one in exercises if is_answered(one) for text in list_replies(one)}
    secrets = {
        one.id: [text for text in list_secrets(one) if text not in shown] for one in exercises
    }
    leaks = find_leaks(out, secrets)
    if leaks:
        raise CourseFileError([_say_leak(leak) for leak in leaks])


def _say_leak(leak: Leak) -> Problem:
    message = f'students are not to see this answer, but it also stands here: "{leak.text}"'
    remedy = "Take it out there, or write show_answers: after_attempt."
    place = f"{leak.cell}, {leak.exercise}" if leak.cell else leak.exercise
    return Problem(leak.file, leak.line, place, message, remedy)


def _summarise(exercises: Sequence[Exercise], left_out: Sequence[str], out: Path) -> str:
    sealed = [one for one in exercises if must_seal(one)]
    hashed = [one.id for one in sealed if is_hashed(one)]
    models = [one.id for one in sealed if getattr(one, "model", "")]
    others = [one.id for one in sealed if one.id not in {*hashed, *models}]
    lines = [
        f"Student copy: {len(exercises)} questions.",
        f"{len(exercises) - len(sealed)} have all that they had.",
        *_say_list("Without a model answer, which goes to tutors only", models),
        *_say_list("Without their answer; a hash says right or wrong", hashed),
        *_say_list("Without what they reveal; an answer is only noted", others),
        *_say_list("Left out: for tutors, or of a kind that the course does not read", left_out),
        *_say_list("Numbers that the notebook tells all the same", _find_told(exercises, out)),
        "What the record itself shows (figures, dates, evidence) is in the copy.",
    ]
    return "\n".join(lines) + "\n"


def _say_list(title: str, names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    if listed:
        yield f"{title} ({len(listed)}): {', '.join(listed)}."


def _find_told(exercises: Sequence[Exercise], out: Path) -> Iterator[str]:
    """Yield the questions whose answer, a number, stands in their own notebook."""
    wanted: dict[int, list[Exercise]] = {}
    for one in exercises:
        if is_hashed(one) and say_number(one):
            wanted.setdefault(one.notebook, []).append(one)
    for number, asked in sorted(wanted.items()):
        held = "".join(
            read_words(path) for path in (out / "notebooks").glob(f"{number:02}_*.ipynb")
        )
        words = {word.strip(".,;:()%") for word in held.split()}
        yield from (one.id for one in asked if say_number(one) in words)
