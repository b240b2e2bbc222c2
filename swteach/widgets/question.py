"""What the questions of every type share: an attempt, its reply, and the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets as t

from swteach import journal
from swteach.exercises import Exercise, find_right_response, mark, show_answer
from swteach.exercises.replies import NOT_QUITE, Reply
from swteach.journal.entry import Entry
from swteach.journal.outcome import Outcome
from swteach.widgets.course_widget import CourseWidget

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RUN = "Run this cell to answer. In the menu: Run, then Run All Cells."


class Question(CourseWidget):
    """
    One question of the course. Each type adds what the page may know of it.

    What must not be known before an attempt stays in Python, with the exercise. An attempt is
    marked, written into the journal and then replied to. What the journal has of earlier days
    comes back with the widget.

    Attributes
    ----------
    journal_kind
        What the journal calls an answer to it.
    given
        The student's last answer that counts, in the form that the page sends.
    reply
        turn (the page's count of attempts), verdict, text and details as in ``Reply``; more
        (whether the answer may be asked for); saved and message, of the journal; notices, what
        the student must be told about the journal's file.
    notices
        The same, from when the widget was made.
    """

    journal_kind: ClassVar[str] = "answer"

    kind = t.Unicode().tag(sync=True)
    exercise_id = t.Unicode().tag(sync=True)
    stem = t.Unicode().tag(sync=True)
    hint = t.Unicode().tag(sync=True)
    working = t.Unicode().tag(sync=True)
    given = t.Any(None, allow_none=True).tag(sync=True)
    reply = t.Dict().tag(sync=True)
    notices = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, exercise: Exercise, **told: Any) -> None:
        self._exercise = exercise
        words = {name: getattr(exercise, name) for name in ("stem", "hint", "working")}
        super().__init__(kind=exercise.type, exercise_id=exercise.id, **words, **told)
        self.on_msg(lambda _, content, __: self._take(content))
        self._bring_back()
        self.notices = journal.tell_notices()
        if self.given is None and exercise.show_answers == "always":
            self.show()

    def answer(self, response: Any, turn: int = 0) -> dict[str, Any]:
        """
        Reply to an attempt, as the button in the page does.

        Parameters
        ----------
        response
            As the head of ``swteach.exercises.marking`` says for this type.
        turn
            The page's count of attempts, given back so that it knows which one is answered.

        Returns
        -------
        dict
            The new ``reply``.
        """
        reply = self._mark(response)
        if not reply.counts:
            return self._tell(reply, turn)
        # On the disk before anything is said: what a student has seen answered is never lost.
        outcome = self._record(self._to_journal(response))
        with self.hold_sync():
            self.given = response
            told = {"saved": outcome.saved, "message": outcome.message}
            return self._tell(reply, turn, **told, notices=journal.tell_notices())

    def show(self, turn: int = 0) -> dict[str, Any]:
        """Give the answer, where the question lets it be seen; returns the new ``reply``."""
        return self._tell(show_answer(self._exercise, self.given is not None), turn)

    def plain_text(self) -> str:
        """Return the question and what there is to choose from, with no answer."""
        lines = self._plain_lines()
        return "\n".join([self.stem, "", *lines, *([""] if lines else []), RUN])

    def _plain_lines(self) -> Sequence[str]:
        """Return what a reader is told besides the question."""
        return ()

    def _to_journal(self, response: Any) -> Any:
        """Return an answer that counts in words that can be read without the course."""
        raise NotImplementedError

    def _from_journal(self, entry: Entry) -> Any:
        """Return the answer that an entry holds; None or nonsense where the question changed."""
        raise NotImplementedError

    def _entries(self) -> Sequence[Entry]:
        """Return what the journal has of this question, the entry to bring back first."""
        return journal.history(self.exercise_id, self.journal_kind)[::-1]

    def _mark(self, response: Any) -> Reply:
        return mark(self._exercise, response)

    def _record(self, value: Any, **options: Any) -> Outcome:
        return journal.record(
            self.journal_kind, self.exercise_id, value, prompt=self.say_prompt(), **options
        )

    def say_prompt(self) -> str:
        """Return the question as the journal keeps it beside an answer."""
        return self.stem

    def _tell(self, reply: Reply, turn: int, **saved: Any) -> dict[str, Any]:
        open_still = reply.verdict == NOT_QUITE and find_right_response(self._exercise) is not None
        told = {"verdict": reply.verdict, "text": reply.text, "details": reply.details}
        self.reply = {**told, "turn": turn, "more": open_still, **saved}
        return self.reply

    def _bring_back(self) -> None:
        for entry in self._entries():
            response = self._from_journal(entry)
            reply = self._mark(response)
            if reply.counts:
                self.given = response
                self._tell(reply, 0)
                return

    def _take(self, content: dict[str, Any]) -> None:
        turn = content.get("turn", 0)
        if content.get("do") == "answer":
            self.answer(content.get("answer"), turn)
        elif content.get("do") == "show":
            self.show(turn)


def letter(texts: Sequence[str]) -> list[str]:
    """Return options as a reader sees them, each with its letter."""
    return [f"{LETTERS[place]}. {text}" for place, text in enumerate(texts)]


def find_place(texts: Sequence[str], text: Any) -> int | None:
    """Return where a text stands, or None where it is not there any more."""
    return list(texts).index(text) if text in texts else None
