"""The questions of the course, one frozen dataclass for each type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from swteach.exercises.computed import Computed
from swteach.exercises.record import Evidence, Statement
from swteach.exercises.shuffle import is_sorted_away, shuffle

if TYPE_CHECKING:
    from swteach.exercises.seal import Seal

VERDICTS = ("supports", "partly", "contradicts", "cannot tell")


@dataclass(frozen=True)
class Option:
    """One answer a student can choose, and what to say to it."""

    text: str
    feedback: str
    correct: bool = False


@dataclass(frozen=True)
class Feedback:
    """What to say to a right answer, and to one that is not."""

    correct: str
    other: str


@dataclass(frozen=True)
class Slip:
    """A wrong number with a reason: how near an answer must be to it, and what to say."""

    answer: float
    margin: float
    feedback: str


@dataclass(frozen=True)
class Item:
    """One thing to put in order; ``note`` is its date or reason, shown afterwards."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Pair:
    """Two things that belong together, and why."""

    left: str
    right: str
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """
    What every question has: its name, its place in the course and its words.

    With a ``seal`` the places for answers and replies are empty, and what a page shows mixed
    stands in that order already: the answers are not in this copy of the course.
    """

    type: ClassVar[str]

    id: str
    notebook: int
    stem: str
    outcome: str = ""
    bloom: str = ""
    show_answers: str = "after_attempt"
    claims: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    hint: str = ""
    working: str = ""
    seal: Seal | None = None


@dataclass(frozen=True, kw_only=True)
class Choice(Exercise):
    """A question with one right option; ``predict`` asks for an answer before the reveal."""

    type: ClassVar[str] = "choice"

    options: tuple[Option, ...]
    predict: bool = False


@dataclass(frozen=True, kw_only=True)
class Several(Exercise):
    """A question with any number of right options."""

    type: ClassVar[str] = "several"

    options: tuple[Option, ...]
    feedback: Feedback

    @cached_property
    def shown(self) -> tuple[Option, ...]:
        """The options as a page shows them: mixed, and not the right ones first."""
        if self.seal:
            return self.options
        right = {place for place, option in enumerate(self.options) if option.correct}
        first = set(range(len(right)))
        mixed = shuffle(len(self.options), self.id, lambda o: {*o[: len(first)]} != right)
        return tuple(self.options[place] for place in mixed)


@dataclass(frozen=True, kw_only=True)
class Numeric(Exercise):
    """A question answered by a number; ``computed`` says where in the data it comes from."""

    type: ClassVar[str] = "numeric"

    answer: float
    tolerance: float
    unit: str
    feedback: Feedback
    slips: tuple[Slip, ...] = ()
    places: int = 0
    computed: Computed | None = None
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Order(Exercise):
    """Things to put in order. ``items`` stand in the right one: never send them to a page."""

    type: ClassVar[str] = "order"

    items: tuple[Item, ...]
    feedback: Feedback

    @cached_property
    def mixed(self) -> tuple[int, ...]:
        """The place in ``items`` of each text in ``shown``."""
        if self.seal:
            return tuple(range(len(self.items)))
        return shuffle(len(self.items), self.id, is_sorted_away)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The texts as a page shows them, never in the right order."""
        return tuple(self.items[place].text for place in self.mixed)


@dataclass(frozen=True, kw_only=True)
class Match(Exercise):
    """Things to pair off. ``pairs`` hold the answers: never send them to a page."""

    type: ClassVar[str] = "match"

    pairs: tuple[Pair, ...]
    feedback: Feedback
    distractors: tuple[str, ...] = ()

    @property
    def lefts(self) -> tuple[str, ...]:
        """The texts that are each to be given a partner, in the order of the file."""
        return tuple(pair.left for pair in self.pairs)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The texts to choose partners from, each once, never in the order of the lefts."""
        if self.seal:
            return self.distractors
        rights = [pair.right for pair in self.pairs]
        texts = list(dict.fromkeys([*rights, *self.distractors]))
        mixed = shuffle(
            len(texts), self.id, lambda o: [texts[p] for p in o][: len(rights)] != rights
        )
        return tuple(texts[place] for place in mixed)


@dataclass(frozen=True, kw_only=True)
class Verdict(Exercise):
    """A claim to set beside the record; asks how sure the student is, from 1 to 5."""

    type: ClassVar[str] = "verdict"

    claim: str
    statement: Statement
    options: tuple[Option, ...]
    rows: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reflection(Exercise):
    """A few sentences to write. ``model`` is for tutors: never send it to a page."""

    type: ClassVar[str] = "reflection"

    words: int
    private: bool = False
    model: str = ""


@dataclass(frozen=True, kw_only=True)
class Prediction(Exercise):
    """
    An answer to commit to before the record is seen; nothing is right or wrong.

    One of ``options``, ``unit`` (a number is asked) and ``words`` (a sentence or two) is set.
    """

    type: ClassVar[str] = "prediction"

    reveal: str
    options: tuple[str, ...] = ()
    unit: str = ""
    words: int = 0
    answer: float | None = None
    places: int = 0
    computed: Computed | None = None
    caveats: tuple[str, ...] = ()
