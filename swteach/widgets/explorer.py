"""What the explorers share: a result that answers when the page asks whether Python is there."""

from __future__ import annotations

from typing import Any

import traitlets as t

from swteach.widgets.course_widget import CourseWidget


class ExplorerResult(CourseWidget):
    """
    What the controls of an explorer leave.

    Controls of ipywidgets say nothing where Python is gone. So the page sends ``{"turn": n}``
    after each change of one, and gets ``{"heard": n}`` back.

    Attributes
    ----------
    view
        What is shown. Its ``sentence`` is announced.
    """

    view = t.Dict().tag(sync=True)

    def __init__(self, view: dict[str, Any]) -> None:
        super().__init__(view=view)
        self.on_msg(lambda _, content, __: self._take(content))

    def plain_text(self) -> str:
        """Return the sentence."""
        return self.view["sentence"]

    def _take(self, content: Any) -> None:
        if isinstance(content, dict) and isinstance(content.get("turn"), int):
            self.send({"heard": content["turn"]})
