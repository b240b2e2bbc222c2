"""One rule for what is private: the last word of the student counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from journal_cases import entry, gather, pages

from swteach.journal.exports import render
from swteach.journal.pages import Pages
from swteach.journal.privacy import (
    TICKS_ID,
    TICKS_KIND,
    find_private,
    leave_out_private,
    leave_out_ticks,
)

NAME = "n7-ref-1: reflection"


def write(*deeds: Any) -> Pages:
    """Return a journal of deeds: (words, private) is written, a dict or a bool is ticked."""
    made = []
    for count, deed in enumerate(deeds):
        if isinstance(deed, tuple):
            fields = {"id": "n7-ref-1", "kind": "reflection", "private": deed[1]}
            made.append(entry(deed[0], **fields, count=count))
        else:
            ticks = {NAME: deed} if isinstance(deed, bool) else deed
            fields = {"id": TICKS_ID, "kind": TICKS_KIND, "private": True}
            made.append(entry(ticks, **fields, count=count))
    return gather(made)


def apart(held: Pages) -> set[str]:
    """Return the words that are private."""
    return {held.entries[key].value for key in find_private(held)}


@pytest.mark.parametrize(
    ("deeds", "private"),
    [
        ([("one", False), ("two", False)], ""),
        ([("one", False), ("two", True)], "one two"),
        ([("one", True), ("two", False)], "one"),
        ([("one", True), ("two", False), ("three", True)], "one two three"),
        ([("one", False), True, ("two", False)], "one two"),
        ([("one", True), False], ""),
        ([("one", True), False, ("two", True)], "one two"),
        ([("one", True), False, ("two", True), False], ""),
        ([("one", False), True, ("two", False), False, ("three", False)], ""),
    ],
)
def test_the_last_word_counts(deeds: list[Any], private: str) -> None:
    """A tick covers what was written before it; taken away on the page, it opens all of it."""
    assert apart(write(*deeds)) == set(private.split())


def test_ticks_of_early_journals_are_read() -> None:
    """They repeat older ticks, which must not undo what was written as private since."""
    other = {"n3-mcq-1: answer": True}
    held = write(("one", True), False, ("two", True), {NAME: False, **other})
    assert apart(held) == {"one", "two"}
    assert apart(write(("one", False), {NAME: True, **other})) == {"one"}


def test_a_question_is_private_by_itself() -> None:
    """The tick of one question leaves another, and another kind of entry, as they were."""
    open_ones = [entry("mcq"), entry("sure", id="n7-ref-1", kind="confidence")]
    held = write(("one", True)) | gather(open_ones)
    assert apart(held) == {"one"}


def test_what_was_opened_stays_open_in_what_is_handed_in() -> None:
    """A reflection written as private and then opened is still there when it is collected."""
    handed_in = leave_out_private(write(("one", True), False, ("two", False)))
    assert {"one", "two"} <= {str(one.value) for one in handed_in.entries.values()}
    assert leave_out_private(handed_in) == handed_in


def test_no_trace_of_what_is_private_is_handed_in() -> None:
    """A tick taken away and set again leaves neither the words nor the record of it."""
    assert not leave_out_private(write(("one", True), False, ("two", True))).entries
    assert not leave_out_private(write(("one", True), False, True)).entries


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_no_export_to_hand_in_has_a_private_word(form: str) -> None:
    """Words that were open before the tick are in no form; nor is the record of ticks."""
    tick = {"n3-mcq-1: answer": False}
    held = write(("before", False), ("after", True), tick) | gather([entry("an answer")])
    shared = render(held, form, private=False).decode()
    words = ("before", "after", TICKS_KIND, TICKS_ID)
    assert "an answer" in shared and [word for word in words if word in shared] == []
    whole = render(held, form).decode()
    assert "before" in whole and "after" in whole


@given(pages)
def test_what_is_written_as_private_is_private_until_it_is_ticked_open(held: Pages) -> None:
    """Without ticks, no entry that was written as private is left in; nothing else is added."""
    written = {key for key, one in held.entries.items() if one.private}
    without = leave_out_ticks(held)
    assert written & without.entries.keys() <= find_private(without)
    assert leave_out_private(without).entries.keys() == (
        without.entries.keys() - find_private(without)
    )
