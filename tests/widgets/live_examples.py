"""What the tests of the live tools share."""

from __future__ import annotations

import json
import re
from typing import Any

from swteach.widgets.live import LiveTool


def send(tool: LiveTool, **message: Any) -> dict[str, Any]:
    """Send a message as the page does, and return what comes back."""
    turn = tool.view["turn"] + 1
    tool._handle_custom_msg({**message, "turn": turn}, [])
    assert tool.view["turn"] == turn
    return tool.view


def told(tool: LiveTool) -> str:
    """Return all that the page is given, as text, but for the script and the style."""
    state = tool.get_state()
    kept = {key: state[key] for key in state if key not in ("_esm", "_css")}
    return json.dumps(kept, default=str)


def needs_network(tool: LiveTool) -> list[str]:
    """Return what in the script or style would load something from an address."""
    pattern = r"^\s*import .*|import\(|fetch\(|@import|url\(|https?://(?!www\.w3\.org/2000/svg)"
    return re.findall(pattern, tool._esm + tool._css, re.M)
