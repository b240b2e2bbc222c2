"""One row for each thing that a student answered or wrote, from the entries of their journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from swteach.collecting.scoring import Scorer
from swteach.journal.entry import Entry
from swteach.journal.exports.outline import find_place
from swteach.journal.pages import Pages

_ORDER = attrgetter("at", "count", "session", "key")
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
    pages: Pages, scorer: Scorer, notebooks: Collection[int] | None = None
) -> list[Answer]:
    """
    Return the rows of one journal, in the order in which they were begun.

    Parameters
    ----------
    pages
        The journal, without what is private.
    scorer
        What marks the questions of the course.
    notebooks
        The numbers of those to look at; by default all.
    """
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in pages.entries.values():
        groups.setdefault((entry.id, entry.kind), []).append(entry)
    return list(_gather(groups.values(), scorer, notebooks))


def _gather(
    groups: Iterable[list[Entry]], scorer: Scorer, notebooks: Collection[int] | None
) -> Iterator[Answer]:
    exercises = scorer.exercises
    for entries in groups:
        if len(entries) > 1:
            entries.sort(key=_ORDER)
        newest = entries[-1]
        exercise = exercises.get(newest.id)
        # The course's own words for what all journals hold, so that they are in memory once.
        if exercise:
            place = (exercise.notebook, exercise.id, intern(newest.kind), "")
        else:
            place = (find_place(newest)[0], newest.id, newest.kind, newest.prompt)
        if notebooks is None or place[0] in notebooks:
            # _make takes half the time of a call with ten arguments.
            yield Answer._make(place + _sum_up(place[1], place[2], entries, scorer))


def _sum_up(
    id: str, kind: str, entries: list[Entry], scorer: Scorer
) -> tuple[int, str, str, int, str, str]:
    newest = entries[-1]
    if len(entries) == 1:
        verdict, text, words = scorer.judge(id, kind, newest.value)
        return int(not newest.draft), verdict, verdict, words, _cut(text), newest.at
    done = [one for one in entries if not one.draft]
    shown = done[0] if done and kind == "prediction" else newest
    last, text, words = scorer.judge(id, kind, shown.value)
    again = len(done) > 1 and kind == "answer"
    first = scorer.judge(id, kind, done[0].value).verdict if again else last
    return len(done), first, last, words, _cut(text), shown.at


def _cut(text: str) -> str:
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]} [cut here]"
