"""The data folder itself: whether it is there, whole, and holds nothing unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from swteach.checks.problem import Problem
from swteach.datapackage import DESCRIPTOR, Resource

COPY = "Copy the course's whole data folder again."
YAML_IN = (".", "challenges")
# Notepad adds .txt, and Windows does not show it.
MISNAMED = (".yml", ".txt")


def check_there(folder: Path) -> Problem | None:
    """Return the one problem of a folder that cannot be checked at all."""
    if not folder.exists():
        return _whole(folder, "does not exist.", "Look at the spelling of the folder's name.")
    if not folder.is_dir():
        return _whole(folder, "is a file, not a folder.", "Name the folder that holds it.")
    if not any(folder.iterdir()):
        return _whole(folder, "is empty.", COPY)
    if not (folder / DESCRIPTOR).is_file():
        return _whole(
            folder, f"has no {DESCRIPTOR}: it is half-copied, or not a data folder.", COPY
        )
    return None


def check_files(folder: Path, resources: Iterable[Resource]) -> Iterator[Problem]:
    """Yield, in one problem, the tables whose files are missing, then each file too many."""
    paths = [resource.path for resource in resources]
    missing = [path for path in paths if not (folder / path).is_file()]
    if missing:
        message = f"is half-copied: it lacks {', '.join(missing)} ({len(missing)} of {len(paths)})."
        yield _whole(folder, message, COPY)
    for extra in sorted(folder.glob("*.csv")):
        if extra.name not in paths:
            remedy = f"Delete it, move it elsewhere, or describe it in {DESCRIPTOR}."
            yield Problem(extra.name, 0, "", "", f"is not described in {DESCRIPTOR}.", remedy)
    yield from _check_endings(folder)


def _check_endings(folder: Path) -> Iterator[Problem]:
    """Yield the YAML files that nothing reads; those of questions are named with the questions."""
    for path in sorted(path for place in YAML_IN for path in (folder / place).glob("*.y*ml*")):
        if path.suffix in MISNAMED:
            name, meant = path.relative_to(folder).as_posix(), f"{path.name.partition('.')[0]}.yaml"
            beside = (path.parent / meant).is_file()
            remedy = f"Delete it, or {meant} beside it." if beside else f"Rename it to {meant}."
            yield Problem(name, 0, "", "", "is not read: its name does not end in .yaml.", remedy)


def _whole(folder: Path, message: str, remedy: str) -> Problem:
    return Problem(str(folder), 0, "", "", message, remedy)
