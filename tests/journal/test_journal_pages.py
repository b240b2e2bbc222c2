"""Joining journals: in any order, any number of times, and no word lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from journal_cases import FIRST, SECOND, drafts, entry, gather, pages

from swteach.journal.entry import Entry
from swteach.journal.pages import Name, Pages


@given(pages, pages, pages)
def test_order_and_repetition_make_no_difference(a: Pages, b: Pages, c: Pages) -> None:
    """Joining is commutative, associative and idempotent, name included."""
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert a | a == a
    assert (a | b) | a == a | b


@given(pages, pages)
def test_joining_drops_nothing_but_typing_that_was_typed_on(a: Pages, b: Pages) -> None:
    """Each entry of either side is there, or is a draft whose every word is in a later one."""
    joined = (a | b).entries
    for one in [*a.entries.values(), *b.entries.values()]:
        assert one.key in joined or any(other.replaces(one) for other in joined.values())


@given(st.lists(drafts, max_size=8))
def test_the_words_of_typing_are_kept_whatever_is_deleted_later(typed: list[Entry]) -> None:
    """Every word of every draft is held by some entry of its stream, as a word or its start."""
    held = gather(typed).entries.values()
    for one in typed:
        same = [word for other in held if other.stream == one.stream for word in other.words]
        assert all(any(other.startswith(word) for other in same) for word in one.words)


def test_typing_on_leaves_one_entry_and_deleting_leaves_two() -> None:
    """A draft that grows takes its own place; one that loses words does not."""
    grown = gather(entry("I think ho"[:n], count=n, draft=True) for n in range(11))
    assert [one.value for one in grown.sorted()] == ["I think ho"]
    cut = grown.add(entry("I think", at=SECOND, draft=True))
    assert [one.value for one in cut.sorted()] == ["I think ho", "I think"]


def test_answers_and_other_sessions_are_never_replaced() -> None:
    """Only typing of the same session, question, kind and privacy is typed on."""
    first, second = {"draft": True}, {"draft": True, "at": SECOND}
    for old, new in (
        ({}, {"at": SECOND}),
        (first, {**second, "session": "b"}),
        (first, {**second, "id": "n3-mcq-2"}),
        (first, {**second, "kind": "reflection"}),
        (first, {**second, "private": True}),
        ({**first, "at": SECOND, "count": 1}, second),
    ):
        assert len(gather([entry("one", **old), entry("one two", **new)])) == 2, (old, new)


def test_the_newest_name_is_the_only_one() -> None:
    """A name that was taken away stays away, whichever journal is joined to which."""
    given_name, none = Pages(name=Name(FIRST, 0, "a", "Sam")), Pages(name=Name(SECOND, 0, "a", ""))
    assert (given_name | none).name.text == (none | given_name).name.text == ""
