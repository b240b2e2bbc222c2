"""The briefing in the journal: every field kept, and what earlier notebooks have to say."""

from __future__ import annotations

from typing import Any

from swteach import barometer, journal
from swteach.briefing_draft import VERDICTS, Draft, Field, list_fields
from swteach.briefing_plan import Plan, Topic
from swteach.claim_record import Card
from swteach.journal.entry import Entry
from swteach.journal.exports.outline import say_moment, say_value
from swteach.journal.outcome import Outcome

KIND, ACCOUNT_KIND = "briefing", "reflection"
CHOSEN_ID = "briefing-question"
CHOSEN = "Which question is your briefing about?"
# What the journal calls an answer about a claim, and what the page calls it.
EARLIER = {
    "claim check": "In the claim checker",
    "ledger": "In the prediction ledger",
    "answer": "In a question about it",
}
READING_KIND = "barometer"


def name_entry(topic: Topic, field: Field) -> str:
    """Return the id under which the journal keeps a field."""
    return f"briefing-{topic.id}-{field.id}"


def keep_topic(topic: Topic) -> Outcome:
    """Record which question was chosen."""
    value = {"id": topic.id, "question": topic.question}
    return journal.record(KIND, CHOSEN_ID, value, prompt=CHOSEN)


def keep_field(draft: Draft, field: Field, *, typing: bool, about: str = "") -> Outcome:
    """
    Record what a field holds now.

    Parameters
    ----------
    typing
        Whether the student may still be typing, so that later words take its place.
    about
        In words, what an id in the field stands for: the claim, the chart, the verdict.
    """
    value: Any = draft.values.get(field.id, "")
    if about:
        value = {"id": value, "chosen": about}
    return journal.record(
        ACCOUNT_KIND if field.private else KIND,
        name_entry(draft.topic, field),
        value,
        prompt=f"{draft.topic.question} {field.label}",
        private=field.private,
        draft=typing and not about,
    )


def bring_back_topic(plan: Plan) -> Topic | None:
    """Return the question that was chosen last, or None."""
    entry = journal.latest(CHOSEN_ID, KIND)
    found = entry.value if entry and isinstance(entry.value, dict) else {}
    return plan.find_topic(found.get("id"))


def bring_back(plan: Plan, topic: Topic) -> Draft:
    """Return the draft of a question as the journal holds it."""
    fields = {name_entry(topic, one): one for one in list_fields(plan, topic).values()}
    values: dict[str, str] = {}
    for entry in journal.open_journal().pages.sorted():
        field = fields.get(entry.id)
        if field and entry.kind in (KIND, ACCOUNT_KIND):
            values[field.id] = _read(entry.value)
    return Draft(plan, topic, values)


def _read(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("id")
    return value if isinstance(value, str) else ""


def find_earlier(card: Card) -> list[str]:
    """Return what the student answered about a claim before, a line for each time, oldest first."""
    return [
        f"{EARLIER[entry.kind]}, {say_day(entry)}: {_say_answer(entry.value)}."
        for entry in journal.open_journal().pages.sorted()
        if _is_about(entry, card)
    ]


def _is_about(entry: Entry, card: Card) -> bool:
    if entry.kind == "answer":  # a question is not named after its claim, but its prompt has it
        return f"The claim: {card.text} (" in entry.prompt
    return entry.id == card.id and entry.kind in EARLIER


def _say_answer(value: Any) -> str:
    """Return a verdict or a mark, and how sure it was, in one line."""
    if not isinstance(value, dict) or "answer" not in value:
        return "; ".join(say_value(value))
    sure = value.get(barometer.SURE)
    mark = "; ".join(say_value(value["answer"]))
    mark = VERDICTS.get(mark, mark)
    return f"{mark}, sure {sure} of 5" if sure else mark


def find_words(exercise: str) -> str:
    """Return what the student wrote last in answer to a question, or nothing."""
    entry = journal.latest(exercise) if exercise else None
    return entry.value.strip() if entry and isinstance(entry.value, str) else ""


def find_readings() -> tuple[Entry | None, Entry | None]:
    """Return the first and the last barometer reading of the whole course; None where none is."""
    entries = journal.open_journal().pages.sorted()
    return barometer.choose_pair([one for one in entries if _is_reading(one)])


def _is_reading(entry: Entry) -> bool:
    return entry.kind == READING_KIND and not barometer.read(entry.value).empty


def say_day(entry: Entry) -> str:
    """Return the day of an entry, as "25 November 2026"."""
    return say_moment(entry.at).split(",")[0]
