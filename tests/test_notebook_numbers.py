"""Every figure in the running text of a notebook stands in an output there or in the record."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
import yaml
from notebook_text import read_outputs, strip_marks

from swteach.tables import load_observations

HERE = Path(__file__).resolve().parent
NOTEBOOKS = sorted((HERE.parent / "notebooks").glob("*.ipynb"))
EXCEPTIONS = yaml.safe_load((HERE / "number_exceptions.yaml").read_text("utf-8"))
MOST_EXCEPTIONS = 20
# What looks like a figure and is none: days and years, names of notebooks, parts of laws,
# times and lengths that a task asks for, the numbers of outcomes and of steps.
NO_FIGURE = re.compile(
    r"""\b\d{1,2}\ (?:January|February|March|April|May|June|July|August|September|October
        |November|December)\b(?:\ \d{4})?
      | \b(?:1[89]\d\d|20[0-4]\d)(?:-\d\d)?\b(?!\ (?:children|homes|words|claims|enquiries|posts))
      | \bnotebooks?\ \d+(?:(?:,|\ and|\ to)\ \d+)*
      | \b(?:section|sections|Section|Part|Prompt|Step|Question|article)\ \d+
      | \bNumbers?\ \d+(?:\ to\ \d+)?\ (?:is|are)
      | \babout\ \d+\ (?:minutes|words)
      | \b\d+\ (?:to\ \d+\ )?(?:minutes|words)\b
      | \b\d\.\d\b(?=\ (?:[a-z]+|and)\ .*\bpart\b)
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?")
WRITTEN = ("title", "outcomes", "next-words")  # from course.yaml and the glossary


def find_numbers(text: str) -> list[float]:
    """Return the numbers of a text, with their thousands separators taken out."""
    return [float(found.rstrip(",").replace(",", "")) for found in NUMBER.findall(text)]


def find_figures(markdown: str) -> list[float]:
    """Return the numbers of Markdown that claim something about the world."""
    text = re.sub(r"^\s*\d+\.\s", "", strip_marks(markdown), flags=re.MULTILINE)
    return find_numbers(NO_FIGURE.sub(" ", text))


def find_record() -> set[float]:
    """Return the values of all observations, also as rounded in running text."""
    values = load_observations()["value"].dropna()
    return {round(value, places) for value in values for places in (0, 1, 2, 6)}


RECORD = find_record()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_figure_is_backed(path: Path):
    """A number in the text is one that a cell of that notebook gives, or one of the record."""
    notebook = nbformat.read(path, as_version=4)
    backed = RECORD | set(find_numbers(" ".join(read_outputs(notebook))))
    excused = {(one["cell"], one["number"]) for one in EXCEPTIONS if one["notebook"] == path.stem}
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    bare = [
        (cell.id, figure)
        for cell in cells
        if cell.id not in WRITTEN
        for figure in find_figures(cell.source)
        if figure not in backed and (cell.id, figure) not in excused
    ]
    assert not bare


def test_exceptions_are_few_and_reasoned():
    """The list is short, each with its reason, and none is there for nothing."""
    assert len(EXCEPTIONS) <= MOST_EXCEPTIONS
    by_name = {path.stem: nbformat.read(path, as_version=4) for path in NOTEBOOKS}
    for one in EXCEPTIONS:
        cells = {cell.id: cell.source for cell in by_name[one["notebook"]].cells}
        assert one["number"] in find_figures(cells[one["cell"]]), one
        assert len(one["reason"]) > 20, one


def test_an_invented_figure_would_be_found():
    """The lint sees a figure that no row and no output gives, and passes over dates."""
    figures = find_figures("On 31 March 2024 there were 83,123 homes, 12.34% more than in 2019-20.")
    assert figures == [83123, 12.34] and not set(figures) & RECORD
