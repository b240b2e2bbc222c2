"""How the four grades look, wherever they are drawn: best first, each with its own grey."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars
from swteach.charts.theme import COUNCIL, Group, Look

_GOOD = Look("#4a8cc2", "square")
_WEAK = Look("#b34f00", "diamond")
_POOR = Look("#3b0d0c", "triangle-down")

# By the name that the observations use.
GRADES = {
    "outstanding": Group("Outstanding", "Outst.", COUNCIL),
    "good": Group("Good", "Good", _GOOD),
    "requires improvement": Group("Requires improvement", "Req. imp.", _WEAK),
    "inadequate": Group("Inadequate", "Inadeq.", _POOR),
}
NO_GRADE = Group("No overall grade", "None", Look("#d0d0d0", "cross"))


def draw_stacks(rows: pd.DataFrame, groups: list[Group], **sizes: Any) -> alt.LayerChart:
    """Return stacked bars as ``draw_bars`` does, with the whole names in the legend."""
    chart = draw_bars(rows, groups, stacked=True, legend=True, **sizes)
    # Vega cuts a legend's words at 160 pixels unless told otherwise.
    chart.layer[0].encoding.fill["legend"].labelLimit = 400
    return chart
