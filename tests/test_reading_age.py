"""Instructions can be read at the age of 12 to 14: Flesch-Kincaid grades 7 to 9 and below."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
import textstat
from notebook_text import strip_marks

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
INSTRUCTIONS = ("title", "content-note", "predict", "look", "test", "talk", "write")
HIGHEST = 8.0  # of a notebook's instructions together: readable at 13
HIGHEST_OF_A_CELL = 10.5  # a cell of a few sentences varies more
FEWEST_WORDS = 40
# The field's own terms, explained in the glossary or in the notebook, whose length is not ours.
TERMS = (
    "child protection conferences?|child protection plans?|section 47 enquir(?:y|ies)|privatisation"
    "|local authority|inspectorate|inspections?|inspected|inspectors?|inadequate"
    "|children's services"
    "|agency social workers?|placement providers?|university|barometer|provenance|kappa|simulator"
    "|calculator|corporate parenting|political inclusion|overall effectiveness|percentage points?"
    "|seminar|notebooks?|Jupyter|Binder|recommendations?|referrals?|vacanc(?:y|ies)|vacancy rate"
    "|experience|commissioners?|social workers?"
)


def find_instructions(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Return the text of each instruction cell, the field's terms replaced by a short word."""
    return {
        cell.id: re.sub(rf"\b(?:{TERMS})\b", "term", strip_marks(cell.source), flags=re.IGNORECASE)
        for cell in notebook.cells
        if cell.cell_type == "markdown" and cell.id.startswith(INSTRUCTIONS)
    }


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_instructions_are_plain(path: Path):
    """A pupil of 13 could read what a notebook asks its students to do."""
    textstat.set_lang("en_GB")
    texts = find_instructions(nbformat.read(path, as_version=4))
    long = {name: text for name, text in texts.items() if len(text.split()) >= FEWEST_WORDS}
    grades = {name: textstat.flesch_kincaid_grade(text) for name, text in long.items()}
    hard = {name: grade for name, grade in grades.items() if grade > HIGHEST_OF_A_CELL}
    assert not hard
    assert textstat.flesch_kincaid_grade("\n".join(texts.values())) <= HIGHEST


def test_hard_words_would_be_found():
    """A sentence as officials write it comes out far above the bar."""
    textstat.set_lang("en_GB")
    official = (
        "Practitioners are invited to undertake a comprehensive consideration of methodological "
        "limitations pertaining to the aforementioned administrative statistical publications."
    )
    assert textstat.flesch_kincaid_grade(official) > 2 * HIGHEST
