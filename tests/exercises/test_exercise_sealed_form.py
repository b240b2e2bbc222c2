"""A sealed question in a file: what the check says where one was changed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from exercise_examples import write

from swteach.exercises import exercise_problems, read_exercises

SEALED = """notebook: 7
exercises:
  - id: n7-match-1
    type: match
    stem: Which figure answers which question?
    show_answers: never
    lefts: [How many were there?, How many for every 100?]
    rights: [A rate, A grade, A count]
    sealed:
      salt: 00112233445566778899aabbccddeeff
      right: [29820978c75cb8213f4f36e3e4ea70c4]
"""
SLIPS = {
    "lefts is missing": ("    lefts: [How many were there?, How many for every 100?]\n", "", 3),
    "seal is damaged": ("[29820978c75cb8213f4f36e3e4ea70c4]", "[right]", 9),
    "answer is not here": ("never", "after_attempt", 6),
    "unknown field": ("    sealed:", "    pairs: []\n    sealed:", 9),
    "stands twice": ("A grade", "A rate", 8),
    "must be fields": ("    sealed:\n", "    sealed: yes\n    hint:\n", 9),
    "step is no number": ("      right:", "      step: wide\n      right:", 11),
}


def test_a_sealed_question_is_read(tmp_path: Path) -> None:
    """It has no problems, and shows its partners as its file lists them."""
    path = write(tmp_path, SEALED)
    assert exercise_problems(path) == []
    (one,) = read_exercises(path)
    assert one.shown == ("A rate", "A grade", "A count")


@pytest.mark.parametrize("said", SLIPS)
def test_a_changed_seal_is_named_with_its_line(said: str, tmp_path: Path) -> None:
    """Each slip is said of its line, with what to do."""
    old, new, line = SLIPS[said]
    problems = exercise_problems(write(tmp_path, SEALED.replace(old, new)))
    told = [one for one in problems if said in one.message.replace('"', "")]
    assert [one.line for one in told] == [line], problems
    assert told[0].remedy
