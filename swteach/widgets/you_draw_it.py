"""You draw it: say how a line goes before the record is shown, and hear the gap in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar

from swteach.drawing import Drawing, Point, load_drawing
from swteach.drawing_gap import describe_gap, say_gap
from swteach.drawing_line import Values, fill_line, make_scale, read_line
from swteach.widgets.live import RUN, LiveTool, bring_back, keep, take_texts
from swteach.widgets.parts import read_script, read_style

KIND = "drawing"
HOW = (
    "Type a number for each year, or draw on the paper: press, then move sideways. You need not "
    "fill in every year. Put in a few, then fill the years between in straight steps."
)
CUT = (
    "A dotted line marks a break, where the figures before and after do not compare: {places}. "
    "No line crosses it."
)
APART = "Where years are left out, no line joins the figures."


class YouDrawIt(LiveTool):
    """
    Boxes and a paper for the years asked; the record comes only when it is asked for.

    What the page is given at first are the figures that are shown at once and the names of the
    years. The record stays in Python until there is a line and the student asks.
    """

    _esm: ClassVar[str] = read_script("live", "drawing_plot", "you_draw_it")
    _css: ClassVar[str] = read_style("live", "you_draw_it")

    def __init__(self, drawing: Drawing, geography: str) -> None:
        self._drawing = drawing
        self._legend = f"Draw the line you expect: {drawing.title}, {geography}"
        self._empty = {point.period: "" for point in drawing.asked}
        kept = bring_back(KIND, drawing.id)
        self._texts = take_texts(kept.get("line"), self._empty, self._empty)
        self._shown = kept.get("record shown") is True and self._may_show()
        super().__init__(_lay_sheet(drawing, self._legend))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take in the boxes and what a button asks for, keep both, and return what to show."""
        before, wish = (self._texts, self._shown), content.get("do")
        if not self._shown:
            self._texts = take_texts(content.get("texts"), self._empty, self._texts)
        self._obey(wish)
        view = self._view()
        if wish == "show" and not self._shown:
            view["sentence"] = self._say_not_yet()
        if (self._texts, self._shown) != before:
            value = {"line": self._texts, "record shown": self._shown}
            view["trouble"] = keep(KIND, self._drawing.id, value, self._legend)
        return view

    def plain_text(self) -> str:
        """Return the question, the figures given and the years to say, without the record."""
        years = [f"- {point.period}: ______" for point in self._drawing.asked]
        intro = _introduce(self._drawing)[:-1]
        return "\n".join([f"{self._legend}.", *intro, "", "Your numbers:", *years, "", RUN])

    def _obey(self, wish: Any) -> None:
        if wish in ("show", "hide"):
            self._shown = wish == "show" and self._may_show()
        elif wish == "clear" and not self._shown:
            self._texts = dict(self._empty)
        elif wish == "fill" and not self._shown:
            filled = fill_line(self._drawing, self._read()[0])
            plain = {year: self._drawing.show(value).strip("%") for year, value in filled.items()}
            self._texts = {year: text or plain.get(year, "") for year, text in self._texts.items()}

    def _read(self) -> tuple[Values, dict[str, str]]:
        return read_line(self._drawing, self._texts)

    def _may_show(self) -> bool:
        values, wrong = self._read()
        return bool(values) and not wrong

    def _view(self) -> dict[str, Any]:
        values, wrong = self._read()
        sentence = describe_gap(self._drawing, values) if self._shown else self._count(values)
        remarks = {period: {"error": wrong.get(period, "")} for period in self._texts}
        view = {"texts": self._texts, "values": values, "remarks": remarks, "sentence": sentence}
        view["scale"] = make_scale(self._drawing, values, self._shown)
        view["record"] = lay_record(self._drawing, values) if self._shown else None
        return {**view, "label": self._say_picture(values)}

    def _count(self, values: Values) -> list[str]:
        wrong = self._read()[1]
        said = [f"You have drawn {len(values)} of {len(self._empty)} years."]
        return [*said, f"Look at the box for {', '.join(wrong)}."] if wrong else said

    def _say_not_yet(self) -> list[str]:
        wrong = self._read()[1]
        if wrong:
            return [f"Look at the box for {', '.join(wrong)} first. The record comes after that."]
        return ["Say at least one year first. The record comes after that."]

    def _say_picture(self, values: Values) -> str:
        given = "; ".join(f"{one.period}: {one.shown}" for one in self._drawing.given)
        mine = f"your line with {len(values)} of {len(self._empty)} years"
        if self._shown:
            return f"The record and {mine}. The table below holds both."
        return f"Paper with the figures given ({given}) and {mine}. The boxes hold the same."


