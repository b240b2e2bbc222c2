"""A briefing that is filled in, for the tests of what becomes of it."""

from __future__ import annotations

from swteach.briefing_draft import Draft, list_chosen, name_claim
from swteach.briefing_file import load_plan

NASTY = (
    '=HYPERLINK("http://x.example","pay")\n'
    "<script>alert(1)</script> <img src=x onerror=alert(2)>\n"
    "# not a heading\n"
    "[a link](javascript:alert(3)) `code` | cell | $x$\n"
    "@SUM(1+1)*cmd"
)


def fill(topic: str = "homes", words: str = "Some words of mine") -> Draft:
    """Return a complete draft: the last claim from outside, each box with words of its own."""
    plan = load_plan()
    draft = Draft(plan, plan.find_topic(topic))
    claims = [*draft.topic.claims[: len(plan.slots) - 1], plan.outside[0]]
    for slot, claim in zip(plan.slots, claims, strict=True):
        draft = draft.put(f"slot-{slot.id}", claim).put(name_claim(claim, "verdict"), "partly")
    for place, chart in zip(plan.charts, draft.topic.charts, strict=False):
        draft = draft.put(f"place-{place.id}", chart)
    for number, field in enumerate(list_chosen(draft)):
        if not field.choice:
            draft = draft.put(field.id, f"{words} {number}")
    return draft
