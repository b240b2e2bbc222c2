"""Texts cut from a page: each line of an author's running words is a paragraph or a list item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from swteach.corpus.places import Span
from swteach.corpus.readers import Block, Page
from swteach.corpus.tidy import bullet_end

HAS_WORD = re.compile(r"[^\W_]")


class Piece(NamedTuple):
    """A paragraph's kind (``paragraph`` or ``list item``) and its words."""

    kind: str
    words: str


def cut(
    page: Page, spans: list[Span], left_out: dict[int, set[str]]
) -> Iterator[tuple[str, list[Piece]]]:
    """Give each text's paragraphs, a block of the page at a time, as (doc_id, paragraphs).

    Parameters
    ----------
    page
        The page, read once more.
    spans
        The texts' ranges.  A text nested in another (``inside``) is cut out of it.
    left_out
        Line number to the doc_ids it is left out of; the empty id stands for all.
    """
    nested: dict[str, list[Span]] = {}
    for span in spans:
        nested.setdefault(span.text.inside, []).append(span)
    for block in page.blocks():
        last = block.first + len(block.lines) - 1
        for span in spans:
            if span.start[0] <= last and span.end[0] >= block.first:
                doc_id = span.text.doc_id
                yield doc_id, list(_pieces(block, span, nested.get(doc_id, []), left_out))


def _pieces(
    block: Block, span: Span, nested: list[Span], left_out: dict[int, set[str]]
) -> Iterator[Piece]:
    first = max(block.first, span.start[0])
    last = min(block.first + len(block.lines) - 1, span.end[0])
    edges = {span.start[0], span.end[0]}
    for number in range(first, last + 1):
        line = block.lines[number - block.first]
        if number in left_out and left_out[number] & {"", span.text.doc_id}:
            continue
        if nested or number in edges:
            line = _own(line, number, span, nested)
        opened = bullet_end(line)
        if HAS_WORD.search(line, opened):
            yield Piece("list item" if opened else "paragraph", line[opened:])


def _own(line: str, number: int, span: Span, nested: list[Span]) -> str:
    at, end = _columns(line, number, span)
    parts = []
    for other in nested:
        if other.start[0] <= number <= other.end[0]:
            inner_start, inner_end = _columns(line, number, other)
            parts.append(line[at:inner_start])
            at = max(at, inner_end)
    parts.append(line[at:end])
    return " ".join(part.strip() for part in parts if part.strip())


def _columns(line: str, number: int, span: Span) -> tuple[int, int]:
    start = span.start[1] if number == span.start[0] else 0
    return start, span.end[1] if number == span.end[0] else len(line)
