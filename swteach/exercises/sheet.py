"""All questions of a notebook on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from swteach.widgets.parts import InPlainWords


class QuestionSheet(InPlainWords, ipywidgets.VBox):
    """Questions one below the other; without a kernel, the words of each."""

    def __init__(self, questions: Sequence[ipywidgets.DOMWidget]) -> None:
        super().__init__(children=tuple(questions))

    def plain_text(self) -> str:
        """Return the questions and their options, with no answer."""
        return "\n\n".join(question.plain_text() for question in self.children)
