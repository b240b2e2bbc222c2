"""A question with any number of right options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import traitlets as t

from swteach.exercises import Several
from swteach.journal.entry import Entry
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question, find_place, letter


class SeveralQuestion(Question):
    """A group of tick boxes, in the mixed order of the exercise."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "several")
    _css: ClassVar[str] = read_style("question")

    options = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, several: Several) -> None:
        super().__init__(several, options=[option.text for option in several.shown])

    def _plain_lines(self) -> Sequence[str]:
        return ["Choose all that apply.", *letter(self.options)]

    def _to_journal(self, response: list[int]) -> list[str]:
        return [self.options[place] for place in sorted(response)]

    def _from_journal(self, entry: Entry) -> list[int | None] | None:
        texts = entry.value
        return [find_place(self.options, one) for one in texts] if isinstance(texts, list) else None
