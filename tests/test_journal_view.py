"""What is kept is listed as exports sort it, and what is private stays out of what is handed in."""

from __future__ import annotations

import pytest

from swteach.journal.entry import Entry
from swteach.journal.exports import render
from swteach.journal.exports.outline import outline
from swteach.journal.pages import Pages
from swteach.journal_view import (
    TICKS_ID,
    TICKS_KIND,
    find_private,
    leave_out,
    leave_out_ticks,
    list_notebooks,
)


def _entry(second: int, id: str, kind: str, value, **more) -> Entry:
    fields = {"notebook": "03_delegation_to_profit_caps", **more}
    at = f"2026-11-25T10:00:{second:02}.000000Z"
    return Entry(at, 0, "session", kind=kind, id=id, value=value, **fields)


ENTRIES = [
    _entry(1, "n3-mcq-1", "answer", "first", prompt="What did\nit do?"),
    _entry(2, "n3-mcq-1", "answer", "=second()", prompt="What did\nit do?"),
    _entry(3, "barometer-before", "barometer", {"inspection": "torn"}, private=True),
    _entry(4, "n7-ref-1", "reflection", "open at first"),
    _entry(5, "n7-ref-1", "reflection", "private later", private=True),
    _entry(6, "my-map", "map", "1 Conclusion: x", notebook="notes"),
    _entry(7, TICKS_ID, TICKS_KIND, {}, private=True),
]
PAGES = Pages({entry.key: entry for entry in ENTRIES})


def test_list_has_each_question_once_with_its_newest_words() -> None:
    """Notebooks come as in an export; a question has its prompt, newest words, time and count."""
    found = list_notebooks(PAGES)
    heads = [block.lines[0] for block in outline(leave_out_ticks(PAGES)) if block.kind == "h2"]
    assert [name for name, _ in found] == heads == ["Notebook 3", "Notebook 7", "notes"]
    first = found[0][1][0]
    assert (first.title, first.count, first.private) == ("What did it do?", 2, False)
    assert first.lines == ("\u2060=second()",)
    assert first.when == "25 November 2026, 10:00 UTC"


def test_private_is_what_was_private_or_ticked() -> None:
    """One private entry makes a question private, unless the student says otherwise."""
    own = {"barometer-before: barometer", "n7-ref-1: reflection"}
    assert find_private(PAGES, {}) == own
    ticks = {"n3-mcq-1: answer": True, "n7-ref-1: reflection": False}
    assert find_private(PAGES, ticks) == {"barometer-before: barometer", "n3-mcq-1: answer"}


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_nothing_private_is_handed_in(form: str) -> None:
    """No word of a private question, open entries of it included, is in any form."""
    data = render(leave_out(PAGES, find_private(PAGES, {})), form).decode()
    assert [word for word in ("torn", "open at first", "later", TICKS_KIND) if word in data] == []
    assert "second" in data
