"""A question that asks for things in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import traitlets as t

from swteach.exercises import Order
from swteach.journal.entry import Entry
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question, find_place


class OrderQuestion(Question):
    """A list whose items go up and down by buttons, in the mixed order of the exercise."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "order")
    _css: ClassVar[str] = read_style("question")

    items = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, order: Order) -> None:
        super().__init__(order, items=list(order.shown))

    def _plain_lines(self) -> Sequence[str]:
        return ["In mixed order:", *(f"- {text}" for text in self.items)]

    def _to_journal(self, response: list[int]) -> list[str]:
        return [self.items[place] for place in response]

    def _from_journal(self, entry: Entry) -> list[int | None] | None:
        texts = entry.value
        return [find_place(self.items, one) for one in texts] if isinstance(texts, list) else None
