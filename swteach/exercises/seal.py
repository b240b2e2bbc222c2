"""Right answers that are not there: salted hashes, which say of an answer whether it is right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from hashlib import pbkdf2_hmac
from hmac import compare_digest
from typing import Any

from swteach.exercises import models as m
from swteach.exercises.replies import TUTOR_WORDS, Reply, join, say_verdict
from swteach.exercises.typed import read_number

TURNS = 10_000
BYTES = 16
# A tolerance is cut into this many steps, so a number can be taken for its neighbour within
# half a step of the edge, and nowhere else.
STEPS = 10


def digest(salt: str, words: str) -> str:
    """Return what a sealed question keeps of a right answer: 32 hexadecimal digits."""
    return pbkdf2_hmac("sha256", words.encode(), bytes.fromhex(salt), TURNS, BYTES).hex()


@dataclass(frozen=True)
class Seal:
    """What is left of a right answer: ``step`` is the grid of a number, empty where exact."""

    salt: str
    right: tuple[str, ...]
    step: str = ""

    def fits(self, words: str) -> bool:
        """Return whether an answer, spelt by :func:`spell`, is a right one."""
        found = digest(self.salt, words)
        return any(compare_digest(found, one) for one in self.right)


def reply_sealed(exercise: m.Exercise, seal: Seal, response: Any) -> Reply:
    """Return what is said to an answer that counts: whether it is right, and nothing else."""
    right = any(seal.fits(words) for words in spell(exercise, response, seal.step))
    text = TUTOR_WORDS if right else join("You can try again.", TUTOR_WORDS)
    return Reply(say_verdict(right), text, {"sealed": True})


def make_seal(exercise: m.Exercise, response: Any, salt: str) -> Seal:
    """
    Return the seal of a question.

    Parameters
    ----------
    exercise
        A question with its answers.
    response
        The right one, from :func:`swteach.exercises.find_right_response`.
    salt
        Hexadecimal digits; another for each question.
    """
    if not isinstance(exercise, m.Numeric):
        return Seal(salt, tuple(digest(salt, one) for one in spell(exercise, response, "")))
    step = find_step(exercise.tolerance)
    cells = _list_cells(exercise.answer, exercise.tolerance, step)
    return Seal(salt, tuple(sorted(digest(salt, cell) for cell in cells)), step)


def find_step(tolerance: float) -> str:
    """Return the grid on which a number with a tolerance is sealed; empty for none."""
    return f"{Decimal(repr(tolerance)) / STEPS:f}" if tolerance else ""


def spell(exercise: m.Exercise, response: Any, step: str) -> list[str]:
    """Return an answer in the words that are hashed: more than one where it can be read so."""
    if isinstance(exercise, m.Numeric):
        typed = read_number(response, exercise.unit)
        return [spell_number(one, step) for one in (typed.value, typed.other) if one is not None]
    if isinstance(exercise, m.Choice):
        return [exercise.options[response].text]
    if isinstance(exercise, m.Verdict):
        return [response["answer"]]
    if isinstance(exercise, m.Match):
        pairs = zip(exercise.lefts, (exercise.shown[place] for place in response), strict=True)
        return [_join(sorted(f"{left}: {right}" for left, right in pairs))]
    if isinstance(exercise, m.Order):
        return [_join([exercise.shown[place] for place in response])]
    if isinstance(exercise, m.Several):
        return [_join(sorted(exercise.shown[place].text for place in response))]
    raise TypeError(f"A question of the type {exercise.type} has no right answer to seal.")


def spell_number(value: float, step: str) -> str:
    """Return the cell of the grid that a number lies in, or the number where there is none."""
    if not step:
        return f"{value:.9g}"
    return str(int((Decimal(repr(value)) / Decimal(step)).to_integral_value(ROUND_HALF_EVEN)))


def _list_cells(answer: float, tolerance: float, step: str) -> list[str]:
    if not step:
        return [spell_number(answer, step)]
    middle, margin, width = Decimal(repr(answer)), Decimal(repr(tolerance)), Decimal(step)
    # As in marking: what a computer holds a hair beyond the edge is on it.
    hair = Decimal("1e-9") * max(1, abs(middle))
    first = ((middle - margin - hair) / width).to_integral_value(ROUND_CEILING)
    last = ((middle + margin + hair) / width).to_integral_value(ROUND_FLOOR)
    return [str(cell) for cell in range(int(first), int(last) + 1)]


def _join(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
