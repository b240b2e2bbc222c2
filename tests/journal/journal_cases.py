"""Journals for tests: made by hand, and by chance (Hypothesis)."""

from __future__ import annotations

import random
import string
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from swteach.journal.entry import Entry, make_entry
from swteach.journal.pages import Name, Pages

FIRST = "2026-11-25T19:42:00.000000Z"
SECOND = "2026-11-25T19:42:01.000000Z"


def entry(value: Any = "Yes.", **fields: Any) -> Entry:
    """Return an entry, ordinary but for the fields that are given."""
    usual = {"at": FIRST, "count": 0, "session": "a", "notebook": "03_homes", "kind": "answer"}
    return make_entry(**{**usual, "id": "n3-mcq-1", "value": value, **fields})


def gather(entries: Iterable[Entry], name: Name | None = None) -> Pages:
    """Return pages made as a student makes them: one entry after the other."""
    pages = Pages(name=name or Name())
    for one in entries:
        pages = pages.add(one)
    return pages


def answers(count: int, start: int = 0) -> Pages:
    """Return pages with numbered answers."""
    numbers = range(start, start + count)
    return gather(entry(f"answer {n} é", id=f"n3-{n}", count=n) for n in numbers)


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return data with bytes changed, taken out, doubled, put in or cut off."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice([1, 1, 1, 2, 16, 500]))
    middle = chance.choice([b"", chance.randbytes(end - start), b"\0" * (end - start), data[:end]])
    return data[:start] + middle + (b"" if chance.random() < 0.1 else data[end:])


# Any character there is, lone halves of characters and controls included.
texts = st.text(st.characters(), max_size=30)
numbers = st.integers(-(10**40), 10**40) | st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
# Few words, so that one piece of typing often holds another.
typing = st.lists(st.sampled_from(["the", "home", "homes", "council"]), max_size=5).map(" ".join)
moments = st.sampled_from([FIRST, SECOND])
few = st.sampled_from
entries = st.builds(
    entry,
    json_values | typing,
    at=moments,
    count=st.integers(0, 2),
    session=few("ab"),
    notebook=few(["03_homes", "", "\ud800"]) | texts,
    kind=few(["answer", "reflection", "barometer"]) | texts,
    id=few(["n3-mcq-1", "n7-ref-1"]) | texts,
    prompt=texts,
    private=st.booleans(),
    draft=st.booleans(),
)
drafts = st.builds(
    entry, typing, at=moments, count=st.integers(0, 5), session=few("ab"), draft=st.booleans()
)
names = st.builds(Name, moments, st.integers(0, 2), few("ab"), st.text(string.printable))
pages = st.builds(gather, st.lists(entries, max_size=4) | st.lists(drafts, max_size=8), names)
