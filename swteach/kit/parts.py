"""Where the parts of the course lie that swteach came with: in a checkout, or installed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from swteach.lab import course_files

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent
PINS = ("requirements.txt", "requirements-test.txt")
LICENCES = ("LICENSE", "LICENSE-CONTENT.md")
FOLDERS = ("data", "notebooks", "docs")
PAGES = (
    "accessibility.md",
    "adapting.md",
    "corpus.md",
    "data.md",
    "exercises.md",
    "handing_out.md",
    "hosting.md",
    "journal.md",
    "own_course.md",
    "site.md",
    "teaching.md",
    "vle.md",
)


class PartMissingError(FileNotFoundError):
    """A part that this copy of swteach lacks; the message says which and what to do."""


def is_checkout() -> bool:
    """Return whether swteach runs from a checkout rather than installed."""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "data").is_dir()


@lru_cache(maxsize=1)
def find_distribution() -> Distribution:
    """Return what Python's own records say of the installed swteach."""
    try:
        return distribution("swteach")
    except PackageNotFoundError:
        message = "swteach is not installed. Install it first: python -m pip install -e ."
        raise PartMissingError(message) from None


def read_file(name: str) -> bytes:
    """Return a file that lies at the top of the checkout; an installed swteach has a copy."""
    if is_checkout():
        return (CHECKOUT / name).read_bytes()
    for file in find_distribution().files or ():
        path = Path(str(file.locate()))
        if file.name == name and path.is_file():
            return path.read_bytes()
    raise PartMissingError(f"This copy of swteach has no {name}. Install it again.")


def read_folder(name: str) -> dict[str, bytes]:
    """Return the files of ``data``, ``notebooks`` or ``docs``, by their path within it."""
    place = CHECKOUT / name if is_checkout() else PACKAGE / name
    if not place.is_dir():
        raise PartMissingError(f"This copy of swteach has no {name}. Install it again.")
    files = sorted(course_files(place))
    if name == "docs":
        files = [file for file in files if file.as_posix() in PAGES]
    return {file.as_posix(): (place / file).read_bytes() for file in files}


def list_modules() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the package itself, without data, notebooks and what Python compiled."""
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        skipped = name.parts[0] in FOLDERS or "__pycache__" in name.parts
        if path.is_file() and not skipped and not any(part[0] == "." for part in name.parts):
            yield name.as_posix(), path.read_bytes()
