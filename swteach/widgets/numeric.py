"""A question answered by a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets as t

from swteach.exercises import Numeric
from swteach.journal.entry import Entry
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question


class NumericQuestion(Question):
    """A field for a number, which may be typed as people type numbers, and its unit."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "numeric")
    _css: ClassVar[str] = read_style("question")

    unit = t.Unicode().tag(sync=True)

    def __init__(self, numeric: Numeric) -> None:
        super().__init__(numeric, unit=numeric.unit)

    def _plain_lines(self) -> Sequence[str]:
        return [self._say_unit()]

    def say_prompt(self) -> str:
        """Return the question with its unit, for the journal."""
        return f"{self.stem} {self._say_unit()}"

    def _say_unit(self) -> str:
        return f"Unit of the answer: {self.unit}."

    def _to_journal(self, response: Any) -> str:
        return str(response).strip()

    def _from_journal(self, entry: Entry) -> Any:
        return entry.value
