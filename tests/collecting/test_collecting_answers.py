"""A row for each question: what stands first and last, however the file has its entries."""

from __future__ import annotations

import random

import pytest
from hand_in_cases import course, gather, make_journal, write_entry

from swteach.collecting.answers import list_answers, put_in_order
from swteach.collecting.scoring import Scorer
from swteach.exercises.models import Choice
from swteach.journal.pages import Pages

QUESTION = next(one for one in course() if isinstance(one, Choice) and not one.predict)
RIGHT = next(option.text for option in QUESTION.options if option.correct)
WRONG = next(option.text for option in QUESTION.options if not option.correct)


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_entries_come_in_order_of_time(seed: int | None) -> None:
    """As the course writes them, or in any other order, the outcome is that of the journal."""
    pages = make_journal(3)
    entries = pages.sorted()
    if seed is not None:
        random.Random(seed).shuffle(entries)
    shuffled = Pages({entry.key: entry for entry in entries})
    assert put_in_order(shuffled) == pages.sorted()


def test_of_two_answers_in_one_instant_the_later_count_is_last() -> None:
    """A clock may stand still between two clicks; the count tells them apart."""
    pair = [
        write_entry(QUESTION, text, 9, "a", count=count) for text, count in ((RIGHT, 1), (WRONG, 0))
    ]
    [row] = list_answers(put_in_order(gather(pair)), Scorer(course()))
    assert (row.attempts, row.first, row.last, row.text) == (2, "not quite", "right", RIGHT)
    assert (row.notebook, row.question, row.kind) == (QUESTION.notebook, QUESTION.id, "answer")
