"""Which entries are private: one rule for every export, for the page and for who collects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from swteach.journal.entry import Entry
from swteach.journal.pages import Pages

TICKS_ID, TICKS_KIND = "journal-page", "private ticks"


def name_question(entry: Entry) -> str:
    """Return what the entries of one question or tool have in common."""
    return f"{entry.id}: {entry.kind}"


def find_private(pages: Pages) -> set[str]:
    """
    Return the keys of the entries that are left out of what a student hands in.

    The last word of the student counts. An entry written as private makes the question's
    earlier ones private too. A tick on the journal's page does the same, for later ones as well,
    until it is taken away; that opens all of them, until the next entry written as private.
    """
    written: dict[str, list[str]] = defaultdict(list)
    private: dict[str, set[str]] = defaultdict(set)
    held: dict[str, bool] = {}
    seen: dict[str, bool] = {}
    for entry in _find_concerned(pages):
        for name, tick in _read_ticks(entry, seen):
            held[name], private[name] = tick, set(written[name]) if tick else set()
        if not _is_tick(entry):
            name = name_question(entry)
            written[name].append(entry.key)
            if entry.private:
                private[name] = set(written[name])
            elif held.get(name):
                private[name].add(entry.key)
    return set().union(*private.values())


def _find_concerned(pages: Pages) -> list[Entry]:
    """Return the ticks and the entries of each question that is private anywhere, in order."""
    names: set[str] = set()
    for entry in pages.entries.values():  # calling _is_tick would take half the time
        if entry.kind == TICKS_KIND:
            names.update(entry.value if isinstance(entry.value, dict) else ())
        elif entry.private:
            names.add(name_question(entry))
    if not names:
        return []
    entries = pages.entries.values()
    concerned = [e for e in entries if e.kind == TICKS_KIND or name_question(e) in names]
    return sorted(concerned, key=lambda entry: entry.order)


def _read_ticks(entry: Entry, seen: dict[str, bool]) -> Iterator[tuple[str, bool]]:
    """Yield each question that was ticked, or its tick taken away, and note it as seen."""
    if not (_is_tick(entry) and isinstance(entry.value, dict)):
        return
    # Early journals repeat older ticks beside the one that was changed.
    is_one = len(entry.value) == 1
    for name, tick in entry.value.items():
        if isinstance(tick, bool) and (is_one or seen.get(name) is not tick):
            seen[name] = tick
            yield name, tick


def _is_tick(entry: Entry) -> bool:
    return entry.kind == TICKS_KIND


def leave_out_private(pages: Pages) -> Pages:
    """
    Return a journal as it may be handed in: no private entry, and no record of what is private.

    Of the ticks it keeps those that a student took away from something written as private and
    handed in all the same; without them, whoever collects it would take that for private.
    """
    open_ones = _leave_out(pages, find_private(pages))
    ticks = [key for key, one in open_ones.entries.items() if one.kind == TICKS_KIND]
    if not ticks:
        return open_ones
    written = [one for one in open_ones.entries.values() if one.private and not _is_tick(one)]
    opened = {name_question(one) for one in written}
    gone = {key for key in ticks if not _opens(open_ones.entries[key], opened)}
    return _leave_out(open_ones, gone)


def _opens(tick: Entry, questions: set[str]) -> bool:
    """Return whether this took a tick away, from one of these questions and nothing else."""
    if not isinstance(tick.value, dict) or len(tick.value) != 1:
        return False
    [(name, still)] = tick.value.items()
    return still is False and name in questions


def leave_out_ticks(pages: Pages) -> Pages:
    """Return a journal without the record of what was ticked as private."""
    gone = {key for key, one in pages.entries.items() if one.kind == TICKS_KIND}
    return _leave_out(pages, gone)


def _leave_out(pages: Pages, keys: Collection[str]) -> Pages:
    if not keys:
        return pages
    kept = {key: one for key, one in pages.entries.items() if key not in keys}
    return replace(pages, entries=kept)
