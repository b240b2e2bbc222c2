"""A folder of journals: every file is used, or named with the reason."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_in_cases import course, gather, hand_in, make_journal, write_entry

from swteach.collecting.folder import collect
from swteach.exercises import Reflection
from swteach.journal.entry import make_entry
from swteach.journal.exports import render
from swteach.journal.fileformat import MOST_BYTES, write_pages
from swteach.journal.pages import Pages
from swteach.journal.privacy import TICKS_ID, TICKS_KIND

Make = Callable[[Path], object]
WHOLE = write_pages(make_journal(900))
NAN = b'{"format": "swteach-journal", "version": NaN, "entries": []}'


def make_hole(path: Path) -> None:
    """Make a file that claims to be larger than any journal, and takes no room."""
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)


HOSTILE: dict[str, Make] = {
    "empty.json": lambda path: path.write_bytes(b""),
    "cut short.json": lambda path: path.write_bytes(WHOLE[: len(WHOLE) // 2]),
    "a word changed.json": lambda path: path.write_bytes(WHOLE.replace(b"right", b"wrong", 1)),
    "a key changed.json": lambda path: path.write_bytes(WHOLE.replace(b'"key":"', b'"key":"0')),
    "a line out.json": lambda path: path.write_bytes(b"\n".join(WHOLE.split(b"\n")[:4])),
    "bytes.json": lambda path: path.write_bytes(os.urandom(5000)),
    "not utf-8.json": lambda path: path.write_bytes(WHOLE.replace(b"e", b"\xe9", 40)),
    "deep.json": lambda path: path.write_bytes(b"[" * 200_000),
    "a long number.json": lambda path: path.write_bytes(b'{"format": ' + b"9" * 9000 + b"}"),
    "not a number.json": lambda path: path.write_bytes(NAN),
    "huge.json": make_hole,
    "foreign.json": lambda path: path.write_bytes(b'{"cells": [], "nbformat": 4}'),
    "newer.json": lambda path: path.write_bytes(WHOLE.replace(b'"version": 1', b'"version": 2')),
    "empty journal.json": lambda path: path.write_bytes(write_pages(Pages())),
    "a link.json": lambda path: path.symlink_to("/dev/zero"),
    "a link to nothing.json": lambda path: path.symlink_to("nowhere"),
    "a pipe.json": os.mkfifo,
    "journal.docx": lambda path: path.write_bytes(b"PK\x03\x04"),
    "07_more.ipynb": lambda path: path.write_bytes(b"{}"),
    "all.zip": lambda path: path.write_bytes(b"PK\x03\x04"),
    "=cmd|' C calc'!A1.json": lambda path: path.write_bytes(b"{"),
    "red \x1b[31m\nname.json": lambda path: path.write_bytes(b"{"),
}


def test_hostile_files_are_named_and_skipped(tmp_path: Path) -> None:
    """Twenty-two files that are no journal stop nothing: each is named, with what to do."""
    hand_in(tmp_path, 3)
    for name, make in HOSTILE.items():
        make(tmp_path / name)
    kept, left_out = collect(tmp_path, course())
    assert len(kept) == 3
    names = [one.name for one in left_out]
    assert len(names) == len(HOSTILE) >= 20
    assert set(HOSTILE) - set(names) == {"=cmd|' C calc'!A1.json", "red \x1b[31m\nname.json"}
    assert all(one.trouble.endswith(".") and len(one.trouble) > 20 for one in left_out)
    assert not [name for name in names if "\x1b" in name or "\n" in name or name[0] == "="]


def test_a_damaged_journal_gives_up_nothing(tmp_path: Path) -> None:
    """What is whole in it is not used: the tick that keeps it private may be what is damaged."""
    (tmp_path / "a.json").write_bytes(WHOLE.replace(b'"check": "', b'"check": "0'))
    assert collect(tmp_path, course())[0] == []


def test_copies_are_counted_once(tmp_path: Path) -> None:
    """The fullest of a student's files is used, whatever the others are called."""
    whole = make_journal(5)
    early = Pages(dict(list(whole.entries.items())[:40]))
    (tmp_path / "b").mkdir()
    for name, pages in {"a.json": early, "b/c.json": whole, "d.json": whole}.items():
        (tmp_path / name).write_bytes(write_pages(pages))
    kept, left_out = collect(tmp_path, course())
    assert [one.file for one in kept] == ["b/c.json"]
    said = {one.name: one.trouble for one in left_out}
    assert "nothing that is not also in b/c.json" in said["a.json"]
    assert "the same entries as b/c.json" in said["d.json"]


def test_two_students_with_entries_in_common_are_both_kept_and_noted(tmp_path: Path) -> None:
    """One journal that took in part of another stands beside it, and the lecturer is told."""
    mine, theirs = make_journal(6), make_journal(7)
    part = dict(list(theirs.entries.items())[:10])
    (tmp_path / "a.json").write_bytes(write_pages(theirs))
    (tmp_path / "b.json").write_bytes(write_pages(Pages({**mine.entries, **part})))
    kept, left_out = collect(tmp_path, course())
    assert left_out == [] and len({one.student for one in kept}) == 2
    assert [one.note for one in kept if one.file == "a.json"] == ["shares entries with b.json."]


