"""An entry: what it may hold, and that it comes back as it went in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from journal_cases import entries, entry

from swteach.journal.entry import MOST_CHARACTERS, Entry, read_entry


@given(entries)
def test_a_line_gives_back_the_entry(one: Entry) -> None:
    """Every value that JSON can hold survives, and a line is one line of ASCII."""
    assert read_entry(json.loads(one.line)) == one
    assert one.line.isascii() and "\n" not in one.line


@given(entries)
def test_a_key_says_what_the_entry_says(one: Entry) -> None:
    """A change of any field, of its type or of its name is seen."""
    fields = json.loads(one.line)
    for name in fields:
        for changed in (
            {**fields, name: [fields[name], 1]},
            {k: v for k, v in fields.items() if k != name},
            {**fields, name + "x": 1},
        ):
            with pytest.raises(ValueError):
                read_entry(changed)


def loop() -> list[object]:
    """Return a list that holds itself."""
    around: list[object] = []
    around.append(around)
    return around


@pytest.mark.parametrize(
    "value", [{1, 2}, float("nan"), [float("inf")], object(), loop(), "x" * MOST_CHARACTERS]
)
def test_what_no_file_could_hold_is_refused(value: object) -> None:
    """The error comes when it is recorded, not when it is read again."""
    with pytest.raises((TypeError, ValueError)):
        entry(value)


@pytest.mark.parametrize("at", ["", "2026-11-25", "2026-13-25T19:42:00.000000Z", "٢" * 27])
def test_a_time_in_another_form_is_no_entry(at: str) -> None:
    """Times are compared as text, so all must have the one form."""
    with pytest.raises(ValueError):
        read_entry(json.loads(Entry(at, 0, "a", "n", "answer", "x", 1).line))
