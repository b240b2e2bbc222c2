"""The two tables hold every part of every question, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from swteach.editions.afterwards import weigh
from swteach.editions.items import Sheet
from swteach.editions.sheet import ANSWERS, QUESTIONS, write_answers, write_questions, write_table
from swteach.exercises import Match, Numeric, Order, Several, find_right_response
from swteach.exercises.models import Exercise


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Return a CSV file's rows."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_question_is_one_row(sheets: list[Sheet], questions: list[Exercise]) -> None:
    """In order, with its words as they stand and the columns as documented."""
    data = write_questions(sheets)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = rows_of(data)
    assert tuple(rows[0]) == QUESTIONS
    assert [(row["id"], row["type"], row["stem"], row["outcome"]) for row in rows] == [
        (one.id, one.type, one.stem, one.outcome) for one in questions
    ]


def test_each_part_is_one_row(sheets: list[Sheet], questions: list[Exercise]) -> None:
    """Options, numbers, slips, items, pairs and spare partners are all counted."""
    rows = rows_of(write_answers(sheets))
    assert tuple(rows[0]) == ANSWERS
    found = Counter(row["part"] for row in rows)
    numbers = [one for one in questions if isinstance(one, Numeric)]
    matches = [one for one in questions if isinstance(one, Match)]
    assert found["slip"] == sum(len(one.slips) for one in numbers)
    assert found["number"] == len(numbers)
    assert found["item"] == sum(len(one.items) for one in questions if isinstance(one, Order))
    assert found["pair"] == sum(len(one.pairs) for one in matches)
    assert found["distractor"] == sum(len(one.distractors) for one in matches)
    assert found["option"] == sum(len(getattr(one, "options", ())) for one in questions)
    print(found)


def test_numbers_have_their_tolerance(sheets: list[Sheet], questions: list[Exercise]) -> None:
    """The answer is to six places, and the margin is as the file has it."""
    rows = {row["id"]: row for row in rows_of(write_answers(sheets)) if row["part"] == "number"}
    for one in (one for one in questions if isinstance(one, Numeric)):
        row = rows[one.id]
        assert float(row["text"]) == pytest.approx(one.answer, abs=1e-6)
        assert float(row["tolerance"]) == one.tolerance
        assert row["feedback"].startswith(one.feedback.correct)


def test_no_cell_is_a_formula() -> None:
    """What would be run gets an apostrophe; negative numbers stay numbers."""
    cells = ["=1+1", "+44", "-2 of them", "@home", "\tx", " =x", "-3.5", "plain = plain"]
    [row] = csv.reader(
        io.StringIO(write_table(["a"], [cells]).decode("utf-8-sig").partition("\n")[2])
    )
    assert row == [
        "'=1+1",
        "'+44",
        "'-2 of them",
        "'@home",
        "'\tx",
        "' =x",
        "-3.5",
        "plain = plain",
    ]


def test_answers_that_students_never_see_have_no_feedback(closed: list[Sheet]) -> None:
    """The key stays; replies, notes and reasons do not."""
    rows = rows_of(write_answers(closed))
    assert not [row for row in rows if row["feedback"]]
    assert not [row for row in rows_of(write_questions(closed)) if row["after_an_attempt"]]
    assert {row["id"] for row in rows if row["right"] == "yes"} == {
        one.id
        for sheet in closed
        for one in sheet.exercises
        if find_right_response(one) is not None
    }


def test_ticking_everything_does_not_earn_full_marks(questions: list[Exercise]) -> None:
    """Right options share all of the marks, wrong ones take away as much or half of it."""
    for one in (one for one in questions if isinstance(one, Several)):
        worth = dict(zip(one.shown, weigh(one), strict=True))
        assert sum(worth[o] for o in one.options if o.correct) == pytest.approx(100)
        assert sum(worth.values()) <= 50.001
    single = replace(
        one,
        options=(
            *[o for o in one.options if o.correct][:2],
            next(o for o in one.options if not o.correct),
        ),
    )
    assert sum(weigh(single)) == pytest.approx(50)
