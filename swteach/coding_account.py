"""A student's codes beside those of two coders, as a table, figures and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from swteach.agreement import SCALE, format_kappa, measure_agreement, say_agreement
from swteach.claim_record import Card
from swteach.codings import Coding, Field, count_recoded, find_codings

UNDECIDED = "I cannot decide"
AUTOMATED = "Both codings were automated. No figure here says how far people would agree."
SHOWN = "The second coder was shown the paragraph, the claim in our words and the target, no more."
OUTCOMES = {
    "first code kept": "The course kept the first coder's code.",
    "changed to second code": "The course then took the second coder's code.",
    "paraphrase reworded; first code kept": (
        "The course then reworded the claim, and kept the first coder's code."
    ),
    "target reworded; first code kept": (
        "The course then reworded the target, and kept the first coder's code."
    ),
}
Codes = dict[str, str]


class Account:
    """What can be said of some claims once a student has coded them all.

    Parameters
    ----------
    field
        What was coded.
    codings
        Both coders' codes, by claim.
    cards
        The claims, in order.
    """

    def __init__(self, field: Field, codings: dict[str, Coding], cards: Sequence[Card]) -> None:
        self.field, self.codings, self.cards = field, codings, list(cards)

    def lay_out(self, own: Codes, first: Codes) -> dict[str, Any]:
        """Return the whole comparison for the page.

        Parameters
        ----------
        own, first
            The student's codes by claim, as they are now and as they were before the coders'
            were shown. ``UNDECIDED`` is left out of every figure.
        """
        changed = own != first
        now = ["You, now"] if changed else []
        return {
            "caption": f"Codes for {self.field.name}. Each claim has its speaker in brackets.",
            "heads": ["The claim", "You", *now, "First coder", "Second coder"],
            "rows": [self._lay_row(*one, own, first) for one in enumerate(self.cards, 1)],
            "scale": SCALE,
            "pairs": [*self._say_pairs(own), *(self._say_before(first) if changed else [])],
            "reasons": self._say_reasons(),
            "limits": self._say_limits(),
        }

    def say_kappas(self, own: Codes) -> str:
        """Return the three kappas in one sentence, for the status region."""
        kappas = [(who, measure_agreement(*codes).kappa) for who, *codes in self._find_pairs(own)]
        said = [f"for {who}: {_say_kappa(kappa)}" for who, kappa in kappas]
        return f"Kappa {'; '.join(said)}."

    def _lay_row(self, place: int, card: Card, own: Codes, first: Codes) -> list[str]:
        coding, now = self.codings[card.id], [own[card.id]] if own != first else []
        claim = f"{place}. {card.text} [{card.who}]"
        return [claim, first[card.id], *now, coding.first, coding.second]

    def _find_pairs(self, own: Codes) -> list[tuple[str, list[Any], list[Any]]]:
        mine = [None if own[card.id] == UNDECIDED else own[card.id] for card in self.cards]
        first = [self.codings[card.id].first for card in self.cards]
        second = [self.codings[card.id].second for card in self.cards]
        return [
            ("you and the first coder", mine, first),
            ("you and the second coder", mine, second),
            ("the first and the second coder", first, second),
        ]

    def _say_pairs(self, own: Codes) -> list[str]:
        pairs = self._find_pairs(own)
        return [f"{who.capitalize()}: {say_agreement(measure_agreement(*c))}" for who, *c in pairs]

    def _say_before(self, first: Codes) -> list[str]:
        return [f"Before you saw their codes. {line}" for line in self._say_pairs(first)[:2]]

    def _say_reasons(self) -> list[str]:
        numbered = [(p, self.codings[card.id]) for p, card in enumerate(self.cards, 1)]
        return [_say_reason(place, coding) for place, coding in numbered if not coding.agree]

    def _say_limits(self) -> list[str]:
        every, count = list(find_codings(self.field.column).values()), len(self.cards)
        whole = measure_agreement([c.first for c in every], [c.second for c in every])
        differ = sum(not coding.agree for coding in self.codings.values())
        return [
            AUTOMATED,
            SHOWN,
            f"The two coders differ on {differ} of these {count} claims. All that both coded in "
            f"this field: {say_agreement(whole)}",
            f"With {count} claims, one code more or less can move kappa a great deal.",
            _say_recoded(count_recoded(self.field.column), len(every)),
        ]


def _say_kappa(kappa: float | None) -> str:
    return "not defined" if kappa is None else format_kappa(kappa)


def _say_reason(place: int, coding: Coding) -> str:
    end = OUTCOMES.get(coding.outcome, f"{coding.outcome}.")
    return f"Claim {place}: {coding.first}, or {coding.second}? {coding.reason}. {end}"


def _say_recoded(count: int, whole: int) -> str:
    verb = "has" if count == 1 else "have"
    return (
        f"Since then, {count} of the first coder's {whole} codes in this field {verb} been "
        "changed, and some claims were reworded. The coders may have seen other words than you."
    )
