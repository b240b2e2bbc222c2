"""What an update would do with each file of a course."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from swteach.datapackage import OWN_COURSE
from swteach.kit.answer_key import NAME as KEY
from swteach.kit.fingerprint import take
from swteach.kit.shipment import NAME as NOTE

# These hold what the lecturer accepted or chose: a newer one is never put in their place.
OWN = (f"data/{KEY}", OWN_COURSE, NOTE)


@dataclass
class Difference:
    """Files by what becomes of them; ``kept`` are the lecturer's, with nothing new to bring."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to bring in and nothing to name."""
        return not (self.added or self.replaced or self.removed or self.conflicts)


def compare(folder: Path, before: dict[str, str], new: dict[str, bytes]) -> Difference:
    """
    Say what an update would do.

    Parameters
    ----------
    folder
        The lecturer's course.
    before
        The fingerprint of each file as it was shipped to this course.
    new
        Each file as it would be shipped now.
    """
    found = Difference()
    for name in sorted({*before, *new} - set(OWN)):
        path = folder / name
        mine = take(name, path.read_bytes()) if path.is_file() else None
        theirs = take(name, new[name]) if name in new else None
        _sort(found, name, mine, before.get(name), theirs)
    return found


def _sort(
    found: Difference, name: str, mine: str | None, before: str | None, theirs: str | None
) -> None:
    if mine == theirs:
        return
    if mine is None:
        # What the lecturer deleted stays deleted.
        (found.gone if before else found.added).append(name)
    elif mine == before:
        (found.replaced if theirs else found.removed).append(name)
    elif theirs is None or theirs == before:
        found.kept.append(name)
    else:
        found.conflicts.append(name)
