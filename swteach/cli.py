"""The `swteach` command: open the course, or check it.

Each command imports what it needs when it runs, so that `swteach --help` answers at once.
"""

from __future__ import annotations

from pathlib import Path

import click

from swteach.collecting.commands import collect
from swteach.corpus.commands import corpus
from swteach.editions.commands import build
from swteach.kit.commands import check, links, new, run, update

DEFAULT_FOLDER = "swteach-course"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="swteach", message="%(prog)s %(version)s")
def main() -> None:
    """Open and check the course on children's social care in England."""


main.add_command(collect)
main.add_command(corpus)
main.add_command(build)
main.add_command(check)
main.add_command(links)
main.add_command(new)
main.add_command(run)
main.add_command(update)


@main.command(context_settings={"ignore_unknown_options": True})
@click.option("--no-open", is_flag=True, help="Unpack the notebooks and stop there.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[FOLDER] [JUPYTER OPTIONS]")
def lab(no_open: bool, arguments: tuple[str, ...]) -> None:
    """Unpack the notebooks into FOLDER and open them in JupyterLab.

    FOLDER is made where it is missing, and asked for where it is not named. Files that are
    already there are never changed. Any further options go to JupyterLab, as in

        swteach lab my-course --no-browser --port 8890
    """
    from swteach.lab import LabError, open_lab, unpack_notebooks

    folder, options = split_arguments(arguments)
    try:
        unpacked = unpack_notebooks(folder or ask_folder())
    except LabError as error:
        raise click.ClickException(str(error)) from None
    click.echo(str(unpacked))
    if not no_open:
        open_lab(unpacked.folder, options)


def split_arguments(arguments: tuple[str, ...]) -> tuple[Path | None, tuple[str, ...]]:
    """Return the folder, where one is named first, and the options for JupyterLab."""
    if not arguments or arguments[0].startswith("-"):
        return None, arguments
    return Path(arguments[0]), arguments[1:]


def ask_folder() -> Path:
    """Ask where the notebooks shall go; without an answer, say how to name a folder."""
    try:
        answer = click.prompt("Folder for the notebooks", default=DEFAULT_FOLDER)
    except click.Abort:
        raise click.UsageError("No folder named. Try: swteach lab my-course") from None
    return Path(answer)
