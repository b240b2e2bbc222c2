"""The claim checker: a verdict and how sure, then the record with both halves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from swteach.claim_record import Card, find_cards, find_tested
from swteach.claim_table import CLAIM_MARKS
from swteach.widgets.confidence import join_confidence, split_confidence
from swteach.widgets.live import RUN, LiveTool, keep
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.record_cards import (
    ask_about,
    find_marks,
    lay_card,
    lay_record,
    plain_card,
    say_record,
)

KIND = "claim check"
NAME = "Claim checker"
QUESTION = "Does the published record support this claim?"
WORDS = (
    "It supports it",
    "It supports part of it",
    "It contradicts it",
    "It cannot tell",
)
OPTIONS = dict(zip(CLAIM_MARKS, WORDS, strict=True))
NO_MARK = "Choose one of the four first. The record comes after that."
NO_SURE = "Say how sure you are first, from 1 to 5. The record comes after that."
ENDS = {-1: "This is the first claim.", 1: "This is the last claim."}


class ClaimChecker(LiveTool):
    """Claims one after another; the record of each stays in Python until it has a verdict."""

    _esm: ClassVar[str] = read_script("live", "fields", "record_cards", "claim_checker")
    _css: ClassVar[str] = read_style("live", "form")

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards, self._place = list(cards), 0
        self._given = {card.id: _read_marks(card.id) for card in cards}
        options = [{"id": mark, "words": words} for mark, words in OPTIONS.items()]
        claims = [lay_card(card) for card in cards]
        super().__init__({"name": NAME, "question": QUESTION, "options": options, "claims": claims})

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take in a verdict, or go to another claim, and return what to show of it."""
        sentence, trouble = "", ""
        if content.get("do") == "check":
            sentence, trouble = self._check(content)
        elif content.get("do") == "go":
            sentence = self._go(content.get("step"))
        return {**self._view(), "sentence": sentence, "trouble": trouble}

    def plain_text(self) -> str:
        """Return the claims with their speakers and the verdicts to choose from; no record."""
        claims = [line for card in self._cards for line in plain_card(card)]
        marks = " / ".join(WORDS)
        return "\n".join([f"{NAME}. {QUESTION}", f"Your verdict: {marks}", *claims, "", RUN])

    @property
    def _card(self) -> Card:
        return self._cards[self._place]

    def _check(self, content: dict[str, Any]) -> tuple[list[str], str]:
        mark, sure = content.get("mark"), content.get("sure")
        if not (isinstance(mark, str) and mark in OPTIONS):
            return [NO_MARK], ""
        if type(sure) is not int or not 1 <= sure <= 5:
            return [NO_SURE], ""
        card = self._card
        given = {"mark": mark, "sure": sure}
        value = join_confidence(OPTIONS[mark], {"confidence": sure})
        trouble = keep(KIND, card.id, value, ask_about(QUESTION, card))
        self._given[card.id].append(given)
        return [f"Your verdict: {_say(given)}.", say_record(card.id), self._count()], trouble

    def _go(self, step: Any) -> str:
        if type(step) is not int or step not in ENDS:
            return ""
        if not 0 <= self._place + step < len(self._cards):
            return ENDS[step]
        self._place += step
        done = "You have checked it." if self._given[self._card.id] else "Not checked yet."
        return f"Claim {self._place + 1} of {len(self._cards)}. {done}"

    def _view(self) -> dict[str, Any]:
        given = self._given[self._card.id]
        changed = given and given[0] != given[-1]
        first = f"Your verdict before you saw the record: {_say(given[0])}." if changed else ""
        record = lay_record(self._card.id) if given else None
        view = {"place": self._place, "given": given[-1] if given else None, "first": first}
        return {**view, "record": record, "progress": self._count()}

    def _count(self) -> str:
        done = sum(1 for given in self._given.values() if given)
        return f"You have checked {done} of {len(self._cards)} claims."


def claim_checker(
    claims: Sequence[str] | None = None, theme: Any = None, kinds: Any = None
) -> ClaimChecker:
    """
    Show claims to be set beside the record, one after another.

    Parameters
    ----------
    claims
        Claim ids in the order to show them; those without a record say so once they are marked.
    theme, kinds
        Instead of ids: the themes and types of claims.csv, one or a list. Of these, claims with
        a record are shown.

    Raises
    ------
    ValueError
        For an unknown id, theme or type, or where nothing is left to show.
    """
    if claims is not None and (theme is not None or kinds is not None):
        raise ValueError("Name the claims, or a theme and kinds; not both.")
    return ClaimChecker(find_cards(find_tested(theme, kinds) if claims is None else claims))


def _say(given: dict[str, Any]) -> str:
    words = OPTIONS[given["mark"]]
    return f"{words[0].lower()}{words[1:]}, sure {given['sure']} of 5"


def _read_marks(claim: str) -> list[dict[str, Any]]:
    marks = {words: mark for mark, words in OPTIONS.items()}
    found = [split_confidence(value) or {} for value in find_marks(claim, KIND)]
    read = [{"mark": _look(marks, f.get("answer")), "sure": f.get("confidence")} for f in found]
    return [one for one in read if one["mark"] and type(one["sure"]) is int]


def _look(marks: dict[str, str], words: Any) -> str | None:
    return marks.get(words) if isinstance(words, str) else None
