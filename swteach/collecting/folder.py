"""All journals of a folder, read and marked."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from swteach.collecting.reading import (
    File,
    HandIn,
    find_files,
    read_hand_in,
    set_copies_apart,
)
from swteach.collecting.scoring import Scorer
from swteach.exercises import Exercise

Progress = Callable[[list[Path]], Iterable[Path]]


def collect(
    folder: Path,
    exercises: Iterable[Exercise],
    notebooks: Collection[int] | None = None,
    progress: Progress = iter,
) -> tuple[list[HandIn], list[File]]:
    """
    Read all journals of a folder.

    Parameters
    ----------
    folder
        The students' files; folders within it are read too.
    exercises
        The questions of the course.
    notebooks
        The numbers of those to look at; by default all.
    progress
        Given the files, yields each one when it is its turn.

    Returns
    -------
    list of HandIn, list of File
        The journals to mark, by student, and the files that are not, by name.

    Raises
    ------
    OSError
        Where the folder cannot be read.
    """
    scorer = Scorer(exercises)
    chosen = frozenset(notebooks) if notebooks else None
    files = find_files(folder)
    with _without_cycles():
        found = [read_hand_in(path, folder, scorer, chosen) for path in progress(files)]
    kept, copies = set_copies_apart([one for one in found if isinstance(one, HandIn)])
    left_out = [one for one in found if isinstance(one, File)]
    return kept, sorted([*left_out, *copies], key=lambda one: one.name)


@contextmanager
def _without_cycles() -> Iterator[None]:
    """Pause the search for cycles, of which JSON has none and for which half the time would go."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Puts all that was read among what is old, where it is not looked through at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
