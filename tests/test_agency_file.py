"""The calculator's file: the course's own, and a lecturer's slips in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.agency_file import NAME, calculator_problems, load_calculator
from swteach.datapackage import find_data
from swteach.yamlfile import CourseFileError

OWN = (find_data() / NAME).read_text("utf-8")


def _write(folder: Path, old: str, new: str) -> Path:
    assert old in OWN
    (folder / NAME).write_text(OWN.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_courses_own_file() -> None:
    """Nine inputs, each marked illustrative and with help; every sum uses known names."""
    calculator = load_calculator()
    assert len(calculator.inputs) == 9
    assert all(one.illustrative and one.help for one in calculator.inputs)
    assert "not national figures" in calculator.note
    assert len(calculator.outside) == 5
    assert calculator_problems(find_data()) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("default: 37", "default: 370", "hours_per_week: the default 370 must lie between min 1"),
        ("default: 37", "default: many", 'hours_per_week: "default" must be a number'),
        ("hours_per_week x weeks", "hours_a_week x weeks", 'the formula uses "hours_a_week"'),
        ("salary x (1", "salary ** (1", "permanent_year: formula:"),
        ("id: salary", "id: yearly salary", '"yearly salary" cannot be used in a sum'),
        ("id: salary", "id: weeks_per_year", "weeks_per_year: this id stands twice"),
        ("  - id: break_even_months", "  - id: months_until", '"break_even_months" is missing'),
        ("not_in_the_sum:", "left_out:", '"not_in_the_sum" is missing'),
        ("    help: Before tax.", "    hlep: Before tax.", 'unknown field "hlep". Did you mean'),
        ("\ninputs:", "\ninputs: [5]\nold:", "inputs 1: this must have fields of its own"),
    ],
)
def test_a_slip_is_said_with_its_place(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Each slip names the file, the line that holds it, what is wrong and what to do."""
    folder = _write(tmp_path, old, new)
    found = [str(one) for one in calculator_problems(folder)]
    said = next((line for line in found if words in line), f"not in {found}")
    assert words in said
    line = int(said.split("line ")[1].split(",")[0].split(":")[0])
    text = (folder / NAME).read_text("utf-8").splitlines()
    assert said.startswith(f"{NAME}, line {line}")
    assert 1 <= line <= len(text)
    with pytest.raises(CourseFileError):
        load_calculator(folder)


def test_the_line_is_the_one_with_the_slip(tmp_path: Path) -> None:
    """The line named is that of the default that was changed."""
    folder = _write(tmp_path, "default: 37", "default: 370")
    lines = (folder / NAME).read_text("utf-8").splitlines()
    assert "370" in lines[calculator_problems(folder)[0].line - 1]


def test_a_lecturers_own_input_and_sum(tmp_path: Path) -> None:
    """A new input and a new sum that uses it are read with no change to any code."""
    new = """  - id: travel
    label: Travel
    unit: pounds a year
    default: 600
    min: 0
    max: 5000
    illustrative: true
    help: Mileage.
outputs:
  - id: with_travel
    label: Salary and travel
    unit: pounds
    formula: salary + travel
"""
    calculator = load_calculator(_write(tmp_path, "outputs:\n", new))
    assert calculator.inputs[-1].id == "travel"
    assert calculator.outputs[0].formula.names == ("salary", "travel")
