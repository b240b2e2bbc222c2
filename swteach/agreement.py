"""How far two coders agree, beyond what chance would give: Cohen's kappa in figures and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

SCALE = (
    "Kappa is (same − chance) ÷ (100 − chance), all in percent. 1 means that every code is the "
    "same. 0 means no more of them than chance would give. Below 0 means fewer than that. Chance "
    "is worked out from how often each coder used each code."
)
NONE_LEFT = "There is no claim that both have coded, so nothing can be compared."
ONE_CODE = (
    "Kappa is not defined here: both used one and the same code throughout, so chance alone "
    "would give full agreement."
)


@dataclass(frozen=True)
class Agreement:
    """How two sequences of codes compare.

    Attributes
    ----------
    count
        Pairs in which both gave a code.
    left_out
        Pairs in which one or both gave none.
    same
        Pairs with the same code.
    chance
        Pairs of which chance would make one the same, as a product of counts: the expected
        share is ``chance / count ** 2``. Kept whole, so that nothing is lost by rounding.
    """

    count: int
    left_out: int
    same: int
    chance: int

    @property
    def agreement(self) -> float | None:
        """The share with the same code, from 0 to 1; None where no pair is left."""
        return self.same / self.count if self.count else None

    @property
    def expected(self) -> float | None:
        """The share that chance would give, from 0 to 1; None where no pair is left."""
        return self.chance / self.count**2 if self.count else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa, from -1 to 1; None where it is not defined."""
        room = self.count**2 - self.chance
        return (self.same * self.count - self.chance) / room if room else None


def measure_agreement(first: Sequence[Any], second: Sequence[Any]) -> Agreement:
    """Compare the codes that two coders gave to the same things, in the same order.

    Parameters
    ----------
    first, second
        Codes of any kind; None, NaN and ``""`` are missing. A pair with a missing code is left
        out of every figure, and counted.

    Returns
    -------
    Agreement
        ``agreement``, ``expected`` and ``kappa`` as shares of 1, with the counts behind them.

    Raises
    ------
    ValueError
        If one sequence is longer than the other.

    Notes
    -----
    Source of the formula: Cohen, J. (1960), A coefficient of agreement for nominal scales.

    Examples
    --------
    >>> measure_agreement(["a", "a", "b", "b"], ["a", "a", "b", "a"]).kappa
    0.5
    """
    if len(first) != len(second):
        raise ValueError(f"One coder has {len(first)} codes, the other {len(second)}.")
    every = list(zip(first, second, strict=True))
    pairs = [pair for pair in every if not any(map(_is_missing, pair))]
    ours, theirs = (Counter(pair[place] for pair in pairs) for place in (0, 1))
    same = sum(one == other for one, other in pairs)
    chance = sum(ours[code] * theirs[code] for code in ours)
    return Agreement(len(pairs), len(every) - len(pairs), same, chance)


def _is_missing(code: Any) -> bool:
    return code == "" or pd.isna(code)


def say_agreement(found: Agreement) -> str:
    """Return an agreement in plain words and figures, with the sum that makes kappa."""
    if not found.count:
        return NONE_LEFT
    same, chance = 100 * found.agreement, 100 * found.expected
    counted = f"the same code for {found.same} of {found.count} claims, {_number(same)}%."
    words = [counted, f"By chance: {_number(chance)}%.", _say_kappa(found, same, chance)]
    return " ".join([*words, *_say_left_out(found.left_out)])


def _say_kappa(found: Agreement, same: float, chance: float) -> str:
    if found.kappa is None:
        return ONE_CODE
    above, below = f"{_number(same)} − {_number(chance)}", f"100 − {_number(chance)}"
    return f"Kappa: ({above}) ÷ ({below}) = {format_kappa(found.kappa)}."


def _say_left_out(count: int) -> list[str]:
    if not count:
        return []
    return [f"Left out, for want of a code: {count} {'claim' if count == 1 else 'claims'}."]


def format_kappa(kappa: float) -> str:
    """Return a kappa with two decimals and a true minus sign."""
    return f"{kappa:.2f}".replace("-0.00", "0.00").replace("-", "−")


def _number(percent: float) -> str:
    return f"{percent:.1f}".removesuffix(".0")
