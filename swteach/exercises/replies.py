"""What is said to an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

RIGHT = "right"
NOT_QUITE = "not quite"
NOTED = "noted"
COMPLETE = "complete"
INCOMPLETE = "incomplete"
NO_ANSWER = "no answer"
SHOWN = "shown"

TUTOR_WORDS = "Your tutor will go through this question with you."
NOTED_WORDS = f"Your answer is noted. {TUTOR_WORDS}"


@dataclass(frozen=True)
class Reply:
    """
    What is said to one answer.

    Attributes
    ----------
    verdict
        "right", "not quite", "noted" (nothing is judged), "complete" or "incomplete" (of
        something written), "shown" (the answer, asked for), or "no answer" (nothing that could
        be marked: say the text, count no attempt, record nothing).
    text
        What to say, in plain text.
    details
        More for the page to lay out; JSON can hold it. See :mod:`swteach.exercises.marking`.
    """

    verdict: str
    text: str
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether this was an attempt, to be kept in the journal."""
        return self.verdict not in (NO_ANSWER, SHOWN)


def ask_again(text: str) -> Reply:
    """Return the reply to something that is not an answer yet."""
    return Reply(NO_ANSWER, text)


def say_verdict(right: bool) -> str:
    """Return the verdict on an answer that is right, or not."""
    return RIGHT if right else NOT_QUITE


def join(*texts: str) -> str:
    """Return sentences after one another, leaving out what is empty."""
    return " ".join(text for text in texts if text)


def add_caveats(text: str, caveats: tuple[str, ...]) -> str:
    """Return a text with what must be said wherever its figures are shown."""
    return join(text, *(f"A caution about the figures: {caveat}" for caveat in caveats))
