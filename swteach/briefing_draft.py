"""What a student has filled in: choices and words by field, and how many words there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from swteach.briefing_plan import OUTSIDE, Plan, Topic
from swteach.claim_record import OPEN, SUPPORTS, Card
from swteach.claim_table import CLAIM_MARKS

VERDICTS = dict(
    zip(
        CLAIM_MARKS,
        (
            "The record supports it",
            "The record supports part of it",
            "The record contradicts it",
            "The record cannot tell",
        ),
        strict=True,
    )
)
CLAIM, SPEAKER = "The claim, in your own words", "Who said it, when, in what, and where to find it"
CAPTION, VERDICT = "Caption", "Your verdict"
HALVES = {"supports": SUPPORTS, "open": OPEN}
SOURCE_PARTS = {
    "what": "Author, title, date, publisher, and where to find it",
    "note": "Note on where it comes from",
}
NO_SPEAKER = "speaker not given yet"


@dataclass(frozen=True)
class Field:
    """One place to choose or write: its id, name, words asked for, and whose eyes it is for.

    ``choice`` says that something is chosen in it, and nothing typed.
    """

    id: str
    label: str
    words: int = 0
    counted: bool = False
    private: bool = False
    choice: bool = False


@dataclass(frozen=True)
class Draft:
    """A briefing as it stands; ``values`` holds what was chosen or typed, by the field's id."""

    plan: Plan
    topic: Topic
    values: Mapping[str, str] = field(default_factory=dict)

    def get(self, id: str) -> str:
        """Return what a field holds, without spaces around it; empty where nothing is."""
        return self.values.get(id, "").strip()

    def put(self, id: str, value: str) -> Draft:
        """Return the draft with one field changed."""
        return replace(self, values={**self.values, id: value})

    def claim(self, slot: str) -> str:
        """Return the id of the claim chosen for a slot, or nothing."""
        return _keep(self.get(f"slot-{slot}"), self.plan.list_claims(self.topic))

    def chart(self, slot: str) -> str:
        """Return the name of the chart chosen for a place, or nothing."""
        return _keep(self.get(f"place-{slot}"), self.topic.charts)

    def verdict(self, claim: str) -> str:
        """Return the student's verdict on a claim as one of ``VERDICTS``, or nothing."""
        return _keep(self.get(name_claim(claim, "verdict")), tuple(VERDICTS))

    def card(self, claim: str) -> Card:
        """Return a claim with its speaker: the course's, or one that the student brought."""
        if not claim.startswith(OUTSIDE):
            from swteach.claim_record import find_cards

            return find_cards([claim])[0]
        who = self.get(name_claim(claim, "who")) or NO_SPEAKER
        return Card(claim, self.get(name_claim(claim, "text")), who, "")

    def count(self, field: Field) -> int:
        """Return how many words a field holds."""
        return count_words(self.get(field.id))

    def total(self) -> int:
        """Return how many words there are of those that the briefing's length is measured by."""
        return sum(self.count(one) for one in list_chosen(self) if one.counted)


def _keep(value: str, legal: tuple[str, ...]) -> str:
    return value if value in legal else ""


def count_words(text: str) -> int:
    """Return how many words a text has, parted by spaces or line ends."""
    return len(text.split())


def name_claim(claim: str, part: str) -> str:
    """Return the id of a field about a claim: verdict, supports, open; text and who if outside."""
    return f"claim-{claim}-{part}"


def list_fields(plan: Plan, topic: Topic) -> dict[str, Field]:
    """Return every field of a question, by its id, in the order of the page."""
    found = [
        *(Field(f"slot-{slot.id}", topic.fill(slot.title), choice=True) for slot in plan.slots),
        *(one for claim in plan.list_claims(topic) for one in list_claim_fields(plan, claim)),
        *(Field(f"place-{place.id}", place.title, choice=True) for place in plan.charts),
        *(make_caption(plan, chart) for chart in topic.charts),
        *_list_written(plan, topic),
    ]
    return {one.id: one for one in found}


def list_claim_fields(plan: Plan, claim: str) -> list[Field]:
    """Return the fields about one claim."""
    own = {"text": CLAIM, "who": SPEAKER} if claim.startswith(OUTSIDE) else {}
    halves = [
        Field(name_claim(claim, half), label, plan.half_words, counted=True)
        for half, label in HALVES.items()
    ]
    brought = [Field(name_claim(claim, part), label) for part, label in own.items()]
    verdict = Field(name_claim(claim, "verdict"), VERDICT, choice=True)
    return [*brought, verdict, *halves]


def make_caption(plan: Plan, chart: str) -> Field:
    """Return the field for the caption of a chart."""
    return Field(f"caption-{chart}", CAPTION, plan.caption_words, counted=True)


def _list_written(plan: Plan, topic: Topic) -> Iterator[Field]:
    for part in plan.parts:
        yield Field(f"part-{part.id}", topic.fill(part.title), part.words, counted=True)
    for source in plan.sources:
        for name, label in SOURCE_PARTS.items():
            words = plan.source_words if name == "note" else 0
            yield Field(f"source-{source.id}-{name}", label, words)
    yield Field("account", plan.account.title, plan.account.words, private=True)


def list_chosen(draft: Draft) -> list[Field]:
    """Return the fields that belong to the briefing now: of unchosen claims and charts, none."""
    plan = draft.plan
    claims = dict.fromkeys(draft.claim(slot.id) for slot in plan.slots)
    charts = dict.fromkeys(draft.chart(place.id) for place in plan.charts)
    return [
        *(one for claim in claims if claim for one in list_claim_fields(plan, claim)),
        *(make_caption(plan, chart) for chart in charts if chart),
        *_list_written(plan, draft.topic),
    ]
