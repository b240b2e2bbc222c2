"""Hashes in place of answers: what they say agrees with the marks, and they tell nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from swteach.exercises import Numeric, find_right_response, load_exercises, mark
from swteach.exercises.seal import STEPS, make_seal

SALT = "00112233445566778899aabbccddeeff"
NUMBERS = [one for number in range(10) for one in load_exercises(number) if one.type == "numeric"]


def seal(one: Numeric) -> Numeric:
    right = find_right_response(one)
    return replace(one, seal=make_seal(one, right, SALT), answer=float("nan"), show_answers="never")


@pytest.mark.parametrize("one", NUMBERS[::4], ids=lambda one: one.id)
def test_numbers_are_marked_as_in_the_full_course(one: Numeric) -> None:
    """Around the answer both say the same, but for half a step at the edge of the tolerance."""
    sealed, width = seal(one), one.tolerance or 1
    for part in range(-2 * STEPS, 2 * STEPS + 1):
        value = one.answer + part * width / STEPS * 0.97
        edge = abs(abs(value - one.answer) - one.tolerance)
        if edge > one.tolerance / STEPS / 2:
            assert mark(sealed, repr(value)).verdict == mark(one, repr(value)).verdict, value


def test_edges_of_round_numbers_are_right() -> None:
    """An answer of 2.3 with a tolerance of 0.05 takes 2.25 and 2.35, and neither 2.2 nor 2.4."""
    sealed = seal(next(one for one in NUMBERS if one.id == "n4-num-6"))
    said = [mark(sealed, typed).verdict for typed in ("2.25", "2,35", "2.2", "2.4")]
    assert said == ["right", "right", "not quite", "not quite"]
    assert mark(sealed, "2.2").details == {"sealed": True}


def test_no_tolerance_means_exactly_that_number() -> None:
    """483 homes are 483, however the figures are typed."""
    sealed = seal(next(one for one in NUMBERS if one.id == "n0-num-1"))
    said = [mark(sealed, typed).verdict for typed in ("483", "483.0 homes", "482", "484")]
    assert said == ["right", "right", "not quite", "not quite"]


def test_what_is_no_answer_costs_no_attempt() -> None:
    """A sealed question asks again for a number, and keeps nothing."""
    assert not mark(seal(NUMBERS[0]), "many").counts


def test_another_salt_gives_other_hashes() -> None:
    """Two questions with one answer cannot be told to have one."""
    one = NUMBERS[0]
    first, second = (make_seal(one, one.answer, salt) for salt in (SALT, SALT[::-1]))
    assert not set(first.right) & set(second.right)
