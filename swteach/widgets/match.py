"""A question that asks which things belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import traitlets as t

from swteach.exercises import Match
from swteach.journal.entry import Entry
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question, find_place


class MatchQuestion(Question):
    """For each thing on the left a menu of partners, in the mixed order of the exercise."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "match")
    _css: ClassVar[str] = read_style("question")

    lefts = t.List(t.Unicode()).tag(sync=True)
    partners = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, match: Match) -> None:
        super().__init__(match, lefts=list(match.lefts), partners=list(match.shown))

    def _plain_lines(self) -> Sequence[str]:
        lefts, partners = ([f"- {text}" for text in part] for part in (self.lefts, self.partners))
        return ["Find a partner for each of these:", *lefts, "Choose from:", *partners]

    def _to_journal(self, response: list[int]) -> dict[str, str]:
        chosen = (self.partners[place] for place in response)
        return dict(zip(self.lefts, chosen, strict=True))

    def _from_journal(self, entry: Entry) -> list[int | None] | None:
        if not isinstance(entry.value, dict):
            return None
        return [find_place(self.partners, entry.value.get(left)) for left in self.lefts]
