"""What is still missing from a briefing, in words; never what is wrong with a position."""

from __future__ import annotations

from collections.abc import Iterator

from swteach.briefing_draft import (
    CAPTION,
    HALVES,
    SOURCE_PARTS,
    VERDICT,
    Draft,
    list_claim_fields,
    make_caption,
)
from swteach.briefing_plan import Box

ALL_THERE = "Every part has something in it. Read it once more, as someone who disagrees would."
LEEWAY = 1.1  # a tenth over the number of words asked for is not worth a remark


def list_missing(draft: Draft, *, account: bool = True) -> list[str]:
    """Return a sentence for each thing that is still missing, in the order of the page.

    Parameters
    ----------
    account
        Whether the account of the student's own position is looked for.
    """
    plan = draft.plan
    return [
        *(line for place in range(len(plan.slots)) for line in _look_at_claim(draft, place)),
        *_find_doubles(draft),
        *(line for place in range(len(plan.charts)) for line in _look_at_chart(draft, place)),
        *_look_at_parts(draft),
        *_look_at_sources(draft),
        *(_look_at_account(draft) if account else ()),
        *_look_at_length(draft),
    ]


def _look_at_claim(draft: Draft, place: int) -> Iterator[str]:
    slot, name = draft.plan.slots[place], f"Claim {place + 1}"
    claim = draft.claim(slot.id)
    if not claim:
        yield f"{name} is not chosen yet ({draft.topic.fill(slot.title)})."
        return
    empty = [one.label for one in list_claim_fields(draft.plan, claim) if not draft.get(one.id)]
    lacks = [_name_part(label) for label in empty if label != VERDICT or not draft.verdict(claim)]
    if lacks:
        yield f"{name} still needs: {', '.join(lacks)}."


def _name_part(label: str) -> str:
    if label in HALVES.values():
        return f"“{label}”"
    return label[0].lower() + label[1:]


def _find_doubles(draft: Draft) -> Iterator[str]:
    for kind, slots, find in (
        ("claim", draft.plan.slots, draft.claim),
        ("chart", draft.plan.charts, draft.chart),
    ):
        chosen = [find(slot.id) for slot in slots]
        for place, one in enumerate(chosen):
            if one and one in chosen[:place]:
                first = chosen.index(one) + 1
                name = kind.capitalize()
                yield f"{name} {first} and {kind} {place + 1} are the same. Choose another one."


def _look_at_chart(draft: Draft, place: int) -> Iterator[str]:
    chart = draft.chart(draft.plan.charts[place].id)
    if not chart:
        yield f"Chart {place + 1} is not chosen yet."
    elif not draft.get(make_caption(draft.plan, chart).id):
        yield f"Chart {place + 1} still needs: {CAPTION.lower()}."


def _look_at_parts(draft: Draft) -> Iterator[str]:
    for part in draft.plan.parts:
        if not draft.get(f"part-{part.id}"):
            yield f"Not written yet: {_quote(draft, part)}."


def _look_at_sources(draft: Draft) -> Iterator[str]:
    for source in draft.plan.sources:
        empty = [
            _name_part(label)
            for name, label in SOURCE_PARTS.items()
            if not draft.get(f"source-{source.id}-{name}")
        ]
        if empty:
            yield f"{_quote(draft, source)} still needs: {'; '.join(empty)}."


def _look_at_account(draft: Draft) -> Iterator[str]:
    if not draft.get("account"):
        yield f"Not written yet: {_quote(draft, draft.plan.account)}. It is private."


def _look_at_length(draft: Draft) -> Iterator[str]:
    total, wanted = draft.total(), draft.plan.total_words
    if total > wanted * LEEWAY:
        yield f"The briefing has {total} words, and the councillors asked for about {wanted}."


def _quote(draft: Draft, box: Box) -> str:
    return f"“{draft.topic.fill(box.title)}”"
