"""The journal's files: written whole or not at all, kept in five versions, never thrown away."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from swteach.journal.fileformat import MOST_BYTES, NOTHING, Known, Reading, Trouble, read_pages
from swteach.journal.pages import Pages

VERSIONS_KEPT = 5
Signature = tuple[int, int, int] | None


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """
    Put a file in place in one step: at every moment there is the old one or the new one, whole.

    Parameters
    ----------
    path
        The file; a temporary one is made in the same folder, for this account only.
    data
        All of it.
    durable
        Whether to wait until the disk itself has it, so that a power cut cannot undo it.

    Raises
    ------
    OSError
        Where it cannot be written. The old file is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_temporary(path), suffix=".tmp")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 (a handle has no path)
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 (the call that is promised to be one step)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    if durable:
        _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name last too; Windows and some network disks do so by themselves."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _temporary(path: Path) -> str:
    return f".{path.stem}-"


def has_traces(path: Path) -> bool:
    """Return whether the folder holds anything of this journal, hidden files included."""
    names = (other.name.removeprefix(".") for other in path.parent.iterdir())
    return any(name.startswith(path.stem) for name in names)


def sweep(path: Path) -> None:
    """Remove what a killed process left half written; only for the holder of the lock."""
    for left in path.parent.iterdir():
        if left.name.startswith(_temporary(path)) and left.suffix == ".tmp":
            with contextlib.suppress(OSError):
                left.unlink()


def sign(path: Path) -> Signature:
    """Return what changes whenever the file does; None where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def read_file(path: Path, known: Known = NOTHING) -> Reading:
    """Read a journal's file; what stands in the way is in the answer, never raised.

    See ``read_pages`` for ``known``.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Reading(Pages(), Trouble.NO_FILE)
        if found.st_size > MOST_BYTES:
            return Reading(Pages(), Trouble.TOO_LARGE)
        return read_pages(path.read_bytes(), known)
    except OSError:
        return Reading(Pages(), Trouble.UNREADABLE)


def keep_version(path: Path, data: bytes) -> None:
    """Keep a copy of what was just saved, in the place of the oldest once there are five."""
    kept = kept_versions(path)
    write_whole(_free_place(path, kept) or kept[-1], data, durable=False)


def _free_place(path: Path, kept: list[Path]) -> Path | None:
    """Return a name for one more version, until there are five.

    A name that goes away while JupyterLab lists the folder makes it say "Directory not found";
    so a version is never removed, only written over.
    """
    numbers = {_number(path, version) for version in kept}
    free = next(number for number in count(1) if number not in numbers)
    name = f"{path.stem}-version-{free}{path.suffix}"
    return path.with_name(name) if len(kept) < VERSIONS_KEPT else None


def kept_versions(path: Path) -> list[Path]:
    """Return the versions kept beside a journal, newest first."""
    with contextlib.suppress(OSError):
        found = [other for other in path.parent.iterdir() if _number(path, other)]
        return sorted(found, key=_written, reverse=True)
    return []


def _written(version: Path) -> int:
    found = sign(version)
    return found[2] if found else 0


def read_versions(path: Path, pages: Pages) -> Pages:
    """Return pages with all that can be read in the kept versions besides."""
    for version in kept_versions(path):
        pages |= read_file(version, pages.entries).pages
    return pages


def _number(path: Path, other: Path) -> int:
    shape = rf"{re.escape(path.stem)}-version-(\d{{1,9}}){re.escape(path.suffix)}"
    match = re.fullmatch(shape, other.name, re.ASCII)
    return int(match[1]) if match else 0


def set_aside(path: Path) -> str:
    """Give a file that cannot be used a name of its own, beside its place; return that name."""
    day = datetime.now(UTC).date().isoformat()
    for number in count(1):
        aside = path.with_name(f"{path.stem}-set-aside-{day}-{number}{path.suffix}")
        if not os.path.lexists(aside):
            path.rename(aside)
            return aside.name
    raise AssertionError("unreachable: count() has no end")
