"""What a tutor reads below a claim: what each row of the record does to it, in shared words."""

from __future__ import annotations

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS
from swteach.editions.paper import Text, read_plain
from swteach.editions.paper_answer import write_answer
from swteach.exercises import Verdict
from swteach.exercises.models import Exercise


def test_a_row_that_contradicts_a_claim_is_not_said_to_support_it(
    questions: list[Exercise],
) -> None:
    """A claim that one row contradicts and another makes less simple, row by row."""
    found = next(one for one in questions if one.id == "n7-verdict-6")
    assert isinstance(found, Verdict)
    assert "contradicts" in [row.verdict for row in found.rows]
    said = [read_plain(part.words) for part in write_answer(found) if isinstance(part, Text)]
    for row in found.rows:
        at = said.index(f"{SUPPORTS}: {row.supports}")
        assert said[at - 1] == f"{HEADINGS[row.verdict]}:"
        assert said[at + 1] == f"{OPEN}: {row.does_not_settle}"
    assert not [text for text in said if text.startswith("The record supports:")]


def test_every_row_of_the_course_is_named_by_its_verdict(questions: list[Exercise]) -> None:
    """As many rows of each kind are written as the questions have."""
    rows = [row for one in questions if isinstance(one, Verdict) for row in one.rows]
    parts = [part for one in questions if isinstance(one, Verdict) for part in write_answer(one)]
    said = [read_plain(part.words) for part in parts if isinstance(part, Text)]
    assert len(rows) > 50 and len({row.verdict for row in rows}) > 3
    for verdict, heading in HEADINGS.items():
        assert said.count(f"{heading}:") == sum(row.verdict == verdict for row in rows)
