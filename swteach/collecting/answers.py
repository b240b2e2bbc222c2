"""One row for each thing that a student answered or wrote, from the entries of their journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter, lt
from typing import NamedTuple

from swteach.collecting.scoring import Marker, Name, Place, Scorer
from swteach.journal.entry import Entry
from swteach.journal.exports.outline import find_place
from swteach.journal.pages import Pages

_ORDER = attrgetter("at", "count", "session", "key")
# Answer(...) takes twice as long.
_fill = tuple.__new__
# Longer texts of tools (a whole briefing, a drawing) are read in the student's own file.
MOST_TEXT = 30_000


class Answer(NamedTuple):
    """
    All that one student gave to one question or tool.

    Attributes
    ----------
    notebook
        Its number; 10,000 where there is none.
    question, kind
        The id, and what the journal calls it: answer, prediction, reflection, claim check, ...
    prompt
        The question in the journal's words, where it is none of the course's.
    attempts
        How often it was answered or finished; 0 where it was only begun.
    first, last
        The verdict on the first and the last attempt, as ``Judged`` has it.
    words
        How many words a reflection has.
    text
        What stands there last, as lines; of a prediction, what was said first.
    at
        When that was, in UTC.
    """

    notebook: int
    question: str
    kind: str
    prompt: str
    attempts: int
    first: str
    last: str
    words: int
    text: str
    at: str


def list_answers(
    entries: Iterable[Entry], scorer: Scorer, notebooks: Collection[int] | None = None
) -> list[Answer]:
    """
    Return the rows of one journal, in the order in which they were begun.

    Parameters
    ----------
    entries
        The journal in order, without what is private.
    scorer
        What marks the questions of the course.
    notebooks
        The numbers of those to look at; by default all.
    """
    groups: dict[Name, list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.id, entry.kind), []).append(entry)
    rows = [_sum_up(scorer.find(name), group) for name, group in groups.items()]
    return rows if notebooks is None else [row for row in rows if row.notebook in notebooks]


def put_in_order(pages: Pages) -> list[Entry]:
    """Return the entries of a journal in order of time, as ``Pages.sorted`` does."""
    entries = [*pages.entries.values()]
    times = [entry.at for entry in entries]
    # As the course writes them, they are in order: to see that is faster than to sort.
    is_sorted = all(map(lt, times, times[1:]))
    return entries if is_sorted else sorted(entries, key=_ORDER)


def _sum_up(marker: Marker, entries: list[Entry]) -> Answer:
    if len(entries) > 1:
        return _sum_up_all(marker, entries)
    [entry] = entries
    verdict, text, words = marker.judge(entry.value)
    if len(text) > MOST_TEXT:
        text = _cut(text)
    place = marker.place or _find_place(entry)
    told = (0 if entry.draft else 1, verdict, verdict, words, text, entry.at)
    return _fill(Answer, place + told)


def _sum_up_all(marker: Marker, entries: list[Entry]) -> Answer:
    kind, newest = entries[-1].kind, entries[-1]
    done = [one for one in entries if not one.draft]
    shown = done[0] if done and kind == "prediction" else newest
    last, text, words = marker.judge(shown.value)
    again = len(done) > 1 and kind == "answer"
    first = marker.judge(done[0].value).verdict if again else last
    told = (len(done), first, last, words, _cut(text), shown.at)
    return _fill(Answer, (marker.place or _find_place(newest)) + told)


def _find_place(entry: Entry) -> Place:
    """Return the notebook that an answer to no question of the course was given in."""
    return find_place(entry)[0], entry.id, entry.kind, entry.prompt


def _cut(text: str) -> str:
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]} [cut here]"
