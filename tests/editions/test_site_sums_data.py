"""What the page's scripts are told of the simulator, the calculator and the drawn line."""

from __future__ import annotations

import json
import operator
import shutil
from pathlib import Path
from typing import Any

import pytest

from swteach.agency_file import load_calculator
from swteach.datapackage import find_data
from swteach.editions.site_sums_data import (
    lay_print,
    lay_tree,
    write_calculator_data,
    write_drawing_data,
    write_simulator_data,
)
from swteach.formula import read_formula
from swteach.inspection_rules import load_rules

DO = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
FULL = {**DO, "min": min, "max": max}


def _solve(tree: Any, values: dict[str, float]) -> float:
    if isinstance(tree, list):
        return FULL[tree[0]](*(_solve(part, values) for part in tree[1:]))
    return values[tree] if isinstance(tree, str) else tree


def test_every_sum_of_the_course_as_a_tree() -> None:
    """Each formula of both files has the value of its tree, and prints as its parts do."""
    rules = [one.sum.formula for one in load_rules().rules.values()]
    formulas = [one for one in rules if one] + [one.formula for one in load_calculator().outputs]
    formulas.append(read_formula("min(hours, 7 - rate) x (rate + .5) / max(hours, 2, rate)"))
    assert len(formulas) == 12
    for formula in formulas:
        values = {name: 1.5 + place for place, name in enumerate(formula.names)}
        words = {name: f"“{name}”" for name in formula.names}
        parts = [
            words[part] if place % 2 else part for place, part in enumerate(lay_print(formula))
        ]
        assert _solve(lay_tree(formula), values) == formula.work_out(values)
        assert "".join(parts) == formula.fill(words)


@pytest.mark.parametrize("write", [write_simulator_data, write_calculator_data, write_drawing_data])
def test_data_is_strict_json_and_the_same_twice(write: Any) -> None:
    """A browser can read it, and two builds of the site have the same bytes."""
    assert json.dumps(write(), allow_nan=False) == json.dumps(write(), allow_nan=False)


def test_a_lecturers_files_change_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Points, limits and starting numbers are those of the folder that the course is built from."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    for name, old, new in (
        ("inspection_rules.yaml", "points: 4", "points: 9"),
        ("agency_defaults.yaml", "default: 42000", "default: 43210"),
        ("agency_defaults.yaml", "max: 150", "max: 151"),
    ):
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    assert write_simulator_data()["grades"][0]["points"] == 9
    inputs = {one["id"]: one for one in write_calculator_data()["inputs"]}
    assert inputs["salary"]["start"] == "43,210"
    assert inputs["charge_per_hour"]["maximum"] == 151


def test_hidden_figures_are_not_in_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row marked hide is in no part of a drawing's data."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    text = (folder / "observations.csv").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith("dm_s47,England,all,2014-15"))
    hidden = row.replace(",plain,", ",hide,")
    assert hidden != row
    assert "160,490" in json.dumps(write_drawing_data())
    (folder / "observations.csv").write_text(text.replace(row, hidden), encoding="utf-8")
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    told = json.dumps(write_drawing_data())
    assert "160,490" not in told and "160490" not in told and "2014-15" not in told
