"""The form of each type of question on paper."""

from __future__ import annotations

import pytest

from swteach.editions.paper import Bullets, Grid, Space, Text, read_plain
from swteach.editions.paper_question import write_question
from swteach.exercises import Exercise, load_exercises

KNOWN = {one.id: one for one in load_exercises(7)}
FORMS = {
    "n7-mcq-1": ("Tick one.", "☐ D. "),
    "n7-several-1": ("Tick all that apply.", "☐ A. "),
    "n7-num-1": ("(percent)", "An example with other numbers: "),
    "n7-order-1": ("Write 1 before what comes first", "______ "),
    "n7-verdict-1": ("The claim: Child protection", "Ray Jones, “Briefing", "How sure are you?"),
    "n7-ref-1": ("About 100 words.", "you need not hand it in"),
    "n7-pred-1": ("(enquiries)", "How sure are you?"),
    "n7-pred-2": ("☐ D. It fell to about 30", "Nothing is right or wrong."),
}


def words(one: Exercise) -> str:
    texts = [part for part in write_question(one) if isinstance(part, Text)]
    return "\n".join(read_plain(part.words) for part in texts)


@pytest.mark.parametrize("name", FORMS)
def test_each_type_has_a_form(name: str) -> None:
    """It says what to do, and has boxes, blanks or lines for it."""
    said = words(KNOWN[name])
    assert all(text in said for text in FORMS[name])


def test_to_match_is_to_write_letters() -> None:
    """A table with a blank for each left, and the partners by letter in mixed order."""
    one = KNOWN["n7-match-1"]
    *_, grid, partners = write_question(one)
    assert isinstance(grid, Grid) and [row[0] for row in grid.rows] == list(one.lefts)
    assert isinstance(partners, Bullets)
    shown = [read_plain(text)[3:] for _, text in partners.items]
    assert shown == list(one.shown)


def test_more_words_get_more_lines() -> None:
    """A line for each twelve words that are asked for."""
    rooms = {name: write_question(KNOWN[name])[-1] for name in ("n7-ref-1", "n7-ref-2")}
    assert rooms == {"n7-ref-1": Space(9), "n7-ref-2": Space(5)}
