"""What the briefing builder's page shows: its form, and what stands in it now."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from swteach import barometer
from swteach.briefing_checklist import ALL_THERE, list_missing
from swteach.briefing_draft import (
    SOURCE_PARTS,
    VERDICTS,
    Draft,
    Field,
    list_claim_fields,
    list_fields,
    make_caption,
)
from swteach.briefing_figure import Figure, make_figure
from swteach.briefing_journal import find_earlier, find_readings, find_words, say_day
from swteach.briefing_plan import OUTSIDE, Box, Plan
from swteach.claim_record import find_cards
from swteach.widgets.record_cards import lay_card, lay_record

NAME = "Briefing builder"
ASK = "Which question is your briefing about?"
KEPT = (
    "What you choose and type is kept in your journal as you go. You can download the briefing at "
    "any time, finished or not."
)
LABELS = {
    "html": "Web page (.html)",
    "docx": "Word document (.docx)",
    "md": "Plain text (.md)",
}
PRIVACY = (
    "This account is private: it goes into your own journal, and into a file only if you tick the "
    "box beside the downloads."
)
SHARE = "Put the account of my own position into the file too"
NO_READING = "There is no barometer reading in your journal yet. You can write without one."
ONE_READING = "There is one barometer reading in your journal. A second one gives a comparison."
READINGS = "Your own first and last readings. They are shown to you here, and are in no briefing."
YOURS = "Your words"
OUTSIDE_CLAIM = "A claim from outside the course, number {place}"


def lay_sheet(plan: Plan) -> dict[str, Any]:
    """Return what does not change: questions, claims, verdicts, names of forms."""
    topics = [{"id": one.id, "question": one.question, "sides": one.sides} for one in plan.topics]
    ids = list(dict.fromkeys(claim for topic in plan.topics for claim in topic.claims))
    claims = {card.id: lay_card(card) for card in find_cards(ids)}
    brought = {
        id: {"id": id, "text": "", "who": OUTSIDE_CLAIM.format(place=place)}
        for place, id in enumerate(plan.outside, 1)
    }
    return {
        "name": NAME,
        "intro": f"{plan.intro} {KEPT}",
        "ask": ASK,
        "topics": topics,
        "claims": {**claims, **brought},
        "verdicts": [{"id": id, "words": words} for id, words in VERDICTS.items()],
        "forms": [{"id": id, "label": label} for id, label in LABELS.items()],
        "privacy": PRIVACY,
        "share": SHARE,
    }


def lay_count(draft: Draft) -> dict[str, Any]:
    """Return how long the briefing is, and what it still lacks."""
    total = f"{draft.total()} words of about {draft.plan.total_words}"
    about = "Notes on sources and the account of your position are not counted."
    return {"total": f"Your briefing has {total}. {about}", "missing": list_missing(draft)}


def say_missing(draft: Draft) -> str:
    """Return in one sentence how much is still missing."""
    count = len(list_missing(draft))
    if not count:
        return ALL_THERE
    return f"The list below says what is still missing: {count} thing{'s' if count > 1 else ''}."


def lay_draft(draft: Draft) -> dict[str, Any]:
    """Return all that stands in the form now."""
    plan, fields = draft.plan, list_fields(draft.plan, draft.topic)
    parts = [_lay_box(draft, one, [fields[f"part-{one.id}"]]) for one in plan.parts]
    sources = [
        _lay_box(draft, one, [fields[f"source-{one.id}-{name}"] for name in SOURCE_PARTS])
        for one in plan.sources
    ]
    return {
        "topic": draft.topic.id,
        "claims": list(plan.list_claims(draft.topic)),
        "charts": [[name, make_figure(name).title] for name in draft.topic.charts],
        "slots": [_lay_slot(draft, one) for one in plan.slots],
        "places": [_lay_place(draft, one) for one in plan.charts],
        "parts": parts,
        "sources": sources,
        "account": _lay_box(draft, plan.account, [fields["account"]]),
        "readings": _lay_readings(),
    }


def _lay_box(draft: Draft, box: Box, fields: list[Field]) -> dict[str, Any]:
    return {
        "id": box.id,
        "title": draft.topic.fill(box.title),
        "ask": box.ask,
        "earlier": find_words(box.earlier),
        "fields": [_lay_field(draft, one, box.title) for one in fields],
    }


def _lay_field(draft: Draft, field: Field, title: str = "") -> dict[str, Any]:
    # The group of the box has the title already: nobody has to hear or read it twice.
    named = draft.topic.fill(title) == field.label
    return {
        "id": field.id,
        "label": YOURS if named else field.label,
        "words": field.words,
        "text": draft.values.get(field.id, ""),
    }


def _lay_slot(draft: Draft, slot: Box) -> dict[str, Any]:
    claim = draft.claim(slot.id)
    laid = {**_lay_box(draft, slot, []), "claim": claim, "verdict": "", "said": [], "record": None}
    if not claim:
        return laid
    fields = [one for one in list_claim_fields(draft.plan, claim) if not one.choice]
    laid |= {"fields": [_lay_field(draft, one) for one in fields], "verdict": draft.verdict(claim)}
    if claim.startswith(OUTSIDE):
        return laid
    said = find_earlier(draft.card(claim))
    # The record opens after a verdict, here or in an earlier notebook.
    record = lay_record(claim) if laid["verdict"] or said else None
    return {**laid, "said": said, "record": record}


def _lay_place(draft: Draft, place: Box) -> dict[str, Any]:
    chart = draft.chart(place.id)
    fields = [make_caption(draft.plan, chart)] if chart else []
    figure = _lay_figure(make_figure(chart)) if chart else None
    return {**_lay_box(draft, place, fields), "chart": chart, "figure": figure}


def _lay_figure(figure: Figure) -> dict[str, Any]:
    return {
        "title": figure.title,
        "unit": figure.unit,
        "description": figure.description,
        "caution": figure.caution,
        "caveats": list(figure.caveats),
        "sources": [asdict(source) for source in figure.sources],
        "table": figure.table._asdict(),
    }


def _lay_readings() -> dict[str, Any]:
    first, last = find_readings()
    if first is None or last is None:
        return {"table": None, "note": NO_READING if first is None else ONE_READING}
    heads = ["Issue", f"First, {say_day(first)}", f"Last, {say_day(last)}", "Moved"]
    rows = barometer.compare(barometer.read(first.value), barometer.read(last.value))
    return {"table": {"caption": READINGS, "heads": heads, "rows": rows}, "note": ""}
