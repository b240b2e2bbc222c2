"""For tools whose contents are nobody else's: what a student gives is in no state to be saved."""

from __future__ import annotations

from typing import Any

import traitlets as t

from swteach.widgets.live import LiveTool


class PrivateTool(LiveTool):
    """
    A live tool whose view goes to the open page by message, and is no part of the widget's state.

    A notebook may be saved with its widgets' state in it, and handed on: positions and journals
    must not travel that way. The page asks for the view when it opens.
    """

    view = t.Dict()  # kept here only: not synced

    def _take(self, content: Any) -> dict[str, Any] | None:
        view = super()._take(content)
        if view is not None:
            self.send({"view": view})
        return view
