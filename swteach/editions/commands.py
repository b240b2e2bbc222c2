"""`swteach build`: what others need from the course, from one source."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from swteach.course_folder import NoCourseError, find_course

# Kind: where its builder is. A builder writes into an empty folder and returns what it wrote;
# what it wants to say first stands in a file of the name SUMMARY.
BUILDERS: dict[str, str] = {
    "vle": "swteach.editions.vle:build",
    "students": "swteach.editions.student_copy:build",
    "workbook": "swteach.editions.workbook:build",
    "site": "swteach.editions.site_build:build",
    "tutors": "swteach.editions.tutor_pack:build",
}
AUDIENCES = ("tutors", "students")
SUMMARY = "summary.txt"
MOST_FILES = 40
# What a site may be without.
PARTS = ("answers", "scripts", "claims", "charts", "data")
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("kind", required=False)
@click.option("--for", "audience", type=click.Choice(AUDIENCES), help="A copy for these people.")
@click.option("--out", type=_FOLDER, required=True, help="The folder to make.")
@click.option("--course", type=_FOLDER, help="The course's folder, if you are not in it.")
@click.option("--replace", is_flag=True, help="Put it in place of what an earlier build made.")
@click.option("--notebook", type=int, multiple=True, help="Site: only this one; more than once.")
@click.option("--leave-out", type=click.Choice(PARTS), multiple=True, help="Site: without these.")
def build(
    kind: str | None,
    audience: str | None,
    out: Path,
    course: Path | None,
    replace: bool,
    notebook: tuple[int, ...],
    leave_out: tuple[str, ...],
) -> None:
    """Build something to hand out: KIND is vle, workbook or site, or name --for tutors or students.

    vle makes question files for Moodle, Canvas, Blackboard and Brightspace; workbook makes
    paper for rooms without computers; site makes pages for any browser. Your course is only read.
    """
    from swteach.editions.site_plan import UnknownNotebookError
    from swteach.yamlfile import CourseFileError

    name = _choose(kind, audience)
    wishes = {"notebooks": notebook, "leave_out": leave_out}
    options = {key: wish for key, wish in wishes.items() if wish}
    if options and name != "site":
        raise click.UsageError("--notebook and --leave-out are for building a site.")
    try:
        folder = find_course(course)
        summary = build_folder(name, folder, out, replace=replace, options=options)
    except CourseFileError as error:
        raise click.ClickException(
            f"{error}\nNothing was written. Mend it; swteach check says what else is wrong."
        ) from None
    except (NoCourseError, OutputError, UnknownNotebookError) as error:
        raise click.ClickException(str(error)) from None
    except FileNotFoundError as error:
        advice = "swteach check says what else is missing."
        raise click.ClickException(f"There is no {error.filename}. {advice}") from None
    except OSError as error:
        reason = error.strerror or error
        raise click.ClickException(f"Could not write {out}: {reason}.") from None
    click.echo(f"Built from {folder} into {out}\n\n{shorten(summary)}")


def shorten(summary: str) -> str:
    """Return a summary as a screen holds it: a long list of files becomes their number."""
    told, found, files = summary.partition("\nFiles:\n")
    count = len(files.splitlines())
    return (
        f"{told}\n{count} files, listed in {SUMMARY}." if found and count > MOST_FILES else summary
    )


class OutputError(Exception):
    """The folder to make is in the way; the message says why and what to do."""


def build_folder(
    name: str,
    course: Path,
    out: Path,
    *,
    replace: bool = False,
    options: Mapping[str, Any] = MappingProxyType({}),
) -> str:
    """
    Build one edition into a folder that appears only when it is whole.

    Parameters
    ----------
    name
        A key of ``BUILDERS``.
    course, out
        The course folder, and the folder to make.
    replace
        Whether ``out`` may be in place already, from an earlier build, and is replaced.
    options
        What else the builder takes, by name.

    Returns
    -------
    str
        What to tell: the builder's summary, and each file with its size.

    Raises
    ------
    OutputError
        Where ``out`` exists and may not be replaced.
    CourseFileError, OSError
        Where the course has problems, or the disk has.
    """
    out = _find_place(out)
    check_place(out, course, replace)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as holder:
        made, old = Path(holder, "made"), Path(holder, "old")
        made.mkdir()
        module, function = BUILDERS[name].split(":")
        getattr(import_module(module), function)(course, made, **options)
        summary = _finish(made)
        if out.exists():
            out.rename(old)
        made.rename(out)
    return summary


def _find_place(out: Path) -> Path:
    try:
        return out.expanduser().resolve()
    except RuntimeError:
        raise OutputError(f"{out} names no home on this machine. Name another folder.") from None


def check_place(out: Path, course: Path, replace: bool) -> None:
    """Raise OutputError unless a folder may be made here, with nothing of anybody's lost."""
    parts = [(course / part).resolve() for part in ("data", "notebooks")]
    if any(out.resolve().is_relative_to(part) for part in parts):
        raise OutputError(f"{out} lies among the course's own files. Name a folder beside them.")
    if not out.exists():
        return
    if not replace:
        raise OutputError(f"{out} is there already. Name another folder, or add --replace.")
    strange = _find_strange(out)
    if strange:
        raise OutputError(
            f"{out} holds {strange[0]}, which swteach build did not make. Nothing was changed. "
            "Move it elsewhere, or name another folder."
        )


def _find_strange(folder: Path) -> list[str]:
    """Return the files of a folder that its summary does not list."""
    listed: set[str] = set()
    if (folder / SUMMARY).is_file():
        lines = (folder / SUMMARY).read_text(encoding="utf-8", errors="replace").splitlines()
        listed = {line.rpartition(", ")[0].strip() for line in lines if line.endswith(" bytes")}
    return [name for name in _list(folder) if name not in listed | {SUMMARY}]


def _list(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _finish(made: Path) -> str:
    """Add to the summary what was made, and return it whole."""
    path = made / SUMMARY
    told = [path.read_text(encoding="utf-8").strip(), ""] if path.is_file() else []
    names = [name for name in _list(made) if name != SUMMARY]
    sizes = [f"  {name}, {(made / name).stat().st_size} bytes" for name in names]
    text = "\n".join([*told, "Files:", *sizes]) + "\n"
    path.write_bytes(text.encode())
    return text


def _choose(kind: str | None, audience: str | None) -> str:
    if (kind is None) == (audience is None):
        raise click.UsageError(
            "Name one thing: vle, workbook, site, --for tutors or --for students."
        )
    name = kind or audience or ""
    if name not in BUILDERS or (kind and name in AUDIENCES):
        known = ", ".join(f"--for {one}" if one in AUDIENCES else one for one in sorted(BUILDERS))
        raise click.UsageError(f'There is nothing called "{name}" to build. There is: {known}.')
    return name
