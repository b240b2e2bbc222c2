"""The journal's file: exact both ways, and honest about what is wrong with it."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_cases import answers, damage, pages

from swteach.journal import fileformat
from swteach.journal.fileformat import Reading, Trouble, read_pages, write_pages
from swteach.journal.pages import Pages

WHOLE = write_pages(answers(6))


@given(pages)
def test_a_file_gives_back_the_pages(held: Pages) -> None:
    """What is written is read again, exactly, and written again as the same bytes."""
    data = write_pages(held)
    assert read_pages(data) == Reading(held)
    assert write_pages(read_pages(data).pages) == data


@given(pages)
def test_layout_does_not_matter(held: Pages) -> None:
    """A file that a tool has laid out anew, in another encoding, is as good as before."""
    document = json.loads(write_pages(held))
    laid_out = json.dumps(document, indent=4).replace("\n", "\r\n")
    assert read_pages(laid_out.encode("utf-8-sig")) == Reading(held)
    assert read_pages(laid_out.encode("utf-16")) == Reading(held)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_bytes_of_any_kind_are_no_journal(data: bytes) -> None:
    """Nothing is raised, nothing is read, and something is said."""
    reading = read_pages(data)
    assert reading.trouble and not reading.pages.entries


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.NO_JSON),
        (WHOLE[: len(WHOLE) // 2], Trouble.NO_JSON),
        (b"[" * 100_000, Trouble.NO_JSON),
        (b'{"format": "swteach-journal", "version": NaN}', Trouble.NO_JSON),
        (b"\xef\xbb\xbf\r\n {", Trouble.NO_JSON),
        (WHOLE[10:], Trouble.NO_JSON),
        (b"\xef\xbb\xbf \n<!DOCTYPE html>\n<html>", Trouble.OTHER_KIND),
        (b"# My journal\n\n[2] {3}", Trouble.OTHER_KIND),
        (b"PK\x03\x04 as a Word file begins", Trouble.OTHER_KIND),
        (b"null", Trouble.FOREIGN),
        (b'{"cells": [], "nbformat": 4}', Trouble.FOREIGN),
        (b'{"format": "swteach-journal", "version": 1}', Trouble.DAMAGED),
        (WHOLE.replace(b'"version": 1', b'"version": 2'), Trouble.NEWER),
        (WHOLE.replace(b'"version": 1', b'"version": true'), Trouble.DAMAGED),
        (WHOLE.replace(b"answer 3", b"answer 8"), Trouble.DAMAGED),
        (WHOLE.replace(b'"text":""', b'"text":"Sam"'), Trouble.DAMAGED),
        (WHOLE.replace(b'"check"', b'"chuck"'), Trouble.DAMAGED),
    ],
)
def test_trouble_is_named(data: bytes, trouble: Trouble) -> None:
    """Each way of being wrong has its own words."""
    assert read_pages(data).trouble is trouble


def test_what_is_whole_in_a_damaged_file_is_read() -> None:
    """A journal cut short, or with one entry changed or taken out, gives all the others."""
    lines = WHOLE.split(b"\n")
    cut = b"\n".join(lines[:8])[:-20]
    assert read_pages(cut).pages == answers(3)
    # The whole entry is known already, and still its damaged line is no proof of it.
    changed = read_pages(WHOLE.replace(b"answer 3", b"answer 8"), answers(6).entries)
    assert {one.value for one in changed.pages.entries.values()} == {
        f"answer {n} é" for n in (0, 1, 2, 4, 5)
    }
    fewer = read_pages(b"\n".join(lines[:5] + lines[6:]))
    assert fewer.trouble is Trouble.DAMAGED and len(fewer.pages) == 5


def test_ten_thousand_damages_invent_nothing_and_lose_only_what_they_hit() -> None:
    """Whatever happens to the bytes, words are the student's or absent, and trouble is told."""
    chance, whole = random.Random(5), answers(6)
    lines = {one.line.encode(): key for key, one in whole.entries.items()}
    for _ in range(10_000):
        data = damage(WHOLE, chance)
        reading = read_pages(data)
        assert reading.pages.entries.items() <= whole.entries.items()
        assert reading.trouble or reading.pages == whole
        untouched = lines.keys() & {line.rstrip(b",") for line in data.split(b"\n")}
        assert {lines[line] for line in untouched} <= reading.pages.entries.keys()


def test_a_journal_never_grows_beyond_what_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit for writing is the limit for reading."""
    monkeypatch.setattr(fileformat, "MOST_BYTES", len(WHOLE))
    assert not read_pages(WHOLE).trouble
    assert read_pages(WHOLE + b" ").trouble is Trouble.TOO_LARGE
    with pytest.raises(ValueError, match="full"):
        write_pages(answers(7))
