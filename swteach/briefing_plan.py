"""What a briefing is made of: its questions, its slots for claims and charts, its boxes."""

from __future__ import annotations

from dataclasses import dataclass

OUTSIDE = "outside"


@dataclass(frozen=True)
class Box:
    """A place to fill in: ``words`` is how many are asked for, 0 where nothing is written.

    Attributes
    ----------
    earlier
        The id of a question of the course whose answer belongs here too; may be empty.
    """

    id: str
    title: str
    ask: str
    words: int = 0
    earlier: str = ""


@dataclass(frozen=True)
class Topic:
    """A question to choose, its two sides, and the claims and charts that fit it."""

    id: str
    question: str
    first: str
    second: str
    claims: tuple[str, ...]
    charts: tuple[str, ...]

    @property
    def sides(self) -> str:
        """Both sides in two sentences."""
        return f"First side: {self.first}. Second side: {self.second}."

    def fill(self, text: str) -> str:
        """Return words of the plan with the two sides in their places."""
        return text.replace("{first}", self.first).replace("{second}", self.second)


@dataclass(frozen=True)
class Plan:
    """All of the builder, as data/briefing.yaml sets it out."""

    intro: str
    total_words: int
    half_words: int
    caption_words: int
    source_words: int
    outside_claims: int
    slots: tuple[Box, ...]
    charts: tuple[Box, ...]
    parts: tuple[Box, ...]
    sources: tuple[Box, ...]
    account: Box
    topics: tuple[Topic, ...]

    def find_topic(self, id: object) -> Topic | None:
        """Return the question of this id, or None."""
        return next((topic for topic in self.topics if topic.id == id), None)

    @property
    def outside(self) -> tuple[str, ...]:
        """The ids of the claims that a student may bring in."""
        return tuple(f"{OUTSIDE}-{place}" for place in range(1, self.outside_claims + 1))

    def list_claims(self, topic: Topic) -> tuple[str, ...]:
        """Return the ids of all claims to choose from, those from outside last."""
        return (*topic.claims, *self.outside)
