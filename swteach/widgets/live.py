"""What the tools share that answer while a student works: turns, boxes, and the journal."""

from __future__ import annotations

from collections.abc import Iterable
from threading import RLock
from typing import Any

import traitlets as t

from swteach import journal
from swteach.widgets.course_widget import CourseWidget

RUN = "Run this cell to use it. In the menu: Run, then Run All Cells."
LONGEST = 60  # characters of one box; no number of the course is longer


class LiveTool(CourseWidget):
    """
    A tool of boxes or buttons whose results Python works out after each change.

    The page sends ``{"turn": n, ...}``; ``respond`` gives back what to show, which goes to the
    page as ``view`` with the same turn. What must not be known yet is in neither.

    Attributes
    ----------
    sheet
        What does not change: names, help, choices; and ``news``, what the student must be told
        about the journal's file.
    view
        What the page shows now, the student's own entries included; ``news`` as above.
    """

    sheet = t.Dict().tag(sync=True)
    view = t.Dict().tag(sync=True)

    def __init__(self, sheet: dict[str, Any]) -> None:
        super().__init__(sheet=sheet)
        self._in_turn = RLock()
        self.view = {**self.respond({}), "turn": 0}
        self.sheet = {**sheet, "news": journal.tell_notices()}
        self.on_msg(lambda _, content, __: self._take(content))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take in a message of the page, keep it, and return what to show."""
        raise NotImplementedError

    def _take(self, content: Any) -> dict[str, Any] | None:
        """Answer a message of the page; returns what the page is told, if anything."""
        if not (isinstance(content, dict) and isinstance(content.get("turn"), int)):
            return None
        # JupyterLab may hand two messages of one page to two threads of the kernel.
        with self._in_turn:
            shown = self.respond(content)
            self.view = {**shown, "turn": content["turn"], "news": journal.tell_notices()}
            return self.view


def take_texts(found: Any, ids: Iterable[str], before: dict[str, str]) -> dict[str, str]:
    """Return the text of each box: what was sent or kept, else what it was before."""
    found = found if isinstance(found, dict) else {}
    given = {i: found[i] if isinstance(found.get(i), str) else before[i] for i in ids}
    return {i: text[:LONGEST] for i, text in given.items()}


def keep(kind: str, id: str, value: Any, prompt: str) -> str:
    """Record in the journal; return what to tell the student, nothing where all is well."""
    outcome = journal.record(kind, id, value, prompt=prompt)
    return "" if outcome else outcome.message


def bring_back(kind: str, id: str) -> dict[str, Any]:
    """Return what was recorded last, or an empty dict where there is nothing usable."""
    entry = journal.latest(id, kind)
    return entry.value if entry and isinstance(entry.value, dict) else {}
