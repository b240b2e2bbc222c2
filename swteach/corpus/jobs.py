"""The unit of work: a few pages counted wherever a worker runs, given back as bytes."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from swteach.corpus.counting import LEXICON_LIMIT, Lexicon, Measure, Tally
from swteach.corpus.cutting import Piece, cut
from swteach.corpus.layout import lay_out
from swteach.corpus.manifest import Text
from swteach.corpus.omissions import Omission
from swteach.corpus.problems import HINTS, CorpusError, Problem
from swteach.corpus.readers import LIMIT, locate, open_page
from swteach.corpus.stamps import find_names

JOB_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class Job:
    """Pages to count: each with its texts and the lines to leave out of them."""

    folder: Path
    pages: list[tuple[str, list[Text], list[Omission]]]
    limit: int = LIMIT


class Counted(NamedTuple):
    """One text's part of the three tables, as bytes ready to be joined."""

    doc_id: str
    paragraphs: bytes
    terms: list[bytes]
    entry: bytes


class Result(NamedTuple):
    """What a job gives back; ``sources`` are page name, size in bytes and sha256."""

    texts: list[Counted]
    sources: list[tuple[str, int, str]]
    problems: list[Problem]


@dataclass(slots=True)
class Draft:
    """One text as it is being counted."""

    text: Text
    tally: Tally
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    table: io.StringIO = field(default_factory=io.StringIO)
    totals: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def add(self, pieces: list[Piece]) -> None:
        """Count some more paragraphs."""
        if not pieces:
            return
        words = [piece.words for piece in pieces]
        self.digest.update(("\n".join(words) + "\n").encode())
        writer = csv.writer(self.table, lineterminator="\n")
        for piece, measure in zip(pieces, self.tally.add(words), strict=True):
            self._write(writer, piece.kind, measure)

    def _write(self, writer: csv.Writer, kind: str, measure: Measure) -> None:
        self.totals[0] += 1
        for at in range(3):
            self.totals[at + 1] += measure[at]
        writer.writerow([self.text.doc_id, self.totals[0], kind, *measure])

    def finish(self) -> Counted:
        """Give the text's rows."""
        names = ("paragraphs", "words", "sentences", "characters")
        entry = {"source_file": self.text.source_file, **dict(zip(names, self.totals, strict=True))}
        entry["sha256"] = self.digest.hexdigest()
        written = f"    {json.dumps(self.text.doc_id)}: {json.dumps(entry)}"
        rows = list(self.tally.rows(self.text.doc_id))
        return Counted(self.text.doc_id, self.table.getvalue().encode(), rows, written.encode())


_mine = threading.local()


def do_job(job: Job) -> Result:
    """Count a job's pages; a page that cannot be counted gives its problems instead."""
    result = Result([], [], [])
    for name, texts, omissions in job.pages:
        try:
            _do_page(job, name, texts, omissions, result)
        except CorpusError as error:
            result.problems.extend(_at_row(problem, name, texts[0]) for problem in error.problems)
        except OSError as error:
            what = f"{name}: cannot be read ({error.strerror or error})"
            result.problems.append(texts[0].problem(what, "Check the file and who may read it"))
    return result


def _at_row(problem: Problem, name: str, text: Text) -> Problem:
    # What is wrong with a page as a whole is placed at the manifest's first row that names it.
    if problem.file != name:
        return problem
    return text.problem(f"{name}: {problem.what}", problem.do)


def _do_page(
    job: Job, name: str, texts: list[Text], omissions: list[Omission], result: Result
) -> None:
    page = open_page(job.folder, name, job.limit, hints=HINTS - len(result.problems))
    spans, left_out = lay_out(page, texts, omissions)
    lexicon, hidden = _fresh_lexicon(), find_names(page)
    drafts = {span.text.doc_id: Draft(span.text, Tally(lexicon, hidden)) for span in spans}
    for doc_id, pieces in cut(page, spans, left_out):
        drafts[doc_id].add(pieces)
    empty = list(_empty(drafts))
    if empty:
        raise CorpusError(empty)
    result.texts.extend(draft.finish() for draft in drafts.values())
    result.sources.append((name, page.size, page.sha256))


def _empty(drafts: dict[str, Draft]) -> Iterator[Problem]:
    for draft in drafts.values():
        if not draft.totals[0]:
            what = f"no words are left of it in {draft.text.source_file}"
            yield draft.text.problem(what, "Check its markers and its lines in omit.csv")


def _fresh_lexicon() -> Lexicon:
    # Kept from page to page, since most words come again, and begun anew before it grows large.
    # One for each thread: a Dask worker runs several jobs at once.
    lexicon = getattr(_mine, "lexicon", None)
    if lexicon is None or len(lexicon) > LEXICON_LIMIT:
        lexicon = _mine.lexicon = Lexicon()
    return lexicon


def plan_jobs(
    folder: Path, texts: list[Text], omissions: list[Omission], limit: int
) -> Iterator[tuple[int, Job]]:
    """Give jobs in the order of their texts, each with the bytes it will read.

    How the pages fall into jobs depends on the corpus only, never on who does the work.
    """
    size, pages = 0, []
    for page in _by_page(texts, omissions):
        pages.append(page)
        size += weigh(folder, page[0])
        if size >= JOB_BYTES:
            yield size, Job(folder, pages, limit)
            size, pages = 0, []
    if pages:
        yield size, Job(folder, pages, limit)


def _by_page(
    texts: list[Text], omissions: list[Omission]
) -> Iterator[tuple[str, list[Text], list[Omission]]]:
    pages: dict[str, list[Text]] = {}
    for text in sorted(texts, key=lambda text: text.doc_id):
        pages.setdefault(text.source_file, []).append(text)
    rows: dict[str, list[Omission]] = {}
    for row in omissions:
        rows.setdefault(row.source_file, []).append(row)
    for name, some in pages.items():
        yield name, some, rows.get(name, [])


def weigh(folder: Path, name: str) -> int:
    """Return a page's bytes; 0 where there is no such file."""
    with contextlib.suppress(OSError):
        path = locate(folder, name)
        return path.stat().st_size if path.is_file() else 0
    return 0
