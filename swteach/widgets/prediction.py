"""A question to commit to before the record is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets as t

from swteach import journal
from swteach.exercises import Prediction
from swteach.journal.entry import Entry
from swteach.widgets.confidence import join_confidence, split_confidence
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question, find_place, letter


class PredictionQuestion(Question):
    """An option, a number or a few words, and how sure; then what the record says, once."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "prediction")
    _css: ClassVar[str] = read_style("question")

    journal_kind = "prediction"
    options = t.List(t.Unicode()).tag(sync=True)
    unit = t.Unicode().tag(sync=True)
    words = t.Int().tag(sync=True)

    def __init__(self, prediction: Prediction) -> None:
        asked = {"unit": prediction.unit, "words": prediction.words}
        super().__init__(prediction, options=list(prediction.options), **asked)

    def answer(self, response: Any, turn: int = 0) -> dict[str, Any]:
        """Reply to the first attempt, and to later ones with what was said to the first."""
        if self.given is None:
            return super().answer(response, turn)
        self.reply = {**self.reply, "turn": turn, "notices": journal.tell_notices()}
        return self.reply

    def _plain_lines(self) -> Sequence[str]:
        return letter(self.options) or ([self._say_unit()] if self.unit else ())

    def say_prompt(self) -> str:
        """Return the question, with its unit where it has one, for the journal."""
        return f"{self.stem} {self._say_unit()}" if self.unit else self.stem

    def _say_unit(self) -> str:
        return f"Unit of the answer: {self.unit}."

    def _entries(self) -> Sequence[Entry]:
        return super()._entries()[::-1]  # what was said first is the prediction

    def _to_journal(self, response: dict[str, Any]) -> dict[str, Any]:
        answer = response["answer"]
        return join_confidence(self.options[answer] if self.options else answer, response)

    def _from_journal(self, entry: Entry) -> dict[str, Any] | None:
        found = split_confidence(entry.value)
        if found and self.options:
            found["answer"] = find_place(self.options, found["answer"])
        return found
