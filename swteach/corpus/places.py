"""Where the markers of a page's texts stand, and so where each text begins and ends."""

from __future__ import annotations

import bisect
import difflib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from swteach.corpus.manifest import UNREAD, Text
from swteach.corpus.problems import Problem
from swteach.corpus.readers import Block, Page
from swteach.corpus.tidy import bullet_end

CLOSEST_WITHIN = 20_000
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A marker found: its line, from 1, and the columns it covers, from 0."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A text's range: from the place of its first character to just after its last."""

    text: Text
    start: Place
    end: Place


def find_markers(page: Page, texts: list[Text]) -> dict[str, list[Hit]]:
    """Find every marker of the texts on the page, all the places of each."""
    wanted = {marker for text in texts for marker in (text.start_marker, text.end_marker)} - {""}
    hits: dict[str, list[Hit]] = {marker: [] for marker in wanted}
    for block in page.blocks() if wanted else ():
        joined = "\n".join(block.lines)
        starts = list(itertools.accumulate((len(line) + 1 for line in block.lines), initial=0))
        for marker in wanted:
            hits[marker] += [_hit(block, starts, at, marker) for at in _finds(joined, marker)]
    return hits


def _finds(joined: str, marker: str) -> Iterator[int]:
    at = joined.find(marker)
    while at >= 0:
        before, after = joined[at - 1 : at], joined[at + len(marker) : at + len(marker) + 1]
        inside = (before.isalnum() and marker[0].isalnum()) or (
            after.isalnum() and marker[-1].isalnum()
        )
        if not inside:
            yield at
        at = joined.find(marker, at + 1)


def _hit(block: Block, starts: list[int], at: int, marker: str) -> Hit:
    row = bisect.bisect_right(starts, at) - 1
    column = at - starts[row]
    # A number or bullet before the first word belongs to the paragraph: it says what kind it is.
    start = 0 if column <= bullet_end(block.lines[row]) else column
    return Hit(block.first + row, start, column + len(marker))


def place_texts(page: Page, texts: list[Text]) -> tuple[list[Span], list[Problem]]:
    """Give each text's range, in page order, and what is wrong with the others."""
    hits = find_markers(page, texts)
    spans, problems = list[Span](), list[Problem]()
    for text in texts:
        start, end = (_choose(page, text, edge, hits, problems) for edge in ("start", "end"))
        wrong = _backwards(text, start, end) if start and end else []
        problems += wrong
        if start and end and not wrong:
            spans.append(Span(text, (start.line, start.start), (end.line, end.end)))
    spans.sort(key=attrgetter("start", "text.doc_id"))
    return spans, problems + _overlaps(spans)


def _choose(
    page: Page, text: Text, edge: str, hits: dict[str, list[Hit]], problems: list[Problem]
) -> Hit | None:
    marker, match = getattr(text, f"{edge}_marker"), getattr(text, f"{edge}_match")
    if not marker:
        return Hit(1, 0, 0) if edge == "start" else Hit(1 << 60, 0, 0)
    found, at = hits[marker], match or 1
    if not found:
        problems.append(_not_found(page, text, edge, marker))
    elif len(found) == 1 == at or (match and at <= len(found)):
        return found[at - 1] if match != UNREAD else None
    elif match != UNREAD:
        problems.append(_several(page, text, edge, found))
    return None


def _not_found(page: Page, text: Text, edge: str, marker: str) -> Problem:
    what = f"the {edge}_marker {marker!r} is not in {page.name}"
    return text.problem(what, closest(page, marker, from_end=edge == "end"))


def _several(page: Page, text: Text, edge: str, found: list[Hit]) -> Problem:
    lines = ", ".join(str(hit.line) for hit in found[:5])
    what = f"the {edge}_marker is found {len(found)} times in {page.name}, on lines {lines}"
    if len(found) == 1:
        what = f"the {edge}_marker is found only once in {page.name}, on line {lines}"
    return text.problem(what, f"Say which in {edge}_match (1 is the first), or use more words")


def closest(page: Page, marker: str, *, from_end: bool = False) -> str:
    """Name the line of the page most like a marker that was not found."""
    if not page.may_search():
        return "See the first of these messages; is this the right page?"
    count, best = len(marker.split()), (-1.0, 0, "")
    likeness = difflib.SequenceMatcher(None, "", marker)
    for number, line in itertools.islice(page.lines(), CLOSEST_WITHIN):
        words = line[bullet_end(line) :].split()
        near = " ".join(words[-count:] if from_end else words[:count])
        likeness.set_seq1(near)
        # The quick ratios are never below the slow one.
        if near and min(likeness.real_quick_ratio(), likeness.quick_ratio()) > best[0]:
            best = max(best, (likeness.ratio(), -number, near))
    if not best[2]:
        return "The page has no words"
    return f"The closest line is {-best[1]}: {best[2]!r}; copy its words from the page again"


def _backwards(text: Text, start: Hit, end: Hit) -> list[Problem]:
    if (start.line, start.start) < (end.line, end.end):
        return []
    what = f"it ends on line {end.line}, before it starts on line {start.line}"
    return [text.problem(what, "Check the markers, or say which place in end_match")]


def _overlaps(spans: list[Span]) -> list[Problem]:
    problems: list[Problem] = []
    open_spans: list[Span] = []
    for span in spans:
        open_spans = [other for other in open_spans if other.end > span.start]
        problems += [_overlap(span, other) for other in open_spans if _cross(span, other)]
        open_spans.append(span)
    ids = {span.text.doc_id: span for span in spans}
    return problems + [
        _outside(span, ids[span.text.inside]) for span in spans if _strays(span, ids)
    ]


def _cross(inner: Span, outer: Span) -> bool:
    # Two rows of one doc_id are a mistake of their own.
    if inner.text.doc_id == outer.text.doc_id:
        return False
    for one, other in ((inner, outer), (outer, inner)):
        if one.text.inside == other.text.doc_id:
            return not (other.start <= one.start and one.end <= other.end)
    return True


def _overlap(span: Span, other: Span) -> Problem:
    what = f"from line {span.start[0]} it overlaps {other.text.doc_id}, {_lines(other)}"
    return span.text.problem(what, "Move a marker, or name the outer text in the column inside")


def _strays(span: Span, ids: dict[str, Span]) -> bool:
    outer = ids.get(span.text.inside)
    return outer is not None and (span.end <= outer.start or span.start >= outer.end)


def _outside(span: Span, outer: Span) -> Problem:
    what = f"it is said to stand inside {outer.text.doc_id} but lies outside it, {_lines(outer)}"
    return span.text.problem(what, "Clear the column inside, or move a marker")


def _lines(span: Span) -> str:
    return f"lines {span.start[0]} to {span.end[0] if span.end[0] < 1 << 60 else 'the last'}"
