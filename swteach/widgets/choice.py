"""A question with one right option."""

from __future__ import annotations

from typing import Any, ClassVar

import anywidget
import traitlets as t

from swteach.exercises import Choice, Option
from swteach.widgets.parts import InPlainWords, read_script, read_style

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RUN = "Run this cell to answer. In the menu: Run, then Run All Cells."
NOTED = "Your answer is noted. Your tutor will go through this question with you."


class ChoiceQuestion(InPlainWords, anywidget.AnyWidget):
    """
    A choice question: a group of radio buttons, a button to check, and a reply.

    The page knows the question and the texts of its options. Which one is right, and what
    to say to each, stay in Python until the student has chosen and asked.
    """

    _esm: ClassVar[str] = read_script("question", "choice")
    _css: ClassVar[str] = read_style("question", "choice")

    exercise_id = t.Unicode().tag(sync=True)
    stem = t.Unicode().tag(sync=True)
    options = t.List(t.Unicode()).tag(sync=True)
    predict = t.Bool().tag(sync=True)
    chosen = t.Int(None, allow_none=True).tag(sync=True)
    reply = t.Dict().tag(sync=True)

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        super().__init__(
            exercise_id=choice.id,
            stem=choice.stem,
            options=[option.text for option in choice.options],
            predict=choice.predict,
        )
        self.on_msg(lambda _, content, __: self._take(content))
        if choice.show_answers == "always":
            self.answer(next(i for i, option in enumerate(choice.options) if option.correct))

    def answer(self, option: int, turn: int = 0) -> dict[str, Any]:
        """
        Reply to an attempt, as the button in the page does.

        Parameters
        ----------
        option
            The option's place, counted from 0.
        turn
            The page's count of attempts, given back so that it knows which one is answered.

        Returns
        -------
        dict
            option, turn, verdict (right, not quite or noted) and text.
        """
        chosen = self._choice.options[option]
        verdict, text = self._judge(chosen)
        self.chosen = option
        self.reply = {"option": option, "turn": turn, "verdict": verdict, "text": text}
        return self.reply

    def plain_text(self) -> str:
        """Return the question and its options, with no answer."""
        lines = [self.stem, ""]
        lines += [f"{LETTERS[i]}. {text}" for i, text in enumerate(self.options)]
        return "\n".join([*lines, "", RUN])

    def _judge(self, option: Option) -> tuple[str, str]:
        if self._choice.show_answers == "never":
            return "noted", NOTED
        return "right" if option.correct else "not quite", option.feedback

    def _take(self, content: dict[str, Any]) -> None:
        option, turn = content.get("option"), content.get("turn", 0)
        if isinstance(option, int) and 0 <= option < len(self._choice.options):
            self.answer(option, turn)
