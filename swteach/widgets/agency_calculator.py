"""The agency cost calculator: two ways to fill a post, and the whole working."""

from __future__ import annotations

from typing import Any, ClassVar

from swteach.agency_cost import (
    Reading,
    print_working,
    read_inputs,
    say_result,
    show,
    show_result,
    work_out,
)
from swteach.agency_file import Calculator, Input, load_calculator
from swteach.widgets.live import RUN, LiveTool, bring_back, keep, take_texts
from swteach.widgets.parts import read_script, read_style

ID, KIND = "agency-calculator", "calculation"
NAME = "Agency cost calculator"
PROMPT = "What does a post cost by the agency route and by the permanent route?"
ILLUSTRATIVE = "Illustrative."


class AgencyCalculator(LiveTool):
    """Boxes for every assumption; costs, difference and working come back after each change."""

    _esm: ClassVar[str] = read_script("live", "agency_calculator")
    _css: ClassVar[str] = read_style("live", "agency_calculator")

    def __init__(self, calculator: Calculator) -> None:
        self._calculator = calculator
        self._start = {one.id: _show_number(one) for one in calculator.inputs}
        kept = bring_back(KIND, ID).get("numbers")
        self._texts = take_texts(kept, self._start, self._start)
        super().__init__(_lay_sheet(calculator))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Work out the costs from the boxes' texts, and keep both in the journal."""
        found = self._start if content.get("do") == "reset" else content.get("texts")
        before, self._texts = self._texts, take_texts(found, self._start, self._texts)
        view = self._view()
        if self._texts != before:
            value = {"numbers": self._texts, "result": view["sentence"]}
            view["trouble"] = keep(KIND, ID, value, PROMPT)
        return view

    def plain_text(self) -> str:
        """Return the boxes with their starting numbers, the working, and what is left out."""
        inputs, start = self._calculator.inputs, {one.id: one.default for one in self.inputs}
        results = work_out(self._calculator, start)
        boxes = [f"- {one.label}: {show(one.default, one.unit)}. {one.help}" for one in inputs]
        steps = print_working(self._calculator, start, results)
        working = [f"- {s['label']}: {s['formula']} = {s['sum']} = {s['result']}" for s in steps]
        outside = [f"- {line}" for line in self._calculator.outside]
        parts = [f"{NAME}. {self._calculator.note}", *boxes, "", say_result(start, results)]
        parts += ["", "The working", *working, "", "What is not in the sum", *outside, "", RUN]
        return "\n".join(parts)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The calculator's inputs."""
        return self._calculator.inputs

    def _view(self) -> dict[str, Any]:
        read = read_inputs(self._calculator, self._texts)
        remarks = {i: {"error": one.error, "said": one.said} for i, one in read.items()}
        view = {"texts": self._texts, "remarks": remarks, "rows": [], "working": [], "assumed": []}
        wrong = [one.label for one in self.inputs if read[one.id].error]
        if wrong:
            return {**view, "sentence": _say_wrong(wrong)}
        values = {i: one.value for i, one in read.items() if one.value is not None}
        return {**view, **self._work_out(values), "assumed": self._list_assumed(read)}

    def _work_out(self, values: dict[str, float]) -> dict[str, Any]:
        results = work_out(self._calculator, values)
        outputs = self._calculator.outputs
        return {
            "sentence": say_result(values, results),
            "rows": [[one.label, show_result(one, results[one.id])] for one in outputs],
            "working": print_working(self._calculator, values, results),
        }

    def _list_assumed(self, read: dict[str, Reading]) -> list[list[str]]:
        return [
            [one.label, show(read[one.id].value or 0, one.unit), _say_origin(one, read[one.id])]
            for one in self.inputs
        ]


def agency_calculator() -> AgencyCalculator:
    """
    Show a calculator that compares the cost of an agency worker and of a permanent one.

    Inputs, starting numbers, limits and sums are those of data/agency_defaults.yaml. What a
    student enters is kept in the journal.

    Raises
    ------
    CourseFileError
        With every problem of that file, its line and what to do.
    """
    return AgencyCalculator(load_calculator())


def _lay_sheet(calculator: Calculator) -> dict[str, Any]:
    return {
        "name": NAME,
        "legend": f"{NAME}: what is your assumption?",
        "note": [calculator.note],
        "inputs": [_lay_input(one) for one in calculator.inputs],
        "outside": list(calculator.outside),
        "below": _say_point(calculator.point),
    }


def _lay_input(one: Input) -> dict[str, str]:
    help = f"{one.help} {ILLUSTRATIVE}" if one.illustrative else one.help
    return {"id": one.id, "label": one.label, "unit": one.unit, "help": help}


def _say_point(point: dict[str, str]) -> list[str]:
    """Return one published sum to set beside the result, where the file names one."""
    if not point:
        return []
    from swteach.tables import load_observations, load_series

    where = {key: point[key] for key in ("series", "breakdown", "period")}
    rows = load_observations(**where)
    rows = rows[rows["display"] != "hide"]
    title = load_series(series=point["series"])["title"].iloc[0]
    return [f"{title}: £{value:,.0f}. {point['caveat'].strip()}" for value in rows["value"]]


def _show_number(one: Input) -> str:
    return show(one.default, one.unit).strip("£%")


def _say_wrong(labels: list[str]) -> str:
    which = f"Look at: {'; '.join(labels)}."
    return f"There is no result yet. {which} What to do is written under the box."


def _say_origin(one: Input, reading: Reading) -> str:
    if reading.value != one.default:
        return "Yours."
    return " ".join(filter(None, [ILLUSTRATIVE if one.illustrative else "", one.note]))
