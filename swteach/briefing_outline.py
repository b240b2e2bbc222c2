"""A briefing as headings, words, tables and pictures, before it becomes a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from swteach.briefing_checklist import list_missing
from swteach.briefing_draft import HALVES, SOURCE_PARTS, VERDICTS, Draft, make_caption, name_claim
from swteach.briefing_figure import Figure, make_figure
from swteach.briefing_plan import OUTSIDE, Box
from swteach.claim_record import NOTHING, OPEN, SUPPORTS, Source, Test, find_tests
from swteach.journal.exports.outline import Block, Kind, clean

TITLE = "Briefing"
NOT_YET = "Not written yet."
NOT_CHOSEN = "Not chosen yet."
NO_VERDICT = "not given yet"
WHOSE = (
    "What stands in quotation blocks was written by the student. Claims, records, charts and "
    "tables come from the course."
)
KEPT_PRIVATE = "The account of the writer's own position is private. It is not in this file."
FROM_OUTSIDE = "This claim comes from outside the course, so the course has no record of it."


@dataclass(frozen=True)
class Grid:
    """A table in words, with the notes that its cells name."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Links:
    """Publications, under a line that says what they are for."""

    title: str
    sources: tuple[Source, ...]


Part = Block | Grid | Links | Figure


def lay_briefing(draft: Draft, *, name: str = "", account: bool = False) -> list[Part]:
    """
    Return a briefing as parts in order, complete or not.

    Parameters
    ----------
    draft
        What was filled in.
    name
        The student's name, if they gave one.
    account
        Whether the account of their own position is in it.
    """
    return [
        _block("h1", f"{TITLE}: {draft.topic.question}"),
        _block("note", "\n".join([*([f"Name: {name}"] if name else []), draft.topic.sides, WHOSE])),
        _block("h2", "The strongest case on each side, and what is not known"),
        *(one for part in draft.plan.parts for one in _lay_part(draft, part)),
        _block("h2", "Claims, set beside the record"),
        *(one for place in range(len(draft.plan.slots)) for one in _lay_claim(draft, place)),
        _block("h2", "Charts"),
        *(one for place in range(len(draft.plan.charts)) for one in _lay_chart(draft, place)),
        _block("h2", "Sources from outside the course"),
        *(one for source in draft.plan.sources for one in _lay_source(draft, source)),
        *_lay_account(draft, account),
        *_lay_missing(draft),
    ]


def find_title(parts: Sequence[Part]) -> str:
    """Return the first heading of a briefing."""
    return next(part.lines[0] for part in parts if isinstance(part, Block))


def _block(kind: Kind, text: str) -> Block:
    lines = clean(text)
    return Block(kind, (" ".join(lines),) if kind.startswith("h") else tuple(lines))


def _words(draft: Draft, id: str) -> Block:
    """Return a student's words, or a note that there are none yet."""
    text = draft.get(id)
    return _block("words", text) if text else _block("note", NOT_YET)


def _lay_part(draft: Draft, part: Box) -> Iterator[Part]:
    yield _block("h3", draft.topic.fill(part.title))
    yield _words(draft, f"part-{part.id}")


def _lay_claim(draft: Draft, place: int) -> Iterator[Part]:
    slot = draft.plan.slots[place]
    yield _block("h3", f"{place + 1}. {draft.topic.fill(slot.title)}")
    claim = draft.claim(slot.id)
    if not claim:
        yield _block("note", NOT_CHOSEN)
        return
    yield from _lay_speaker(draft, claim)
    yield _block("note", f"The student's verdict: {VERDICTS.get(draft.verdict(claim), NO_VERDICT)}")
    for half, label in HALVES.items():
        yield _block("note", f"{label}, in the student's words:")
        yield _words(draft, name_claim(claim, half))
    yield from _lay_record(claim)


def _lay_speaker(draft: Draft, claim: str) -> Iterator[Part]:
    card = draft.card(claim)
    if claim.startswith(OUTSIDE):
        yield _block("note", "A claim from outside the course, in the student's words:")
        yield _words(draft, name_claim(claim, "text"))
        yield _block("note", "Who said it, when, in what:")
        yield _words(draft, name_claim(claim, "who"))
    else:
        yield _block("note", f"The claim, in the course's words: {card.text}")
        yield _block("note", f"{card.who}.")


def _lay_record(claim: str) -> Iterator[Part]:
    if claim.startswith(OUTSIDE):
        yield _block("note", FROM_OUTSIDE)
        return
    yield _block("h4", "The course's record of this claim")
    tests = find_tests(claim)
    if not tests:
        yield _block("note", NOTHING)
    for test in tests:
        yield _block("note", "\n".join(_say_test(test)))
        if test.sources:
            yield Links("Published in:", test.sources)


def _say_test(test: Test) -> Sequence[str]:
    caution = [f"Take care: {test.caution}"] if test.caution else []
    halves = [f"{SUPPORTS}: {test.supports}", f"{OPEN}: {test.does_not_settle}"]
    return [f"{test.heading}. {test.name}".strip(), *halves, *caution]


def _lay_chart(draft: Draft, place: int) -> Iterator[Part]:
    box = draft.plan.charts[place]
    chart = draft.chart(box.id)
    if not chart:
        yield _block("h3", f"{place + 1}. {box.title}")
        yield _block("note", NOT_CHOSEN)
        return
    figure = make_figure(chart)
    yield _block("h3", f"{place + 1}. {figure.title}")
    yield _block("note", figure.unit)
    yield _block("note", "Caption, in the student's words:")
    yield _words(draft, make_caption(draft.plan, chart).id)
    yield figure
    yield _block("note", f"What it shows: {figure.description}")
    yield _block("note", f"Take care: {figure.caution}")
    yield from (_block("note", caveat) for caveat in figure.caveats)
    yield from _lay_table(figure)
    yield Links("Sources of the figures:", figure.sources)


def _lay_table(figure: Figure) -> Iterator[Part]:
    caption, columns, rows, notes = figure.table
    yield Grid(caption, tuple(columns), tuple(tuple(row) for row in rows))
    for number, note in enumerate(notes, 1):
        yield _block("note", f"Note {number}: {note}")


def _lay_source(draft: Draft, source: Box) -> Iterator[Part]:
    yield _block("h3", draft.topic.fill(source.title))
    for name, label in SOURCE_PARTS.items():
        yield _block("note", f"{label}:")
        yield _words(draft, f"source-{source.id}-{name}")


def _lay_account(draft: Draft, account: bool) -> Iterator[Part]:
    yield _block("h2", draft.plan.account.title)
    yield _words(draft, "account") if account else _block("note", KEPT_PRIVATE)


def _lay_missing(draft: Draft) -> Iterator[Part]:
    missing = list_missing(draft, account=False)
    if missing:
        yield _block("h2", "Still missing when this file was made")
        yield from (_block("note", line) for line in missing)
