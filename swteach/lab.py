"""Lay the course's notebooks in a folder of the reader's own, and open them in JupyterLab."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FIRST_NOTEBOOK = "00_start_here.ipynb"
PACKAGE = Path(__file__).resolve().parent


class LabError(Exception):
    """The notebooks could not be laid out; the message says why and what to do."""


@dataclass(frozen=True)
class Unpacked:
    """What `unpack_notebooks` did: the folder, and the names written and left as they were."""

    folder: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"The course is in {self.folder}"]
        if self.written:
            lines.append(f"New: {', '.join(self.written)}")
        if self.kept:
            lines.append(f"Already there, not changed: {', '.join(self.kept)}")
            lines.append("For fresh copies, name a new folder.")
        return "\n".join(lines)


def find_notebooks() -> Path:
    """Return the folder of the course's notebooks: the package's own, else the checkout's.

    Raises
    ------
    LabError
        Neither holds the first notebook.
    """
    for folder in (PACKAGE / "notebooks", PACKAGE.parent / "notebooks"):
        if (folder / FIRST_NOTEBOOK).is_file():
            return folder
    raise LabError(f"This copy of swteach has no {FIRST_NOTEBOOK}. Install it again.")


def unpack_notebooks(folder: Path) -> Unpacked:
    """Copy the notebooks, and the files they need beside them, into a folder.

    A file that is already there is kept, whatever is in it. A copy appears under its own name
    only when it is whole, so a run that was cut short is finished by running it again.

    Parameters
    ----------
    folder : Path
        Where to; made where it is missing.

    Returns
    -------
    Unpacked
        The folder, the names written and the names kept.

    Raises
    ------
    LabError
        The folder is a file, may not be written to, or the disk is full.
    """
    source = find_notebooks()
    target = find_home(folder).absolute()
    make_folder(target)
    written, kept = [], []
    for name in sorted(course_files(source)):
        done = written if copy_new(source / name, target / name) else kept
        done.append(name.as_posix())
    return Unpacked(target, tuple(written), tuple(kept))


def find_home(folder: Path) -> Path:
    """Return a folder with ``~`` written out, or say that there is no such home."""
    try:
        return folder.expanduser()
    except RuntimeError:
        raise LabError(f"{folder} names no home on this machine. Name another folder.") from None


def make_folder(folder: Path) -> None:
    """Make a folder unless it is there, or say why it cannot be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise LabError(f"{folder} is a file, not a folder. Name another folder.") from None
    except OSError as error:
        raise refusal(folder, error) from error


def refusal(path: Path, error: OSError) -> LabError:
    """Put the system's reason and the way out in one line."""
    return LabError(
        f"Could not write {path}: {error.strerror or error}. Nothing of yours was changed. "
        "Make room or name another folder, then run the command again."
    )


def course_files(source: Path) -> Iterator[Path]:
    """Yield what belongs to the course in `source`, but no editor's or reader's own files."""
    for path in source.rglob("*"):
        name = path.relative_to(source)
        hidden = any(part.startswith((".", "__")) for part in name.parts)
        if path.is_file() and not hidden and not path.match("journal*.json"):
            yield name


def copy_new(source: Path, target: Path) -> bool:
    """Copy one file unless its target exists, and say whether it was copied."""
    if os.path.lexists(target):
        return False
    make_folder(target.parent)
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, part)
        part.replace(target)
    except OSError as error:
        remove_quietly(part)
        raise refusal(target, error) from error
    return True


def remove_quietly(path: Path) -> None:
    """Remove a half-written copy; where even that fails, the first error is the one to tell."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def open_lab(folder: Path, options: Sequence[str] = ()) -> None:
    """Run JupyterLab in this process, on the first notebook in `folder`, until it is stopped.

    Parameters
    ----------
    folder : Path
        Where the notebooks are; JupyterLab shows this folder.
    options : sequence of str
        Passed to JupyterLab as they are, as in ``--no-browser``.
    """
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance([str(folder / FIRST_NOTEBOOK), *options])
