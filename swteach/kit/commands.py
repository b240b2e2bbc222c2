"""The commands of a lecturer's own course: check, new, update, links, run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from swteach.kit.checking import Checked

_FOLDER = click.Path(path_type=Path)
ASKED = {
    "title": "Title of the course",
    "institution": "Institution",
    "level": "Level, such as: BA Social Work, year 2",
}
DEFAULTS = {"title": ("Children's social care in England",)}
_NOWHERE = "You are in no course. Go to its folder first, or name it."


@click.command()
@click.argument("folder", required=False, type=_FOLDER)
@click.option("--fast", is_flag=True, help="Do not run the notebooks: a few seconds.")
@click.option("--json", "as_json", is_flag=True, help="Report for machines.")
@click.option("--accept", is_flag=True, help="Keep changed figures and the answers they give.")
@click.pass_context
def check(
    context: click.Context, folder: Path | None, fast: bool, as_json: bool, accept: bool
) -> None:
    """Check a course and report every problem: file, line, what is wrong, what to do.

    FOLDER is a course (notebooks and data) or a data folder alone. Without it, the course that
    you are in is checked, or else the data that came with swteach. The command ends with 1
    where there is a problem, with 0 where there is none.
    """
    from swteach.kit.report import format_checked

    folder = _find_folder(folder)
    if accept:
        for line in _accept(folder):
            click.echo(line, err=as_json)  # what machines read stays JSON
    checked = _check(folder, fast or accept)
    click.echo(checked.to_json() if as_json else format_checked(checked, fast=fast or accept))
    context.exit(1 if checked.problems else 0)


def _find_folder(folder: Path | None) -> Path:
    from swteach.course_folder import SHIPPED, is_course, is_own
    from swteach.datapackage import find_data

    if folder:
        return folder.resolve() if (folder / "notebooks").is_dir() or is_own(folder) else folder
    above = (Path.cwd(), *Path.cwd().parents)
    found = next((place for place in above if is_course(place) or is_own(place)), None)
    return found if found and found != SHIPPED[0] else find_data()


def _check(folder: Path, fast: bool) -> Checked:
    from swteach.check import check_folder
    from swteach.course_folder import is_own
    from swteach.kit.checking import Checked, check_course

    if not (is_own(folder) or (folder / "notebooks").is_dir()):
        return Checked(folder, check_folder(folder))
    if not fast:
        click.echo("Running every notebook; this takes a minute or more.", err=True)
    return check_course(folder, fast=fast)


def _accept(folder: Path) -> list[str]:
    """Accept what was changed, unless something else is wrong; return what to say of it."""
    from swteach.kit.checking import accept, is_acceptable

    blocking = [one for one in _check(folder, fast=True).problems if not is_acceptable(one)]
    if blocking:
        return ["Nothing was accepted: mend what else is wrong first.\n"]
    return accept(folder) or ["Nothing had changed."]


@click.command()
@click.argument("folder", type=_FOLDER)
@click.option("--title", help="What the course is called.")
@click.option("--institution", help="Where it is taught.")
@click.option("--level", help="For whom, such as: BA Social Work, year 2.")
@click.option("--notebooks", help='Which notebooks: all, or numbers such as "1,5,7".')
def new(
    folder: Path,
    title: str | None,
    institution: str | None,
    level: str | None,
    notebooks: str | None,
) -> None:
    """Make a course of your own in FOLDER: notebooks, data, and all that runs them.

    What you do not give as an option is asked for. A folder that holds something is never
    written to.
    """
    from swteach.kit.choices import TEXTS, ChoiceError, check_text, choose, read_numbers
    from swteach.kit.new import FolderError, check_place, make_course
    from swteach.kit.parts import PartMissingError
    from swteach.kit.shipped import load_own_course

    try:
        check_place(folder)
        course = load_own_course()
        known = tuple(one.number for one in course.notebooks)
        texts = [
            given or _ask(ASKED[name], partial(check_text, name), *DEFAULTS.get(name, ()))
            for name, given in zip(TEXTS, (title, institution, level), strict=True)
        ]
        typed = notebooks or _ask_notebooks(course.notebooks, lambda one: read_numbers(one, known))
        choices = choose(*texts, typed, known)
        click.echo(make_course(folder, choices))
    except (ChoiceError, FolderError, PartMissingError) as error:
        raise click.ClickException(str(error)) from None


def _ask(what: str, check: Callable[[str], object], default: str | None = None) -> str:
    """Ask until an answer will do: a slip in the last must not cost those before it."""
    from swteach.kit.choices import ChoiceError

    def take(typed: str) -> str:
        try:
            check(typed)
        except ChoiceError as error:
            raise click.UsageError(str(error)) from None
        return typed

    try:
        return click.prompt(what, default=default, value_proc=take)
    except click.Abort:
        options = "--title, --institution, --level and --notebooks"
        raise click.UsageError(f"No answer. Give the options {options}.") from None


def _ask_notebooks(notebooks: tuple, check: Callable[[str], object]) -> str:
    for one in notebooks:
        click.echo(f"  {one.number}  {one.title} ({one.minutes} minutes)")
    return _ask("Which notebooks: all, or numbers with commas between", check, "all")


@click.command()
@click.argument("folder", required=False, type=_FOLDER)
@click.argument("notebooks", nargs=-1, type=_FOLDER)
@click.pass_context
def run(context: click.Context, folder: Path | None, notebooks: tuple[Path, ...]) -> None:
    """Run the notebooks of the course in FOLDER, or those named, and keep what they show."""
    from swteach.course_folder import SHIPPED, NoCourseError, find_course, is_around
    from swteach.kit.outputs import bring_up_to_date

    if folder and folder.suffix == ".ipynb":  # the name of the course was left out
        folder, notebooks = None, (folder, *notebooks)
    try:
        course = find_course(folder)
        if course == SHIPPED[0] or not (folder or is_around(course)):
            raise NoCourseError(_NOWHERE)
    except NoCourseError as error:
        raise click.ClickException(str(error)) from None
    paths = _find_notebooks(course, notebooks)
    done = [bring_up_to_date(path, check=False) for path in paths]
    context.exit(0 if done and all(done) else 1)


def _find_notebooks(course: Path, named: tuple[Path, ...]) -> list[Path]:
    """Return the notebooks named, from here or from the course's folder, or all of them."""
    from swteach.kit.notebook_file import NotebookFile, read_notebook

    there = sorted((course / "notebooks").glob("*.ipynb"))
    found = [one if one.is_file() else course / one for one in named] or there
    for path in found:
        if not path.is_file():
            known = ", ".join(f"notebooks/{one.name}" for one in there)
            raise click.ClickException(f"There is no {path}. There are: {known}.")
        read = read_notebook(path)
        if not isinstance(read, NotebookFile):
            raise click.ClickException(f"{path} {read.message} {read.remedy}")
    return found


