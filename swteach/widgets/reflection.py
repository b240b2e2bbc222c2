"""A few sentences to write, saved while they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

import traitlets as t

from swteach import journal
from swteach.exercises import Reflection, Reply
from swteach.journal.entry import Entry
from swteach.journal.outcome import Outcome
from swteach.journal.privacy import find_private
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question

NOW_PRIVATE = "Saved as private. What you wrote here before is private now too."
NOW_OPEN = (
    "Saved. From now on, what you write here is part of what you hand in. What you wrote before "
    "stays private."
)
HELD = (
    "Saved. It stays private, for you ticked it as private on your journal's page. Take that tick "
    "away there, if you want to hand it in."
)


class ReflectionQuestion(Question):
    """
    A field to write in, and a box that keeps what is written apart.

    An answer is ``{"text": ..., "private": ...}``; typing under way comes as a draft.
    """

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "reflection")
    _css: ClassVar[str] = read_style("question")

    journal_kind = "reflection"
    words = t.Int().tag(sync=True)
    private = t.Bool().tag(sync=True)
    saved = t.Dict().tag(sync=True)

    def __init__(self, reflection: Reflection) -> None:
        asked = {"words": reflection.words, "private": reflection.private}
        super().__init__(reflection, **asked)

    def save(self, response: dict[str, Any], turn: int = 0) -> dict[str, Any]:
        """
        Keep typing under way in the journal.

        Returns
        -------
        dict
            turn, saved and message, as the page says it.
        """
        outcome = self._record(response, draft=True)
        self.given = response
        said = " ".join([outcome.message, *journal.tell_notices()])
        self.saved = {"turn": turn, "saved": outcome.saved, "message": said}
        return self.saved

    def _plain_lines(self) -> Sequence[str]:
        return [f"About {self.words} words. What you think is not marked."]

    def _mark(self, response: Any) -> Reply:
        return super()._mark(response.get("text") if isinstance(response, dict) else None)

    def _record(self, value: dict[str, Any], **options: Any) -> Outcome:
        before, private = self._is_private(), value.get("private") is not False
        outcome = super()._record(value["text"], private=private, **options)
        said = self._say_change(before, private) if outcome.saved else ""
        return replace(outcome, message=said or outcome.message)

    def _is_private(self) -> bool | None:
        """Return whether the newest words are left out of what is handed in; None without any."""
        newest = next(iter(self._entries()), None)
        private = find_private(journal.open_journal().pages)
        return None if newest is None else newest.key in private

    def _say_change(self, before: bool | None, private: bool) -> str:
        if before is None or before == private:
            return ""
        if private:
            return NOW_PRIVATE
        return HELD if self._is_private() else NOW_OPEN

    def _to_journal(self, response: dict[str, Any]) -> dict[str, Any]:
        return response

    def _from_journal(self, entry: Entry) -> dict[str, Any]:
        private = entry.key in find_private(journal.open_journal().pages)
        return {"text": entry.value, "private": private}

    def _bring_back(self) -> None:
        """Bring the words back as they were; only what was finished is replied to."""
        newest = next(iter(self._entries()), None)
        if newest is None or not isinstance(newest.value, str):
            return
        self.given = self._from_journal(newest)
        reply = self._mark(self.given)
        if reply.counts and not newest.draft:
            self._tell(reply, 0)

    def _take(self, content: dict[str, Any]) -> None:
        answer = content.get("answer")
        if content.get("do") == "save" and isinstance(answer, dict):
            if isinstance(answer.get("text"), str):
                self.save(answer, content.get("turn", 0))
        else:
            super()._take(content)
