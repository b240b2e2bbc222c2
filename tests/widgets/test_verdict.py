"""The verdict on a claim: who said it before, both halves of the record after."""

from __future__ import annotations

import subprocess
import sys

from question_cases import EXERCISES, WRONG, show

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS

ONE = EXERCISES["verdict"]


def test_the_claim_comes_with_its_speaker() -> None:
    """Page and plain words have the claim, who said it, where, when, and the kind of text."""
    question = show("verdict")
    assert question.claim["text"] == ONE.statement.text
    for part in ("speaker", "title", "date", "genre"):
        words = getattr(ONE.statement, part)
        assert words in question.claim["source"]
        assert words in question.plain_text()


def test_both_halves_come_after_the_attempt() -> None:
    """Each piece of the record says what it supports and what it does not settle."""
    evidence = show("verdict").answer(WRONG["verdict"])["details"]["evidence"]
    assert [[text for _, text in row["parts"]] for row in evidence] == [
        [row.supports, row.does_not_settle] for row in ONE.rows
    ]
    assert [name for name, _ in evidence[0]["parts"]] == [SUPPORTS, OPEN]
    assert [row["heading"] for row in evidence] == [HEADINGS[row.verdict] for row in ONE.rows]


def test_a_question_needs_no_table() -> None:
    """Showing a verdict question loads no pandas, which takes longer than all the rest."""
    code = "import sys, swteach.widgets.verdict; print('pandas' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
