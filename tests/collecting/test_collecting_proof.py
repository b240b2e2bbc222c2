"""The fast reader says of every file what the careful one says."""

from __future__ import annotations

import json
import random

import pytest
from hand_in_cases import make_journal

from swteach.collecting import proof
from swteach.collecting.proof import read_journal
from swteach.journal.entry import digest
from swteach.journal.fileformat import Reading, prove, read_pages, write_pages
from swteach.journal.pages import Pages

WHOLE = write_pages(make_journal(1, "Ada"))


def forge(**changes: object) -> bytes:
    """Return a journal of three entries, one of them changed and proven anew."""
    lines = [entry.fields for entry in make_journal(2).sorted()[:3]]
    lines[1] |= changes
    entries = [{**fields, "key": digest(fields)} for fields in lines]
    keys = sorted(str(fields["key"]) for fields in entries)
    name = {"at": "", "count": 0, "session": "", "text": ""}
    rows = ",\n".join(json.dumps(e, sort_keys=True, separators=(",", ":")) for e in entries)
    return (
        f'{{"format": "swteach-journal", "version": 1,\n"check": "{digest([keys, name])}",\n'
        f'"name": {json.dumps(name)},\n"entries": [\n{rows}\n]}}\n'
    ).encode()


def test_what_the_course_writes_is_read_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole journal needs no second look, and comes back with its name, entry by entry."""
    monkeypatch.setattr(proof, "read_pages", lambda data: pytest.fail("read twice"))
    assert read_journal(WHOLE) == Reading(make_journal(1, "Ada"))
    assert read_journal(forge()).trouble is None


def test_damage_is_seen_as_the_careful_reader_sees_it() -> None:
    """Five hundred ways to damage a file: the same trouble, and the same entries still whole."""
    chance = random.Random(7)
    for _ in range(500):
        at = chance.randrange(len(WHOLE))
        end = at + chance.choice([1, 1, 2, 40, 5000])
        put = chance.choice([b"", b"0", b"\n", b"\0", WHOLE[at : at + 9], b'{"at":'])
        damaged = WHOLE[:at] + put + WHOLE[end:]
        assert read_journal(damaged) == read_pages(damaged)


@pytest.mark.parametrize(
    "changes",
    [
        {"count": -1},
        {"count": 1.5},
        {"count": True},
        {"private": "no"},
        {"at": "2026-13-25T19:42:00.000000Z"},
        {"at": "2026-02-30T19:42:00.000000Z"},
        {"at": "2026-11-25T24:42:00.000000Z"},
        {"at": "2026-11-25T19:60:00.000000Z"},
        {"at": "2026-11-25T19:42:61.000000Z"},
        {"at": "2026-11-25"},
        {"at": "2026-11-25T19:42:00.000000Z\n2026-11-25T19:42:00.000000Z"},
        {"extra": 1},
        {"id": None},
    ],
)
def test_an_entry_that_proves_itself_and_is_none_is_refused(changes: dict[str, object]) -> None:
    """Whoever can count digests can write any field; the reader looks at each all the same."""
    forged = forge(**changes)
    assert read_journal(forged) == read_pages(forged)
    assert read_journal(forged).trouble is not None


def test_a_file_without_one_of_its_entries_is_damaged() -> None:
    """The head says which entries there are: taking a line out shows, and so does doubling it."""
    lines = WHOLE.split(b"\n")
    for rows in (lines[:5] + lines[6:], lines[:6] + lines[5:]):
        assert read_journal(b"\n".join(rows)).trouble is not None


def test_an_empty_journal_is_read() -> None:
    """A journal that holds nothing yet is whole."""
    data = write_pages(Pages())
    assert read_journal(data) == read_pages(data) and prove(Pages()).encode() in data
