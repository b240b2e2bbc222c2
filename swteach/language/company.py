"""A term in its company: only on a reader's own copies of the texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from swteach.corpus.counting import find_terms
from swteach.corpus.cutting import cut
from swteach.corpus.jobs import Job, plan_jobs
from swteach.corpus.layout import lay_out
from swteach.corpus.listing import read_manifest
from swteach.corpus.readers import LIMIT, open_page
from swteach.datapackage import find_data

COLUMNS = ["doc_id", "paragraph", "left", "match", "right"]


class TextsMissingError(FileNotFoundError):
    """The texts are not here; the course ships counts made from them."""


def concordance(
    term: str,
    window: int = 5,
    *,
    sources: Path | str | None = None,
    manifest: Path | str | None = None,
) -> pd.DataFrame:
    """Show each place of a term with the words around it.

    Parameters
    ----------
    term
        A word or two neighbouring words, in lower case as in terms.csv.
    window
        Words to show on either side.
    sources
        Folder of your own copies of the pages; default: the environment variable SWTEACH_SOURCES.
    manifest
        Which texts stand on them; default: manifest.csv in that folder, then the course's own.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``paragraph``, ``left``, ``match``, ``right``; in the order of the texts.

    Raises
    ------
    TextsMissingError
        Where there is no such folder.
    CorpusError
        Where the pages and the manifest do not fit.
    ValueError
        Where ``term`` is not one or two words, or ``window`` is below 0.
    """
    wanted = find_terms(term)
    if len(wanted) not in (1, 2):
        raise ValueError(f"term={term!r}: give one word or two neighbouring words")
    if window < 0:
        raise ValueError(f"window={window}: give 0 or more words")
    folder = _find_sources(sources)
    rows = []
    for doc_id, paragraph, words in _paragraphs(folder, _find_manifest(folder, manifest)):
        rows += [[doc_id, paragraph, *place] for place in _places(words.split(), wanted, window)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["doc_id", "paragraph"], kind="stable").reset_index(drop=True)


def _find_sources(sources: Path | str | None) -> Path:
    named = sources or os.environ.get("SWTEACH_SOURCES")
    if named and Path(named).is_dir():
        return Path(named).resolve()
    where = f"There is no folder {named}." if named else "No folder was named."
    raise TextsMissingError(
        "A concordance shows sentences, so it needs the texts, and they belong to their authors: "
        f"swteach does not hold them. {where} Save your own lawful copies of the pages in a "
        "folder, and give it as sources= or in the environment variable SWTEACH_SOURCES."
    )


def _find_manifest(folder: Path, manifest: Path | str | None) -> Path:
    if manifest:
        return Path(manifest)
    own = folder / "manifest.csv"
    return own if own.exists() else find_data() / "corpus" / "manifest.csv"


def _paragraphs(folder: Path, manifest: Path) -> Iterator[tuple[str, int, str]]:
    texts, omissions = read_manifest(manifest, sources=folder)
    for _, job in plan_jobs(folder, texts, omissions, LIMIT):
        yield from _of_job(job)


def _of_job(job: Job) -> Iterator[tuple[str, int, str]]:
    for name, texts, omissions in job.pages:
        page = open_page(job.folder, name, job.limit)
        spans, left_out = lay_out(page, texts, omissions)
        numbers = dict.fromkeys((span.text.doc_id for span in spans), 0)
        for doc_id, pieces in cut(page, spans, left_out):
            for piece in pieces:
                numbers[doc_id] += 1
                yield doc_id, numbers[doc_id], piece.words


def _places(tokens: list[str], wanted: list[str], window: int) -> Iterator[list[str]]:
    terms = [(found, at) for at, token in enumerate(tokens) for found in find_terms(token)]
    for start in range(len(terms) - len(wanted) + 1):
        some = terms[start : start + len(wanted)]
        if [term for term, _ in some] == wanted:
            first, last = some[0][1], some[-1][1] + 1
            spans = (tokens[max(0, first - window) : first], tokens[first:last])
            yield [" ".join(span) for span in (*spans, tokens[last : last + window])]
