"""The timeline explorer: events and texts by lane, year and word."""

from __future__ import annotations

from typing import Any, ClassVar

import ipywidgets as w
import pandas as pd

from swteach.widgets import timeline_rows as rows
from swteach.widgets.explorer import ExplorerResult
from swteach.widgets.parts import InPlainWords, read_script, read_style

PLAIN = (
    "Timeline explorer: law and policy, inspection, reviews and market, workforce, and the "
    "texts, as a drawing and a table you can filter.\n\n"
    "Run this cell to use it. In the menu: Run, then Run All Cells."
)

CAPTION = "Events and texts that match your choices. Links open in a new tab."


class TimelineResult(ExplorerResult):
    """What the filters leave: a sentence that is announced, a drawing and a table."""

    _esm: ClassVar[str] = read_script("explorer", "timeline_explorer")
    _css: ClassVar[str] = read_style("explorer", "timeline_explorer")


class TimelineExplorer(InPlainWords, w.VBox):
    """Controls with visible names above the result they filter."""

    def __init__(
        self,
        entries: pd.DataFrame,
        undated: int = 0,
        start: int | None = None,
        end: int | None = None,
    ) -> None:
        self._entries = entries
        self._caption = CAPTION + _say_undated(undated)
        years = entries["date_start"].dt.year.min(), entries["date_end"].dt.year.max()
        bounds = {"min": int(years[0]), "max": int(years[1])}
        self.lanes = {lane: _checkbox(lane) for lane in rows.LANES}
        self.first = _year("From year", start or bounds["min"], bounds)
        self.last = _year("To year", end or bounds["max"], bounds)
        self.word = w.Text(description="Word (then press Enter)", continuous_update=False)
        self.order = w.Dropdown(description="Order", options=rows.ORDERS)
        self.result = TimelineResult(self._view())
        for control in self._controls():
            control.style.description_width = "initial"
            control.observe(self._update, "value")
        groups = [_row(self.lanes.values()), _row(self._controls()[len(self.lanes) :])]
        super().__init__([*groups, self.result])
        self.add_class("swteach-explorer")

    def plain_text(self) -> str:
        """Return what the explorer is, for a reader without it."""
        return PLAIN

    def _controls(self) -> list[w.Widget]:
        return [*self.lanes.values(), self.first, self.last, self.word, self.order]

    def _update(self, _: Any) -> None:
        self.result.view = self._view()

    def _view(self) -> dict[str, Any]:
        lanes = [lane for lane, box in self.lanes.items() if box.value]
        years, word = (self.first.value, self.last.value), self.word.value
        found = rows.choose_entries(self._entries, lanes, *years, word, self.order.value)
        sentence = rows.say_result(len(found), len(self._entries), lanes, years, word)
        drawing = rows.draw_lanes(found, lanes, *years) if len(found) else None
        table = {"caption": self._caption, "rows": rows.table_rows(found)}
        return {"sentence": sentence, "drawing": drawing, **table}


def timeline_explorer(start: int | None = None, end: int | None = None) -> TimelineExplorer:
    """
    Show events and texts on one timeline, to filter by lane, year and word.

    The rows are those of ``load_events()`` and the dated texts of ``load_documents()``; each
    links to its publisher's page.

    Parameters
    ----------
    start, end
        The years that it opens with; by default the first and the last of the data.

    Raises
    ------
    ValueError
        Where the data folder is missing or damaged, as the loaders say.
    """
    from swteach.tables import load_documents
    from swteach.timeline_entries import collect_entries

    undated = int(load_documents()["date_start"].isna().sum())
    return TimelineExplorer(collect_entries(), undated=undated, start=start, end=end)


def _say_undated(count: int) -> str:
    if not count:
        return ""
    return f" Left out, for want of a date: {count} {'text' if count == 1 else 'texts'}."


def _checkbox(lane: str) -> w.Checkbox:
    return w.Checkbox(value=True, description=lane.capitalize(), indent=False)


def _year(name: str, value: int, bounds: dict[str, int]) -> w.BoundedIntText:
    return w.BoundedIntText(value=value, description=name, **bounds)


def _row(controls: Any) -> w.Box:
    return w.Box(list(controls), layout=w.Layout(flex_flow="row wrap"))