@click.command()
@click.argument("repository", metavar="OWNER/REPO")
@click.option("--ref", default="main", help="A tag, so that the links keep leading to one state.")
@click.option("--hub", help="The address of your university's JupyterHub.")
@click.option("--notebook", help="The notebook to open, if not the first.")
def links(repository: str, ref: str, hub: str | None, notebook: str | None) -> None:
    """Print the links by which students open your copy of the course on GitHub."""
    from swteach.course_folder import NoCourseError, find_course
    from swteach.kit.links import (
        FIRST,
        LinkError,
        check_hub,
        describe_links,
        find_notebook,
        make_links,
    )

    try:
        path = find_notebook(notebook, find_course()) if notebook else FIRST
        click.echo(describe_links(make_links(repository, ref, path), hub and check_hub(hub)))
    except (LinkError, NoCourseError) as error:
        raise click.ClickException(str(error)) from None


@click.command()
@click.argument("folder", required=False, type=_FOLDER)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
def update(folder: Path | None, dry_run: bool) -> None:
    """Bring what is new in this swteach into the course in FOLDER, or the one you are in.

    What you changed stays as it is. Where the newer course changed the same file, it is named,
    and the newer one is laid beside it, in the folder new-versions.
    """
    from swteach.course_folder import SHIPPED, NoCourseError, find_course
    from swteach.kit.choices import ChoiceError
    from swteach.kit.parts import PartMissingError
    from swteach.kit.update import UpdateError, bring_up_to_date

    try:
        course = find_course(folder)
        if not folder and course in SHIPPED:
            raise NoCourseError(_NOWHERE)
        click.echo(bring_up_to_date(course, dry=dry_run))
    except (ChoiceError, NoCourseError, PartMissingError, UpdateError) as error:
        raise click.ClickException(str(error)) from None
