"""An argument as a tree of parts, changed by small steps; its outline says all of it.

Steps never change a map, they return a new one, so that undoing is going back to the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

KINDS = ("conclusion", "reason", "evidence", "objection")
# What each kind may stand under; a conclusion stands under nothing.
UNDER = {
    "conclusion": (),
    "reason": ("conclusion", "reason", "objection"),
    "evidence": ("conclusion", "reason", "objection"),
    "objection": KINDS,
}
MOST_PARTS, MOST_CHARACTERS = 60, 400
INDENT = "  "
_LINE = re.compile(r"\s*([\d.]+) (Conclusion|Reason|Evidence|Objection): (.+)")


class ArgumentError(ValueError):
    """A step that a map cannot take; the message says why, and what to do."""


@dataclass(frozen=True)
class Part:
    """One part of an argument; ``under`` is the number of the part above, None at the top."""

    id: int
    kind: str
    text: str
    under: int | None


@dataclass(frozen=True)
class Line:
    """A part in its place in the outline: ``number`` is such as "1.2", ``depth`` counts from 0."""

    part: Part
    number: str
    depth: int

    @property
    def words(self) -> str:
        """The line as it is read: number, kind, text."""
        return f"{self.number} {self.part.kind.capitalize()}: {self.part.text}"


@dataclass(frozen=True)
class Argument:
    """Parts in order; those under the same part stand in the order of this list."""

    parts: tuple[Part, ...] = ()

    def __getitem__(self, id: int) -> Part:
        for part in self.parts:
            if part.id == id:
                return part
        raise ArgumentError("That part is not in the map any more. Choose another one.")

    def add(self, kind: str, text: str, under: int | None = None) -> Argument:
        """
        Return the map with one more part, last among those under the same part.

        Raises
        ------
        ArgumentError
            For an unknown kind, no words, a place where the kind may not stand, or a full map.
        """
        words = " ".join(str(text).split())[:MOST_CHARACTERS].strip()
        if not words:
            raise ArgumentError("Choose or write the words of the part first.")
        if len(self.parts) >= MOST_PARTS:
            raise ArgumentError(f"The map is full: it holds {MOST_PARTS} parts. Remove one first.")
        if kind not in KINDS:
            raise ArgumentError(f"Choose what it is: {', '.join(KINDS)}.")
        self._check_place(kind, under)
        id = max((part.id for part in self.parts), default=0) + 1
        return Argument((*self.parts, Part(id, kind, words, under)))

    def move(self, id: int, under: int | None) -> Argument:
        """Return the map with a part, and all under it, last under another part."""
        part = self[id]
        if under in self.find_branch(id):
            raise ArgumentError("A part cannot stand under itself or under what is below it.")
        self._check_place(part.kind, under)
        others = tuple(one for one in self.parts if one.id != id)
        return Argument((*others, replace(part, under=under)))

    def shift(self, id: int, step: int) -> Argument:
        """Return the map with a part one place earlier (-1) or later (1) among its neighbours."""
        part = self[id]
        row = self.list_under(part.under)
        place = row.index(part) + step
        if not 0 <= place < len(row):
            edge = "first" if step < 0 else "last"
            raise ArgumentError(f"It is the {edge} one in its place already.")
        other = row[place]
        swap = {part.id: other, other.id: part}
        return Argument(tuple(swap.get(one.id, one) for one in self.parts))

    def remove(self, id: int) -> Argument:
        """Return the map without a part and all that is under it."""
        gone = self.find_branch(self[id].id)
        return Argument(tuple(part for part in self.parts if part.id not in gone))

    def list_under(self, id: int | None) -> list[Part]:
        """Return the parts directly under a part, or at the top."""
        return [part for part in self.parts if part.under == id]

    def find_branch(self, id: int) -> set[int]:
        """Return the ids of a part and of all under it."""
        found = {id}
        for part in self.list_under(id):
            found |= self.find_branch(part.id)
        return found

    def find_places(self, kind: str, mover: int | None = None) -> list[Part]:
        """Return the parts that a kind may stand under; for a mover, none of its own branch."""
        closed = self.find_branch(mover) if mover is not None else set()
        lines = (line.part for line in self.lines())
        return [part for part in lines if part.kind in UNDER[kind] and part.id not in closed]

    def lines(self) -> list[Line]:
        """Return all parts in the order of the outline."""
        return list(self._walk(None, ""))

    def outline(self) -> str:
        """Return the map as indented lines, which ``read_outline`` takes back."""
        return "\n".join(INDENT * line.depth + line.words for line in self.lines())

    def _walk(self, under: int | None, lead: str) -> Iterator[Line]:
        for place, part in enumerate(self.list_under(under), 1):
            number = f"{lead}{place}"
            yield Line(part, number, number.count("."))
            yield from self._walk(part.id, f"{number}.")

    def _check_place(self, kind: str, under: int | None) -> None:
        if kind == "conclusion":
            if under is not None:
                raise ArgumentError("A conclusion stands at the top, under nothing.")
        elif under is None:
            raise ArgumentError(f"Choose what the {kind} stands under. Begin with a conclusion.")
        elif self[under].kind not in UNDER[kind]:
            raise ArgumentError(f"{_name(kind)} cannot stand under {self[under].kind}.")


def _name(kind: str) -> str:
    return kind.capitalize() if kind == "evidence" else f"The {kind}"


def read_outline(text: str) -> Argument:
    """
    Return the map that an outline describes.

    Raises
    ------
    ArgumentError
        For a line that is not of an outline, or that stands where it may not.
    """
    made, at = Argument(), {}
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        above = found and found[1].rpartition(".")[0]
        if not found or (above and above not in at):
            raise ArgumentError(f"This line is not of an outline: {line[:60]}")
        made = made.add(found[2].lower(), found[3], at.get(above) if above else None)
        at[found[1]] = made.parts[-1].id
    return made
