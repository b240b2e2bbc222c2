"""What the page's scripts must know of the simulator, the calculator, and "you draw it"."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from swteach import drawing_gap, drawing_line
from swteach.agency_cost import show
from swteach.agency_file import Input, Output, load_calculator
from swteach.drawing import load_drawing
from swteach.formula import Formula
from swteach.inspection_account import NONE, NOT_YET, NUMBERS, PLACES
from swteach.inspection_rules import Rule, Structure, load_rules
from swteach.widgets import agency_calculator, inspection_simulator, you_draw_it
from swteach.widgets.live import LONGEST

SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_MARK = "\0"  # stands in no formula


def write_simulator_data() -> dict[str, Any]:
    """
    Return what ``inspection_simulator.js`` must know besides the sheet.

    Returns
    -------
    dict
        ``kind``, ``id`` and ``prompt`` for the journal; ``grades`` with their points, best first;
        ``structures`` with their areas; ``rules``, each formula a tree and null where there is no
        overall grade; fixed ``words``. Source: ``inspection_rules.yaml``.

    Raises
    ------
    CourseFileError
        With every problem of that file.
    """
    rules = load_rules()
    return {
        **_name_journal(inspection_simulator),
        "grades": [grade._asdict() for grade in rules.grades],
        "structures": [_lay_structure(one) for one in rules.structures.values()],
        "rules": [_lay_rule(one) for one in rules.rules.values()],
        "words": {"none": NONE, "not_yet": NOT_YET, "numbers": NUMBERS, "places": PLACES},
    }


def write_calculator_data() -> dict[str, Any]:
    """
    Return what ``agency_calculator.js`` must know besides the sheet.

    Returns
    -------
    dict
        ``kind``, ``id`` and ``prompt`` for the journal; ``longest``, the characters of a box;
        ``inputs`` with limits, the text at the start, and where that comes from; ``outputs``, each
        with its sum to work out and to print. Source: ``agency_defaults.yaml``.

    Raises
    ------
    CourseFileError
        With every problem of that file.
    """
    calculator = load_calculator()
    return {
        **_name_journal(agency_calculator),
        "longest": LONGEST,
        "inputs": [_lay_input(one) for one in calculator.inputs],
        "outputs": [_lay_output(one) for one in calculator.outputs],
    }


def write_drawing_data(
    series: str = "dm_s47",
    geography: str = "England",
    breakdown: str = "all",
    given: Sequence[str] | None = None,
    ask: Sequence[str] | None = None,
) -> dict[str, Any]:
    """
    Return what ``you_draw_it.js`` must know besides the sheet.

    Parameters
    ----------
    series, geography, breakdown, given, ask
        As for :func:`swteach.widgets.you_draw_it.you_draw_it`.

    Returns
    -------
    dict
        ``kind`` and ``id`` for the journal; every point of the record, the years asked included:
        the script keeps them out of sight until a line is drawn; the ``record`` as it is then
        shown, without its table; limits, decimals and the sizes of the paper. Source:
        ``observations.csv``.

    Raises
    ------
    ValueError
        For a series, place, part or period that is not there.
    """
    drawing = load_drawing(series, geography, breakdown, given, ask)
    record = you_draw_it.lay_record(drawing, {})
    return {
        "kind": you_draw_it.KIND,
        "id": drawing.id,
        "longest": LONGEST,
        "unit": drawing.unit,
        "words": drawing.words,
        "limits": drawing.limits,
        "places": len(drawing.show(0).strip("%").partition(".")[2]),
        "points": [asdict(point) for point in drawing.points],
        "record": {name: part for name, part in record.items() if name != "rows"},
        "close": drawing_gap.CLOSE,
        "near": drawing_gap.NEAR,
        "room": drawing_line.ROOM,
        "nice": drawing_line.NICE,
        "tick_count": drawing_line.TICKS,
    }


def lay_tree(formula: Formula) -> Any:
    """
    Return a sum as a script can work it out.

    Examples
    --------
    >>> from swteach.formula import read_formula
    >>> lay_tree(read_formula("hours x min(rate, 40)"))
    ['*', 'hours', ['min', 'rate', 40.0]]
    """
    return _lay_node(ast.parse(formula.text, mode="eval").body)


def _lay_node(node: ast.AST) -> Any:
    if isinstance(node, ast.BinOp):
        return [SIGNS[type(node.op)], _lay_node(node.left), _lay_node(node.right)]
    if isinstance(node, ast.Call):
        return [_lay_node(node.func), *map(_lay_node, node.args)]
    return node.id if isinstance(node, ast.Name) else float(ast.literal_eval(node))


def lay_print(formula: Formula) -> list[str]:
    """Return a sum as it is printed, cut at its names: words, a name, words, a name, words."""
    marked = formula.fill({name: f"{_MARK}{name}{_MARK}" for name in formula.names})
    return marked.split(_MARK)


def _name_journal(tool: Any) -> dict[str, str]:
    return {"kind": tool.KIND, "id": tool.ID, "prompt": tool.PROMPT}


def _lay_structure(structure: Structure) -> dict[str, Any]:
    areas = [{"id": one.id, "name": one.name, "counts": one.counts} for one in structure.areas]
    return {"id": structure.id, "overall": structure.overall, "areas": areas}


def _lay_rule(rule: Rule) -> dict[str, Any]:
    formula, limits = rule.sum
    tree = None if formula is None else lay_tree(formula)
    return {"id": rule.id, "tree": tree, "limits": [limit._asdict() for limit in limits]}


def _lay_input(one: Input) -> dict[str, Any]:
    names = ("id", "label", "unit", "default", "minimum", "maximum")
    start = show(one.default, one.unit).strip("£%")
    illustrative = agency_calculator.ILLUSTRATIVE if one.illustrative else ""
    origin = " ".join(filter(None, [illustrative, one.note]))
    return {**{name: getattr(one, name) for name in names}, "start": start, "origin": origin}


def _lay_output(one: Output) -> dict[str, Any]:
    names = ("id", "label", "unit", "note", "none_when")
    told = {name: getattr(one, name) for name in names}
    formula = one.formula
    return {
        **told,
        "names": list(formula.names),
        "tree": lay_tree(formula),
        "parts": lay_print(formula),
    }
