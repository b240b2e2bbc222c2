"""Questions as two tables: one row a question, and one row for each part of an answer."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from swteach.editions import afterwards as after
from swteach.editions.items import Sheet, is_answered, list_options, say_source
from swteach.exercises import models as m

QUESTIONS = (
    "notebook", "id", "type", "stem", "claim", "claim_source", "hint", "working", "unit", "words",
    "outcome", "bloom", "show_answers", "after_an_attempt",
)  # fmt: skip
ANSWERS = ("id", "part", "text", "partner", "right", "tolerance", "feedback")
_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


def write_questions(sheets: Iterable[Sheet]) -> bytes:
    """Return a CSV file with one row for each question, in the columns of ``QUESTIONS``."""
    rows = (_row(sheet, one) for sheet in sheets for one in sheet.exercises)
    return write_table(QUESTIONS, rows)


def write_answers(sheets: Iterable[Sheet]) -> bytes:
    """
    Return a CSV file with one row for each part of an answer, in the columns of ``ANSWERS``.

    ``part`` is option, number, slip, item, pair, distractor, model or
    whole;
    ``partner`` is what a left side goes with, or the place of an item in its order.
    """
    exercises = (one for sheet in sheets for one in sheet.exercises)
    return write_table(ANSWERS, ((one.id, *part) for one in exercises for part in list_parts(one)))


Part = tuple[str, str, str, str, str, str]


def list_parts(exercise: m.Exercise) -> Iterator[Part]:
    """Yield the parts of an answer as ``ANSWERS`` names them, without the id."""
    shown, answered = after.list_told(exercise), is_answered(exercise)
    for option in () if isinstance(exercise, m.Prediction) else shown:
        yield "option", option.text, "", _say(option.correct), "", option.feedback
    if isinstance(exercise, m.Numeric):
        yield from _list_numbers(exercise)
    elif isinstance(exercise, m.Order):
        for place, item in enumerate(exercise.items, 1):
            yield "item", item.text, str(place), "yes", "", item.note if answered else ""
    elif isinstance(exercise, m.Match):
        for pair in exercise.pairs:
            yield "pair", pair.left, pair.right, "yes", "", pair.feedback if answered else ""
        for text in exercise.distractors:
            yield "distractor", "", text, "no", "", ""
    elif isinstance(exercise, m.Prediction):
        for option in list_options(exercise):
            yield "option", option.text, "", "", "", ""
    elif isinstance(exercise, m.Reflection) and exercise.model:
        yield "model", exercise.model, "", "", "", ""
    if isinstance(exercise, m.Several | m.Order | m.Match):
        said = after.find_feedback(exercise)
        yield "whole", "", "", "yes", "", said.correct
        yield "whole", "", "", "no", "", said.other


def _list_numbers(exercise: m.Numeric) -> Iterator[Part]:
    said = after.find_feedback(exercise)
    number = after.format_plain
    yield "number", number(exercise.answer), "", "yes", number(exercise.tolerance), said.correct
    for slip in after.list_slips(exercise):
        yield "slip", number(slip.answer), "", "no", number(slip.margin), slip.feedback
    yield "whole", "", "", "no", "", said.other


def _row(sheet: Sheet, exercise: m.Exercise) -> tuple[str, ...]:
    claim = getattr(exercise, "statement", None)
    named = ("hint", "working", "unit", "words", "outcome", "bloom", "show_answers")
    return (
        sheet.title,
        exercise.id,
        exercise.type,
        exercise.stem,
        claim.text if claim else "",
        say_source(claim) if claim else "",
        *(str(getattr(exercise, name, "") or "") for name in named),
        "\n".join(after.list_afterwards(exercise)),
    )


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file in which no spreadsheet finds a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_disarm(cell) for cell in row] for row in rows)
    # With the mark at its head, a spreadsheet reads the file as UTF-8.
    return buffer.getvalue().encode("utf-8-sig")


def _disarm(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.match(cell) else cell


def _say(right: bool) -> str:
    return "yes" if right else "no"