def you_draw_it(
    series: str = "dm_s47",
    geography: str = "England",
    breakdown: str = "all",
    given: Sequence[str] | None = None,
    ask: Sequence[str] | None = None,
) -> YouDrawIt:
    """
    Ask a student to draw a series before seeing it, then set the line against the record.

    Parameters
    ----------
    series, geography, breakdown
        Which figures of ``load_observations()``; hidden ones are never shown.
    given
        Periods whose figures are shown at once; by default the first two.
    ask
        Periods to draw; by default all others.

    Raises
    ------
    ValueError
        For a series, place, part or period that is not there; the message says what there is.
    """
    return YouDrawIt(load_drawing(series, geography, breakdown, given, ask), geography)


def _lay_sheet(drawing: Drawing, legend: str) -> dict[str, Any]:
    intro = _introduce(drawing)
    points = [_lay_point(point) for point in drawing.points]
    return {"name": "You draw it", "legend": legend, "intro": intro, "points": points}


def _introduce(drawing: Drawing) -> list[str]:
    given = "; ".join(f"{point.period}: {point.shown}" for point in drawing.given)
    care = [f"{point.period}: {point.caveat}" for point in drawing.given if point.caveat]
    lines = [drawing.definition, f"Unit: {drawing.words}. Given: {given}.", *care]
    return [line for line in [*lines, *_say_cuts(drawing), HOW] if line]


def _say_cuts(drawing: Drawing) -> list[str]:
    """Say where each break is, and why where both figures beside it are given."""
    pairs = list(pairwise(drawing.points))
    cuts = [(one, two) for one, two in pairs if two.cut]
    apart = any(one.segment != two.segment and not two.cut for one, two in pairs)
    places = "; ".join(f"between {one.period} and {two.period}" for one, two in cuts)
    said = [CUT.format(places=places)] if cuts else []
    return [*said, *_explain_open(drawing), *([APART] if apart else [])]


def _explain_open(drawing: Drawing) -> list[str]:
    dates = [point.date for point in drawing.given]
    whole = drawing.asked[0].date > max(dates, default="")
    return [one["why"] for one in drawing.breaks if whole and dates and one["at"] <= max(dates)]


def _lay_point(point: Point) -> dict[str, Any]:
    names = ("period", "x", "asked", "segment", "cut")
    lay = {name: getattr(point, name) for name in names}
    return lay if point.asked else {**lay, "value": point.value}


def lay_record(drawing: Drawing, values: Values) -> dict[str, Any]:
    """
    Return the record as the page shows it.

    Parameters
    ----------
    drawing
        From :func:`swteach.drawing.load_drawing`.
    values
        What the student drew, by period.

    Returns
    -------
    dict
        ``values`` by period; ``rows`` of the table, the student's numbers beside the record's;
        its ``caption``; ``care``, ``notes`` and ``sources``.
    """
    caveats = [f"{point.period}: {point.caveat}" for point in drawing.points if point.caveat]
    return {
        "values": {point.period: point.value for point in drawing.points},
        "rows": [_lay_row(drawing, point, values) for point in drawing.points],
        "caption": f"{drawing.title}: your line and the record ({drawing.words})",
        "care": drawing.misreading,
        "notes": [*caveats, *(one["why"] for one in drawing.breaks), *drawing.notes],
        "sources": _lay_sources(drawing),
    }


def _lay_row(drawing: Drawing, point: Point, values: Values) -> list[str]:
    if not point.asked:
        return [point.period, "given", point.shown, ""]
    drawn = values.get(point.period)
    if drawn is None:
        return [point.period, "empty", point.shown, ""]
    gap = say_gap(drawing, point, drawn)
    return [point.period, drawing.show(drawn), point.shown, gap]


def _lay_sources(drawing: Drawing) -> list[dict[str, str]]:
    from swteach.charts.rows import find_sources

    rows = find_sources(point.source_id for point in drawing.points)
    kept = rows[["title", "publisher", "url"]].astype("object")
    return kept.where(kept.notna(), "").to_dict("records")
