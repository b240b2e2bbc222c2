"""What is kept is listed as exports sort it, each question with whether it is private."""

from __future__ import annotations

from swteach.journal.entry import Entry
from swteach.journal.exports.outline import outline
from swteach.journal.pages import Pages
from swteach.journal.privacy import TICKS_ID, TICKS_KIND
from swteach.journal_view import list_notebooks


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
    heads = [block.lines[0] for block in outline(PAGES) if block.kind == "h2"]
    assert [name for name, _ in found] == heads == ["Notebook 3", "Notebook 7", "notes"]
    first = found[0][1][0]
    assert (first.title, first.count, first.private) == ("What did it do?", 2, False)
    assert first.lines == ("\u2060=second()",)
    assert first.when == "25 November 2026, 10:00 UTC"


def test_each_question_says_whether_it_is_private() -> None:
    """It is so by its newest words; the record of ticks itself is not listed."""
    items = [item for _, found in list_notebooks(PAGES) for item in found]
    private = {item.key for item in items if item.private}
    assert private == {"barometer-before: barometer", "n7-ref-1: reflection"}
    assert len(items) == 4
