"""A question with one right option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import traitlets as t

from swteach.exercises import Choice
from swteach.journal.entry import Entry
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question, find_place, letter


class ChoiceQuestion(Question):
    """A group of radio buttons; with ``predict`` the journal calls the answer a prediction."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "choice")
    _css: ClassVar[str] = read_style("question")

    options = t.List(t.Unicode()).tag(sync=True)
    predict = t.Bool().tag(sync=True)

    def __init__(self, choice: Choice) -> None:
        self.journal_kind = "prediction" if choice.predict else "answer"
        texts = [option.text for option in choice.options]
        super().__init__(choice, options=texts, predict=choice.predict)

    def _plain_lines(self) -> Sequence[str]:
        return letter(self.options)

    def _to_journal(self, response: int) -> str:
        return self.options[response]

    def _from_journal(self, entry: Entry) -> int | None:
        return find_place(self.options, entry.value)