def test_a_student_s_word_stays_the_same(tmp_path: Path, class_folder: Path) -> None:
    """Renamed files, more answers and another day make no difference to it; nobody shares one."""
    words = {one.file: one.student for one in collect(class_folder, course())[0]}
    assert len(set(words.values())) == 12
    shutil.copy(class_folder / "student 003.json", tmp_path / "Ada.json")
    (again,), _ = collect(tmp_path, course())
    assert again.student == words["student 003.json"]
    more = write_entry(course()[0], "later", 80_000, "another session")
    longer = make_journal(3).add(more)
    (tmp_path / "Ada.json").write_bytes(write_pages(longer))
    assert collect(tmp_path, course())[0][0].student == again.student


REFLECTION = next(one for one in course() if isinstance(one, Reflection))


def write(*deeds: tuple[str, bool] | bool) -> Pages:
    """Return a journal in which words are written (private or not), or a tick is set."""
    made = []
    for at, deed in enumerate(deeds):
        if isinstance(deed, tuple):
            made.append(write_entry(REFLECTION, deed[0], at, "s", private=deed[1]))
        else:
            name = {f"{REFLECTION.id}: reflection": deed}
            tick = {"id": TICKS_ID, "kind": TICKS_KIND, "private": True}
            made.append(write_entry(REFLECTION, name, at, "s", **tick))
    stance = {"kind": "barometer", "id": "barometer-n1", "private": True}
    made.append(write_entry(REFLECTION, "BAROMETER", 90, "s", **stance))
    return gather([*made, write_entry(course()[0], "an answer", 99, "s")])


@pytest.mark.parametrize(
    ("deeds", "seen"),
    [
        ([("SECRET", True)], []),
        ([("SECRET", False), ("SECRET", True)], []),
        ([("SECRET", False), True], []),
        ([("OPEN", False)], ["OPEN"]),
        ([("OPEN", True), False], ["OPEN"]),
        ([("SECRET", True), ("OPEN", False)], ["OPEN"]),
        ([("SECRET", True), False, ("SECRET", True)], []),
    ],
)
@pytest.mark.parametrize("form", ["whole", "to hand in"])
def test_only_what_is_handed_in_is_collected(
    tmp_path: Path, deeds: list[tuple[str, bool] | bool], seen: list[str], form: str
) -> None:
    """The student's last word counts, in a journal as it lies there and in one to hand in."""
    data = render(write(*deeds), "json", private=form == "whole")
    (tmp_path / "a.json").write_bytes(data)
    (one,), _ = collect(tmp_path, course())
    assert [answer.text for answer in one.answers if answer.kind == "reflection"] == seen
    assert "SECRET" not in repr(one) and "BAROMETER" not in repr(one)
    assert "an answer" in repr(one)


def test_a_barometer_that_was_opened_is_collected(tmp_path: Path) -> None:
    """A student may hand in a reading; it has no mark."""
    reading = {"kind": "barometer", "id": "barometer-n1", "private": True}
    tick = {"id": TICKS_ID, "kind": TICKS_KIND, "private": True}
    entries = [
        write_entry(REFLECTION, {"inspection": 2}, 1, "s", **reading),
        write_entry(REFLECTION, {"barometer-n1: barometer": False}, 2, "s", **tick),
    ]
    (tmp_path / "a.json").write_bytes(write_pages(gather(entries)))
    (one,), _ = collect(tmp_path, course())
    assert [(answer.kind, answer.text, answer.last) for answer in one.answers] == [
        ("barometer", "inspection: 2", "")
    ]


def test_attempts_are_counted_and_typing_under_way_is_none(tmp_path: Path) -> None:
    """First and last attempt are marked apart; a reflection counts once it was finished."""
    numeric = next(one for one in course() if one.type == "numeric")
    right = f"{numeric.answer:.6f}"
    entries = [write_entry(numeric, text, at, "s") for at, text in enumerate(["-99", "8", right])]
    entries.append(write_entry(REFLECTION, "only begun", 9, "s", draft=True))
    (tmp_path / "a.json").write_bytes(write_pages(gather(entries)))
    (one,), _ = collect(tmp_path, course())
    first, second = one.answers
    assert (first.attempts, first.first, first.last, first.text) == (3, "not quite", "right", right)
    assert (second.attempts, second.words, second.last) == (0, 2, "incomplete")


def test_what_the_course_does_not_know_is_kept(tmp_path: Path) -> None:
    """A question of another course is told in its own words, with no verdict."""
    made = make_entry(
        **{"at": "2026-11-25T09:00:00.000000Z", "count": 0, "session": "a", "notebook": "12_own"},
        **{"kind": "answer", "id": "n12-own-1", "value": "Mine.", "prompt": "What is yours?"},
    )
    (tmp_path / "a.json").write_bytes(write_pages(gather([made])))
    (one,), _ = collect(tmp_path, course())
    (row,) = one.answers
    assert (row.notebook, row.prompt, row.text, row.last) == (12, "What is yours?", "Mine.", "")
