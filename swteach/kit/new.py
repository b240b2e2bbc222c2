"""A course of a lecturer's own: a folder with notebooks, data and all that runs them."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from swteach.editions.packing import lay_out
from swteach.kit.choices import Choices
from swteach.kit.shipment import NAME, make_note
from swteach.kit.shipped import list_leftovers, list_shipped


class FolderError(Exception):
    """A folder that cannot be made; the message says why and what to do."""


def check_place(folder: Path) -> Path:
    """Return where a course would be made, or say why it cannot be made there."""
    try:
        place = folder.expanduser().absolute()
    except RuntimeError:
        raise FolderError(f"{folder} names no home on this machine. Name another.") from None
    if os.path.lexists(place) and not (place.is_dir() and not any(place.iterdir())):
        raise FolderError(
            f"{place} is there already, and nothing in it was changed. Name a new folder; to bring "
            "a course up to date, go there and type: swteach update"
        )
    return place


def make_course(folder: Path, choices: Choices) -> str:
    """
    Make a course in a new folder, which appears only when it is whole.

    Parameters
    ----------
    folder
        The folder to make; it may be there if it is empty.
    choices
        The course's name, and its notebooks.

    Returns
    -------
    str
        What was made, and what to do next.

    Raises
    ------
    FolderError
        Where something is there already, or the disk refuses.
    PartMissingError
        Where this copy of swteach is not whole.
    """
    place = check_place(folder)
    files = list_shipped(choices)
    try:
        _write(place, {**files, NAME: make_note(files)})
    except OSError as error:
        reason = error.strerror or error
        raise FolderError(f"Could not make {place}: {reason}. Nothing is left of it.") from error
    return _describe(place, choices, list_leftovers(files, choices.notebooks))


def _write(place: Path, files: dict[str, bytes]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    holder = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        lay_out(holder / "made", files)
        if place.exists():
            place.rmdir()  # refuses a folder that is no longer empty
        (holder / "made").rename(place)
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def _describe(place: Path, choices: Choices, leftovers: list[str]) -> str:
    numbers = ", ".join(f"{number:02}" for number in choices.notebooks)
    lines = [f"Your course is in {place}", f'"{choices.title}", with the notebooks {numbers}.', ""]
    if leftovers:
        lines += ["Read these places, since they speak of notebooks that you left out:"]
        lines += [f"  {one}" for one in leftovers] + [""]
    lines += ["Next:", f"  cd {place}", "  swteach check --fast", "README.md says the rest."]
    return "\n".join(lines)
