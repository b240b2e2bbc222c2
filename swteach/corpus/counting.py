"""Words, sentences and terms counted: one pass over the words, the rest arithmetic on numbers.

Each distinct token is looked at once, when it is first met; after that a text is a row of
integers, and counts, pairs and paragraph totals come from numpy.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

TERM = re.compile(r"[^\W_]+(?:['-][^\W_]+){0,3}")
"""A term: letters and digits, joined by at most three apostrophes or hyphens."""

_WORD = re.compile(r"[^\W_]")
_ADDRESS = re.compile(r"https?:|www\.|\S+@\S+\.", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"')\]]*$")
_OPENS = re.compile(r"[\"'(\[]*(?=[^\W_])(?![a-zß-öø-ÿ])")
IS_WORD, ENDS, OPENS = 1, 2, 4
LEXICON_LIMIT = 200_000
ROWS_AT_ONCE = 50_000


class Lexicon(dict[str, int]):
    """Every token met so far, numbered, with what is known of it.

    A token is a run of characters between spaces.  It is a word if it holds a letter or digit; it
    yields no term (a web address, a dash), one, or several ("and/or").
    """

    def __init__(self) -> None:
        super().__init__()
        self.flags, self.lengths = array("B"), array("q")
        self.first, self.yields, self.term_ids = array("q"), array("q"), array("q", [0])
        self.terms: list[str] = []
        self._known: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        """Number a new token and note what it is."""
        number = self[token] = len(self)
        flags, terms = _describe(token)
        self.flags.append(flags)
        self.lengths.append(len(token))
        self.first.append(len(self.term_ids))
        self.yields.append(len(terms))
        self.term_ids.extend(map(self._number, terms))
        return number

    def _number(self, term: str) -> int:
        number = self._known.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number


def find_terms(token: str) -> list[str]:
    """Give the terms that a token, or some words, yield; a web address yields none."""
    return [] if _ADDRESS.match(token) else TERM.findall(token.lower())


def _describe(token: str) -> tuple[int, list[str]]:
    # Nine new tokens in ten are a plain word, perhaps with a comma or stop: no pattern is needed.
    bare = token[:-1] if token[-1] in ",.;:" else token
    if bare.isalnum():
        flags = IS_WORD | ENDS * (token[-1] == ".") | OPENS * (not bare[0].islower())
        return flags, [bare.lower()]
    flags = (
        IS_WORD * bool(_WORD.search(token))
        | ENDS * bool(_ENDS.search(token))
        | OPENS * bool(_OPENS.match(token))
    )
    return flags, find_terms(token)


def _names(token: str, hidden: frozenset[str]) -> bool:
    # "mark" the verb stays: only a capital makes it a name.
    found = TERM.search(token)
    word = found.group().split("'")[0] if found else ""
    return word[:1].isupper() and word.lower() in hidden


def _look(values: array, at: np.ndarray) -> np.ndarray:
    # The view must not outlive this line: an array cannot grow while one looks at it.
    return np.frombuffer(values, dtype=values.typecode)[at]


class Measure(NamedTuple):
    """What paragraphs.csv says of one paragraph."""

    words: int
    sentences: int
    characters: int
    first_words: str
    last_words: str


@dataclass(slots=True)
class Tally:
    """The terms of one text, counted a block at a time; memory grows with its vocabulary only.

    ``hidden`` are names, in lower case, that count as words but yield no term.
    """

    lexicon: Lexicon
    hidden: frozenset[str] = frozenset()
    _singles: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)
    _pairs: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)

    def add(self, paragraphs: list[str]) -> list[Measure]:
        """Count some paragraphs, each with at least one word, and measure each of them."""
        tokens = "\n".join(paragraphs).split()
        ids = np.fromiter(map(self.lexicon.__getitem__, tokens), np.int64, len(tokens))
        sizes = np.array([words.count(" ") + 1 for words in paragraphs])
        yields = _look(self.lexicon.yields, ids)
        if self.hidden:
            yields[[_names(token, self.hidden) for token in tokens]] = 0
        self._count_terms(ids, sizes, yields)
        return _measure(self.lexicon, tokens, ids, sizes)

    def _count_terms(self, ids: np.ndarray, sizes: np.ndarray, yields: np.ndarray) -> None:
        ends = np.cumsum(yields)
        at = np.arange(ends[-1]) + np.repeat(_look(self.lexicon.first, ids) - ends + yields, yields)
        terms = _look(self.lexicon.term_ids, at)
        paragraph = np.repeat(np.repeat(np.arange(len(sizes)), sizes), yields)
        together = paragraph[1:] == paragraph[:-1]
        _push(self._singles, *np.unique(terms, return_counts=True))
        pairs = (terms[:-1] << 32 | terms[1:])[together]
        _push(self._pairs, *np.unique(pairs, return_counts=True))

    def rows(self, doc_id: str) -> Iterator[bytes]:
        """Give the lines of terms.csv, sorted by term, some thousands at a time."""
        singles, counts = _merge(self._singles)
        pairs, pair_counts = _merge(self._pairs)
        pairs, pair_counts = pairs[pair_counts > 1], pair_counts[pair_counts > 1]
        names = [self.lexicon.terms[number] for number in singles.tolist()]
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(names), np.int64)
        rank[order] = np.arange(len(names))
        # A space sorts below every character of a term, so ranks sort as the written terms do.
        left = rank[np.searchsorted(singles, pairs >> 32)] + 1
        right = rank[np.searchsorted(singles, pairs & 0xFFFFFFFF)] + 1
        keys = np.concatenate([(rank + 1) << 32, left << 32 | right])
        totals = np.concatenate([counts, pair_counts])
        sequence = np.argsort(keys, kind="stable")
        yield from _lines(doc_id, [names[at] for at in order], keys[sequence], totals[sequence])


def _lines(doc_id: str, names: list[str], keys: np.ndarray, totals: np.ndarray) -> Iterator[bytes]:
    heads = [f"{doc_id},{name}" for name in names]
    tails = ["", *[f" {name}" for name in names]]
    for at in range(0, len(keys), ROWS_AT_ONCE):
        some = keys[at : at + ROWS_AT_ONCE]
        left, right = ((some >> 32) - 1).tolist(), (some & 0xFFFFFFFF).tolist()
        counts = totals[at : at + ROWS_AT_ONCE].tolist()
        rows = [
            f"{heads[one]}{tails[two]},{count}\n"
            for one, two, count in zip(left, right, counts, strict=True)
        ]
        yield "".join(rows).encode()


def _push(runs: list[tuple[np.ndarray, np.ndarray]], keys: np.ndarray, counts: np.ndarray) -> None:
    runs.append((keys, counts))
    # Merging equals with equals keeps few runs in memory and each key is moved log n times.
    while len(runs) > 1 and len(runs[-2][0]) <= 2 * len(runs[-1][0]):
        runs[-2:] = [_merge(runs[-2:])]


def _merge(runs: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    if len(runs) == 1:
        return runs[0]
    keys = np.concatenate([run[0] for run in runs] or [np.empty(0, np.int64)])
    counts = np.concatenate([run[1] for run in runs] or [np.empty(0, np.int64)])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
    return keys[starts], np.add.reduceat(counts, starts) if len(starts) else counts


def _measure(
    lexicon: Lexicon, tokens: list[str], ids: np.ndarray, sizes: np.ndarray
) -> list[Measure]:
    starts = np.cumsum(sizes) - sizes
    flags = _look(lexicon.flags, ids)
    words = np.add.reduceat((flags & IS_WORD).astype(np.int64), starts)
    characters = np.add.reduceat(_look(lexicon.lengths, ids), starts) + sizes - 1
    sentences = np.add.reduceat(_sentence_ends(flags, starts + sizes - 1), starts)
    at = np.flatnonzero(flags & IS_WORD).tolist()
    totals = zip(words.tolist(), sentences.tolist(), characters.tolist(), strict=True)
    return list(_paragraphs(tokens, at, totals))


def _sentence_ends(flags: np.ndarray, last: np.ndarray) -> np.ndarray:
    closed = (flags & ENDS) > 0
    closed[:-1] &= (flags[1:] & OPENS) > 0
    # A paragraph's last word ends a sentence with or without a stop.
    closed[last] = True
    return closed.astype(np.int64)


def _paragraphs(
    tokens: list[str], at: list[int], totals: Iterable[tuple[int, int, int]]
) -> Iterator[Measure]:
    end = 0
    for count, sentences, characters in totals:
        start, end = end, end + count
        first = " ".join(tokens[number] for number in at[start : min(start + 3, end)])
        last = " ".join(tokens[number] for number in at[max(start, end - 3) : end])
        yield Measure(count, sentences, characters, first, last)
