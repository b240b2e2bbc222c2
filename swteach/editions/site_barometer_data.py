"""The stance barometer in the page: what it says of where a reading is kept, and its words."""

from __future__ import annotations

from typing import Any

from swteach import barometer
from swteach.widgets import stance_barometer as widget

# In the notebooks the second paragraph is about files and servers.
INTRO = (
    widget.INTRO[0],
    "What you choose is kept in your journal, in this browser, marked private, and nowhere else. "
    "It is left out of what you hand in, unless you take the tick away on your journal's page. "
    "Nothing is sent to anyone or counted with other people's. Whoever else uses this browser on "
    "this computer could read it. Do you share the computer, or your account on it? Then download "
    "your journal when you stop, and remove it from this browser. Both are on your journal's page.",
)
BACK = "Your words from before this page was closed are back, and are now in your journal."


def make_barometer(name: str = "before") -> widget.StanceBarometer:
    """Return the notebook's barometer with the page's own words about where a reading is kept."""
    tool = widget.stance_barometer(name)
    tool.sheet = {**tool.sheet, "intro": list(INTRO)}
    return tool


def write_barometer(name: str = "before") -> dict[str, Any]:
    """
    Return what ``stance_barometer.js`` must know besides the sheet.

    Parameters
    ----------
    name
        As for :func:`swteach.widgets.stance_barometer.stance_barometer`.

    Returns
    -------
    dict
        What the journal calls a reading and the words beside it, and all fixed sentences.
    """
    stage = barometer.say_stage(name)
    return {
        "start": widget.ID,
        "kind": widget.KIND,
        "words_kind": widget.WORDS_KIND,
        "asked": f"{widget.PROMPT} ({stage})",
        "asked_words": f"{widget.MIND} ({stage})",
        "scale": list(barometer.POINTS),
        "not_said": barometer.NOTHING,
        "nothing_yet": widget.NOTHING_YET,
        "kept": widget.KEPT,
        "back": BACK,
        "one_only": widget.ONE_ONLY,
        "caption": widget.CAPTION,
    }
