"""A manifest and an omit list to start from, for a person to accept or strike out."""

from __future__ import annotations

import csv
import io
import itertools
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from swteach.corpus.clutter import Sign, Surroundings, find_sign, is_open
from swteach.corpus.cutting import HAS_WORD
from swteach.corpus.manifest import CHOICE_COLUMNS, TEXT_COLUMNS, Text, read_texts
from swteach.corpus.omissions import OMIT_COLUMNS
from swteach.corpus.places import Hit, Span, find_markers, place_texts
from swteach.corpus.problems import CorpusError
from swteach.corpus.readers import Page, open_page
from swteach.corpus.tidy import bullet_end

MARKER_WORDS = 5
LEAST_WORDS = 15
SUFFIXES = (".txt", ".html", ".htm", ".docx")
_WITHIN = {"subheading", "pull quote"}
"""Kinds of line that stand within a text; any other kind ends it."""


class Marked(NamedTuple):
    """A line that holds words: its number, its words and why it may be clutter."""

    number: int
    line: str
    sign: Sign | None


@dataclass(slots=True)
class Guess:
    """A text that a page seems to hold: lines of words, and clutter between them."""

    doc_id: str
    lines: list[Marked] = field(default_factory=list)

    def count_words(self) -> int:
        """Count the words of its lines."""
        return sum(len(marked.line.split()) for marked in self.lines)


def suggest(sources: Path, manifest: Path | None = None) -> tuple[str, str]:
    """Suggest which texts stand on the pages and which lines to leave out.

    Parameters
    ----------
    sources
        Folder of saved pages.
    manifest
        If given, only lines within the texts it lists are suggested.

    Returns
    -------
    tuple of str
        A manifest.csv and an omit.csv as text, each with a ``reason`` column (the omit list with
        ``line`` too).  A suggested line with no doc_id stands outside every text.

    Raises
    ------
    CorpusError
        Where a page cannot be read or a text of the manifest is not found.
    """
    sources = Path(sources)
    texts = read_texts(Path(manifest), sources) if manifest else []
    text_rows, line_rows = [], []
    for page in _pages(sources, texts):
        marked = mark_lines(page)
        guesses = _known(page, texts, marked) if texts else list(guess_texts(page, marked))
        text_rows += [_text_row(page, guess) for guess in guesses]
        line_rows += _line_rows(page, guesses, marked, outside=not texts)
    text_columns = [*TEXT_COLUMNS, *CHOICE_COLUMNS[:2], "reason"]
    return _csv(text_columns, text_rows), _csv([*OMIT_COLUMNS, "line", "reason"], line_rows)


def _pages(sources: Path, texts: list[Text]) -> Iterator[Page]:
    names = {text.source_file for text in texts} or {
        path.relative_to(sources).as_posix()
        for path in sources.rglob("*")
        if path.suffix.lower() in SUFFIXES
    }
    for name in sorted(names):
        yield open_page(sources, name)


def mark_lines(page: Page) -> list[Marked]:
    """Give a page's lines that are not blank, each with the sign of clutter it bears."""
    lines = [(number, line) for number, line in page.lines() if HAS_WORD.search(line)]
    surroundings = Surroundings(line[bullet_end(line) :] for _, line in lines)
    return [Marked(number, line, find_sign(line, surroundings)) for number, line in lines]


def guess_texts(page: Page, marked: list[Marked]) -> Iterator[Guess]:
    """Guess where texts begin and end: at bylines, stamps, credits and page furniture."""
    stem = re.sub(r"[^a-z0-9]+", "-", page.path.stem.lower()).strip("-") or "page"
    guess, number = Guess(f"{stem}-1"), 1
    for one in [*marked, Marked(0, "", Sign("end", ""))]:
        if one.sign is None or (guess.lines and one.sign.kind in _WITHIN):
            guess.lines.append(one)
        elif guess.lines and one.sign.kind not in _WITHIN:
            guess.lines = _trim(guess.lines)
            if guess.count_words() >= LEAST_WORDS:
                yield guess
                number += 1
            guess = Guess(f"{stem}-{number}")


def _trim(lines: list[Marked]) -> list[Marked]:
    while lines[-1].sign:
        lines = lines[:-1]
    # A text rarely opens with a sentence left open: that is a headline or a standfirst.
    while len(lines) > 1 and (lines[0].sign or is_open(lines[0].line)):
        lines = lines[1:]
    return lines


def _known(page: Page, texts: list[Text], marked: list[Marked]) -> list[Guess]:
    spans, problems = place_texts(page, [one for one in texts if one.source_file == page.name])
    if problems:
        raise CorpusError(problems)
    return [
        Guess(span.text.doc_id, [one for one in marked if _within(one, span)]) for span in spans
    ]


def _within(one: Marked, span: Span) -> bool:
    return span.start[0] <= one.number <= span.end[0]


def _text_row(page: Page, guess: Guess) -> list[str]:
    first, last = guess.lines[0], guess.lines[-1]
    start = " ".join(first.line[bullet_end(first.line) :].split()[:MARKER_WORDS])
    end = " ".join(_up_to_last_word(last.line[bullet_end(last.line) :])[-MARKER_WORDS:])
    text = Text(guess.doc_id, page.name, start, end, None, None, "", page.name, 0)
    hits = find_markers(page, [text])
    matches = [_match(hits[start], first.number), _match(hits[end], last.number)]
    reason = f"{guess.count_words()} words on lines {first.number}"
    reason += f" to {last.number}, between lines that look like clutter"
    return [guess.doc_id, page.name, start, end, *matches, reason]


def _match(hits: list[Hit], line: int) -> str:
    # Only a marker that stands in several places needs to say which of them is meant.
    lines = [hit.line for hit in hits]
    return str(lines.index(line) + 1) if len(lines) > 1 else ""


def _up_to_last_word(line: str) -> list[str]:
    tokens = line.split()
    while not HAS_WORD.search(tokens[-1]):
        tokens.pop()
    return tokens


def _line_rows(
    page: Page, guesses: list[Guess], marked: list[Marked], outside: bool
) -> Iterator[list[str]]:
    inside = {one.number: guess.doc_id for guess in guesses for one in guess.lines}
    shared = _shared_openings(marked)
    for one in marked:
        if one.sign and (outside or one.number in inside):
            marker = _line_marker(one.line, shared[one.line])
            place = [page.name, inside.get(one.number, ""), marker]
            yield [*place, one.sign.kind, str(one.number), one.sign.reason]


def _shared_openings(marked: list[Marked]) -> dict[str, int]:
    # Of all the lines in order, those beside a line are the ones that begin most like it.
    lines = sorted((line[bullet_end(line) :], line) for line in {one.line for one in marked})
    shared = dict.fromkeys((line for _, line in lines), 0)
    for (one, line), (other, next_line) in itertools.pairwise(lines):
        length = sum(1 for _ in itertools.takewhile(bool, map(operator.eq, one, other)))
        shared[line] = max(shared[line], length)
        shared[next_line] = max(shared[next_line], length)
    return shared


def _line_marker(line: str, shared: int) -> str:
    words = line[bullet_end(line) :].split()
    for count in range(MARKER_WORDS, len(words)):
        marker = " ".join(words[:count])
        if len(marker) > shared:
            return marker
    return " ".join(words)


def _csv(columns: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
