"""A page laid out: its texts' ranges, and the lines that the omit list leaves out of them.

The lines are found in one pass over the page, however long the list is.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from swteach.corpus.manifest import Text
from swteach.corpus.omissions import Omission
from swteach.corpus.places import Span, closest, place_texts
from swteach.corpus.problems import CorpusError, Problem
from swteach.corpus.readers import Page
from swteach.corpus.tidy import bullet_end

WHOLE_BELOW = 5
"""A marker of fewer words than this is a whole line."""

Key = tuple[str, str]


def lay_out(
    page: Page, texts: list[Text], rows: list[Omission]
) -> tuple[list[Span], dict[int, set[str]]]:
    """Give the range of each text and the lines to leave out, as `swteach.corpus.cutting` wants.

    Raises
    ------
    CorpusError
        With every marker of the page that does not fit it.
    """
    spans, problems = place_texts(page, texts)
    left_out, unfit = find_omissions(page, rows, spans)
    if problems or unfit:
        raise CorpusError(problems + unfit)
    return spans, left_out


class Markers:
    """Line markers by their first words, so that a line meets only those that may be its own.

    ``ids`` are the texts whose range is known.  A row of another text is looked for anywhere.
    """

    def __init__(self, rows: list[Omission], ids: set[str]) -> None:
        self._ids = ids
        self._keys = {self.key(row) for row in rows}
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for _, marker in self._keys:
            words = marker.split(" ")
            self._lengths[" ".join(words[:WHOLE_BELOW])].add(len(words))

    def key(self, row: Omission) -> Key:
        """Say under which text and words a row is found."""
        return (row.doc_id if row.doc_id in self._ids else "", row.line_marker)

    def fit(self, line: str, ids: list[str]) -> Iterator[Key]:
        """Give the markers of these texts, or of any, that a tidied line fits."""
        own = line[bullet_end(line) :]
        for one in {line, own}:
            for marker in self._opening(one):
                yield from ((doc_id, marker) for doc_id in ids if (doc_id, marker) in self._keys)

    def _opening(self, line: str) -> Iterator[str]:
        # Of a line shorter than a marker the whole is given, which is no marker or is its own.
        words = line.split(" ")
        for length in self._lengths.get(" ".join(words[:WHOLE_BELOW]), ()):
            yield " ".join(words[:length])


def find_omissions(
    page: Page, rows: list[Omission], spans: list[Span]
) -> tuple[dict[int, set[str]], list[Problem]]:
    """Say for each line to leave out of which texts ("" for all), and which rows fit badly."""
    if not rows:
        return {}, []
    markers = Markers(rows, {span.text.doc_id for span in spans})
    found: dict[Key, dict[int, str]] = defaultdict(dict)
    left_out: dict[int, set[str]] = defaultdict(set)
    for number, line, ids in _lines_with_texts(page, spans):
        for key in markers.fit(line, ids):
            found[key][number] = line
            left_out[number].add(key[0])
    unlike = {key for key, lines in found.items() if len(set(lines.values())) > 1}
    problems = list[Problem]()
    for row in rows:
        key = markers.key(row)
        # Where a row's text was not found, the other line may be another text's.
        differ = key in unlike and key[0] == row.doc_id
        problems += _unfit(
            page, row, list(itertools.islice(found[key], 5)) if differ else [], key in found
        )
    return dict(left_out), problems


def _lines_with_texts(page: Page, spans: list[Span]) -> Iterator[tuple[int, str, list[str]]]:
    # Spans come in the order of their starts, so a line's texts are those that have not ended.
    waiting, here = spans[::-1], list[Span]()
    for number, line in page.lines():
        if here or (waiting and waiting[-1].start[0] <= number):
            here = [span for span in here if span.end[0] >= number]
            while waiting and waiting[-1].start[0] <= number:
                here.append(waiting.pop())
        yield number, line, ["", *(span.text.doc_id for span in here)]


def _unfit(page: Page, row: Omission, unlike: list[int], found: bool) -> Iterator[Problem]:
    if not found:
        what = f"the line_marker {row.line_marker!r} opens no line of {page.name}"
        yield row.problem(what, closest(page, row.line_marker))
    if unlike:
        numbers = ", ".join(map(str, unlike))
        what = f"the line_marker {row.line_marker!r} opens different lines: {numbers}"
        yield row.problem(what, "Write more words of the line that is meant")
