"""All that a lecturer edits, read and checked together: manifest, omit list, ids of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from swteach.corpus.manifest import Manifest, Text, parse_manifest
from swteach.corpus.omissions import Omission, parse_omissions
from swteach.corpus.problems import CorpusError, Nearest, Problem
from swteach.corpus.sheets import read_column
from swteach.corpus.spellings import Spellings


@dataclass(slots=True)
class Listing:
    """The rows that the pages can be held against, and what is wrong with the files so far."""

    texts: list[Text]
    omissions: list[Omission]
    problems: list[Problem]


def read_listing(
    manifest: Path,
    omit: Path | None = None,
    documents: Path | None = None,
    sources: Path | None = None,
) -> Listing:
    """Read the files and note everything that is wrong in any of them.

    Parameters
    ----------
    manifest, omit, documents
        As for `swteach.corpus.build`.
    sources
        Folder of pages, to know one page by two names; it may be absent.
    """
    manifest, spell = Path(manifest), Spellings(Path(sources) if sources else None)
    texts = parse_manifest(manifest, spell)
    path = Path(omit) if omit else manifest.with_name("omit.csv")
    rows, problems = parse_omissions(path, texts, spell) if omit or path.exists() else ([], [])
    problems += texts.problems
    if documents:
        problems += _strangers(texts, Path(documents))
    return Listing(texts.on_pages(), rows, problems)


def read_manifest(
    manifest: Path,
    omit: Path | None = None,
    documents: Path | None = None,
    sources: Path | None = None,
) -> tuple[list[Text], list[Omission]]:
    """Read the files and give their rows.

    Raises
    ------
    CorpusError
        With everything that is wrong in them.
    """
    listing = read_listing(manifest, omit, documents, sources)
    if listing.problems:
        raise CorpusError(listing.problems)
    return listing.texts, listing.omissions


def _strangers(manifest: Manifest, documents: Path) -> Iterator[Problem]:
    problems: list[Problem] = []
    known = set(read_column(documents, "doc_id", problems))
    yield from problems
    nearest = Nearest(known)
    for text in manifest.texts if not problems else ():
        if text.doc_id not in known:
            what = f"unknown doc_id: it is not in {documents}"
            yield text.problem(what, nearest(text.doc_id))
