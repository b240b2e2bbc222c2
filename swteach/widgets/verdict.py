"""A claim to set beside the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets as t

from swteach.claim_words import HEADINGS, OPEN, SAID, SUPPORTS, name_speaker, say_source
from swteach.exercises import VERDICTS, Reply, Verdict
from swteach.journal.entry import Entry
from swteach.widgets.confidence import join_confidence, split_confidence
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.question import Question

CHOICES = dict(zip(VERDICTS, SAID, strict=True))


class VerdictQuestion(Question):
    """A claim with its speaker; a verdict, and how sure; afterwards both halves of the record."""

    _esm: ClassVar[str] = read_script("kept", "fields", "question", "record_cards", "verdict")
    _css: ClassVar[str] = read_style("question")

    claim = t.Dict().tag(sync=True)
    options = t.Dict().tag(sync=True)

    def __init__(self, verdict: Verdict) -> None:
        said = verdict.statement
        source = say_source(said.speaker, said.title, said.date, said.genre)
        self._speaker = name_speaker(said.speaker, said.genre)
        claim = {"text": said.text, "source": source}
        super().__init__(verdict, claim=claim, options=CHOICES)

    def _plain_lines(self) -> Sequence[str]:
        claim = self.claim
        return [f"The claim: {claim['text']}", claim["source"], *(f"- {text}" for text in SAID)]

    def say_prompt(self) -> str:
        """Return the question with its claim and who made it, for the journal."""
        return f"{self.stem} The claim: {self.claim['text']} ({self._speaker})"

    def _to_journal(self, response: dict[str, Any]) -> dict[str, Any]:
        return join_confidence(response["answer"], response)

    def _from_journal(self, entry: Entry) -> dict[str, Any] | None:
        return split_confidence(entry.value)

    def _mark(self, response: Any) -> Reply:
        reply = super()._mark(response)
        rows = reply.details.get("evidence", ())
        told = [lay_evidence(row) for row in rows]
        return Reply(reply.verdict, reply.text, {**reply.details, "evidence": told})


def lay_evidence(row: dict[str, str]) -> dict[str, Any]:
    """Return a piece of the record as ``record_cards.js`` shows it."""
    halves = [[SUPPORTS, row["supports"]], [OPEN, row["does_not_settle"]]]
    return {"heading": HEADINGS[row["verdict"]], "name": "", "parts": halves, "sources": []}
