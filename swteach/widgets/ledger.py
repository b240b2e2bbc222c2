"""The prediction ledger: a mark for each prediction, then the record beside it; no score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from swteach.claim_record import Card, find_predictions
from swteach.claim_table import LEDGER_MARKS
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

KIND = "ledger"
NAME = "Prediction ledger"
QUESTION = "What became of this prediction?"
INTRO = (
    "Mark what became of each prediction. The record opens after your mark. Judge the prediction, "
    "not the person: ask what was reasonable to expect then. Nothing here is scored."
)
NO_MARK = "Choose one of the four first. The record comes after that."


class Ledger(LiveTool):
    """Predictions to mark; the record of each stays in Python until it has a mark."""

    _esm: ClassVar[str] = read_script("live", "fields", "record_cards", "ledger")
    _css: ClassVar[str] = read_style("live", "form")

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = {card.id: card for card in cards}
        self._given = {id: _read_marks(id) for id in self._cards}
        sheet = {"name": NAME, "intro": INTRO, "question": QUESTION, "marks": list(LEDGER_MARKS)}
        super().__init__({**sheet, "claims": [lay_card(card) for card in cards]})

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take in a mark for one prediction, keep it, and open its record."""
        sentence, trouble, claim = "", "", content.get("claim")
        if content.get("do") == "mark" and isinstance(claim, str) and claim in self._cards:
            sentence, trouble = self._mark(self._cards[claim], content.get("mark"))
        marked = {id: self._lay(id) for id, given in self._given.items() if given}
        return {"marked": marked, "sentence": sentence, "trouble": trouble}

    def plain_text(self) -> str:
        """Return the predictions with their speakers and the marks to choose from; no record."""
        claims = [line for card in self._cards.values() for line in plain_card(card)]
        marks = " / ".join(LEDGER_MARKS)
        return "\n".join([f"{NAME}. {INTRO}", f"Your mark: {marks}", *claims, "", RUN])

    def _mark(self, card: Card, mark: Any) -> tuple[list[str], str]:
        if mark not in LEDGER_MARKS:
            return [NO_MARK], ""
        trouble = keep(KIND, card.id, mark, ask_about(QUESTION, card))
        self._given[card.id].append(mark)
        return [f"Your mark: {mark}.", say_record(card.id), self._count()], trouble

    def _lay(self, id: str) -> dict[str, Any]:
        given = self._given[id]
        said = [f"Your mark: {given[-1]}."]
        if given[0] != given[-1]:
            said.append(f"Before you saw the record: {given[0]}.")
        return {"mark": given[-1], "said": " ".join(said), "record": lay_record(id)}

    def _count(self) -> str:
        done = sum(1 for given in self._given.values() if given)
        return f"You have marked {done} of {len(self._cards)} predictions."


def ledger(claims: Sequence[str]) -> Ledger:
    """
    Show predictions to mark, each with its record once it is marked; nothing is scored.

    Parameters
    ----------
    claims
        Ids of claims whose type is ``prediction``, in the order to show them.

    Raises
    ------
    ValueError
        If a claim id is unknown, or the claim is not a prediction.
    """
    return Ledger(find_predictions(claims))


def _read_marks(claim: str) -> list[str]:
    return [mark for mark in find_marks(claim, KIND) if mark in LEDGER_MARKS]
