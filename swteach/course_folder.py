"""A folder that holds a course: the checkout, a lecturer's own, or what is installed."""

from __future__ import annotations

from pathlib import Path

from swteach.datapackage import DESCRIPTOR, OWN_COURSE

SHIPPED = (Path(__file__).resolve().parent, Path(__file__).resolve().parent.parent)


class NoCourseError(FileNotFoundError):
    """No course was found; the message says where one was looked for and what to do."""


def find_course(named: Path | None = None) -> Path:
    """
    Return a course folder, which holds ``notebooks`` and ``data`` side by side.

    Parameters
    ----------
    named
        The folder itself. Without it, the current folder and those above it are tried, then
        the course that came with swteach.

    Raises
    ------
    NoCourseError
        Where there is none, or the lecturer's own has lost a part: another course in its place
        would look like theirs.
    """
    here = Path.cwd()
    places = [named] if named else [here, *here.parents, *SHIPPED]
    for place in places:
        if is_course(place):
            return place.resolve()
        if is_own(place):
            raise NoCourseError(
                f"{place} is a course that is not whole: it needs notebooks/ and "
                f"data/{DESCRIPTOR}. Take back what is missing from an older copy."
            )
    raise NoCourseError(
        f"{named or here} holds no course: a folder with notebooks/ and data/{DESCRIPTOR} in it. "
        "Go to your course's folder first, or name it (for build and collect: --course FOLDER)."
    )


def is_around(course: Path) -> bool:
    """Return whether the current folder lies in a course, as :func:`find_course` gives it.

    Where it does not, and none was named, it is the course that came with swteach.
    """
    here = Path.cwd().resolve()
    return course in (here, *here.parents)


def is_own(folder: Path) -> bool:
    """Return whether ``swteach new`` made a folder, even where parts of it are gone."""
    return (folder / OWN_COURSE).is_file()


def is_course(folder: Path) -> bool:
    """Return whether a folder holds notebooks and the data they need."""
    return (folder / "notebooks").is_dir() and (folder / "data" / DESCRIPTOR).is_file()
