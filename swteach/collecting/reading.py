"""A folder of students' journals: which files are read, which are not and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from swteach.collecting.answers import Answer, list_answers, put_in_order
from swteach.collecting.proof import read_journal
from swteach.collecting.scoring import Scorer
from swteach.journal.entry import Entry, digest
from swteach.journal.exports.outline import clean
from swteach.journal.fileformat import MOST_BYTES, Trouble
from swteach.journal.privacy import leave_out_private, leave_out_ticks

ASK = "Ask the student to download it again, as JSON."
REMEDIES = {
    Trouble.NEWER: "Update the course with pip, then collect again.",
    Trouble.UNREADABLE: "Copy it to another folder, then collect again.",
    Trouble.NO_FILE: "Take it out of the folder.",
    Trouble.FOREIGN: "If a student handed it in, ask for their journal, as JSON.",
}
OTHER_KINDS = {
    ".zip": "is a zip file. Unpack it in the folder, then collect again.",
    ".ipynb": "is a notebook, and no answers stand in it. Ask the student for their journal.",
}


@dataclass(frozen=True)
class File:
    """One file of the folder; ``trouble`` says why it was not used, and is empty where it was."""

    name: str
    trouble: str = ""
    note: str = ""


@dataclass(frozen=True)
class HandIn:
    """
    One student's journal, as far as it is handed in.

    Attributes
    ----------
    file
        Its name within the folder, safe to show.
    student
        A random word that stays the same each time this journal is collected.
    name
        The student's name; empty unless they gave one.
    keys
        The digests of all entries, by which copies are known.
    answers
        The rows.
    note
        What the lecturer should look at.
    """

    file: str
    student: str
    name: str
    keys: frozenset[str]
    answers: tuple[Answer, ...]
    note: str = ""


def find_files(folder: Path) -> list[Path]:
    """Return the files of a folder and of those within it, by name; hidden ones are passed over.

    Raises
    ------
    OSError
        Where the folder itself cannot be read.
    """
    next(folder.iterdir(), None)  # os.walk would pass over it in silence
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        found += [Path(place, name) for name in names if not _is_hidden(name)]
    return sorted(found)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__MACOSX"))


def read_hand_in(
    path: Path, folder: Path, scorer: Scorer, notebooks: frozenset[int] | None = None
) -> HandIn | File:
    """
    Read one file; never raises, whatever is in it.

    Returns
    -------
    HandIn or File
        The journal without what is private, or why there is none.
    """
    name = " ".join(clean(str(path.relative_to(folder).as_posix())))
    trouble, data = _read_bytes(path)
    if trouble:
        return File(name, trouble)
    reading = read_journal(data)
    if reading.trouble:
        # What is still whole of it may lack the tick that keeps the rest private.
        remedy = REMEDIES.get(reading.trouble, ASK)
        return File(name, f"{reading.trouble.value}. {remedy}")
    pages = leave_out_ticks(leave_out_private(reading.pages))
    entries = put_in_order(pages)
    answers = tuple(list_answers(entries, scorer, notebooks))
    if not answers:
        where = " from the notebooks you chose" if notebooks else ""
        return File(name, f"holds nothing that the student hands in{where}.")
    keys, student = frozenset(pages.entries), _name_student(entries[0])
    return HandIn(name, student, reading.pages.name.text, keys, answers)


def _read_bytes(path: Path) -> tuple[str, bytes]:
    """Return why a file is not read, or what is in it."""
    if path.suffix.lower() != ".json":
        other = "is no journal file (.json). Ask the student to download it as JSON."
        return OTHER_KINDS.get(path.suffix.lower(), other), b""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            return "is a link to another place. Put the file itself into the folder.", b""
        if not stat.S_ISREG(found.st_mode):
            return f"{Trouble.NO_FILE.value}. {REMEDIES[Trouble.NO_FILE]}", b""
        if found.st_size > MOST_BYTES:
            return f"{Trouble.TOO_LARGE.value}. {ASK}", b""
        return "", path.read_bytes()
    except OSError:
        return f"{Trouble.UNREADABLE.value}. {REMEDIES[Trouble.UNREADABLE]}", b""


def _name_student(earliest: Entry) -> str:
    return f"s-{digest(earliest.session)[:8]}"


def set_copies_apart(hand_ins: list[HandIn]) -> tuple[list[HandIn], list[File]]:
    """
    Keep the fullest of the journals that hold the same entries.

    Returns
    -------
    list of HandIn, list of File
        Those to mark, by student; and those left out, each with the file that holds its entries.
        Two that share a part only are both kept, with a note.
    """
    seen: set[str] = set()
    kept: list[HandIn] = []
    copies: list[File] = []
    for one in sorted(hand_ins, key=lambda one: (-len(one.keys), one.file)):
        shared = [] if one.keys.isdisjoint(seen) else _find_shared(one, kept)
        whole = [other for other in shared if one.keys <= other.keys]
        if whole:
            copies.append(_say_copy(one, whole[0]))
            continue
        if shared:
            names = ", ".join(sorted(other.file for other in shared))
            one = replace(one, note=f"shares entries with {names}.")
        seen |= one.keys
        kept.append(one)
    return sorted(_tell_apart(kept), key=lambda one: one.student), copies


def _find_shared(one: HandIn, others: list[HandIn]) -> list[HandIn]:
    return [other for other in others if not one.keys.isdisjoint(other.keys)]


def _say_copy(one: HandIn, other: HandIn) -> File:
    same = "the same entries as" if one.keys == other.keys else "nothing that is not also in"
    return File(one.file, f"holds {same} {other.file}, which is counted.")


def _tell_apart(hand_ins: list[HandIn]) -> Iterator[HandIn]:
    """Yield the journals, with a number behind a student's word that came up before."""
    seen: dict[str, int] = {}
    for one in hand_ins:
        seen[one.student] = count = seen.get(one.student, 0) + 1
        yield one if count == 1 else replace(one, student=f"{one.student}-{count}")
