"""How often terms stand in texts."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from swteach.language.counts import SMALL, count_terms, group_texts, load_own_documents, note


def term_frequencies(
    by: str | None = None,
    *,
    pairs: bool = False,
    corpus: Path | str | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count terms over a corpus, or in each group of its texts.

    Parameters
    ----------
    by
        A column of documents (``author``, ``genre``, a stance) or ``"year"``.
    pairs
        Count pairs of neighbouring words (kept where a text has a pair twice or more) instead of
        single words.
    corpus
        Folder with terms.csv; default: the course's own.
    documents
        One row a text, with ``doc_id``; default: the course's own.

    Returns
    -------
    pandas.DataFrame
        ``group`` (only with ``by``), ``term``, ``count``, ``per_1000`` (per 1,000 single-word
        terms of the group), ``documents`` (texts that hold it), ``small`` (count below 5); the
        most frequent first.  ``attrs["note"]`` says what so many texts can bear.

    Raises
    ------
    ValueError
        Where ``by`` is no column, or a text has no row in documents.

    Notes
    -----
    Source: terms.csv, counts made from the texts by ``swteach corpus build``.
    """
    if documents is None and corpus is None:
        documents = load_own_documents()
    counts = count_terms(corpus, group_texts(by, documents) if by else None, pairs=pairs)
    frame = counts.terms.reset_index()
    frame["per_1000"] = 1000 * frame["count"] / frame["group"].map(counts.words).astype(float)
    frame["small"] = frame["count"] < SMALL
    frame = frame.sort_values(["group", "count", "term"], ascending=[True, False, True])
    columns = ["group", "term", "count", "per_1000", "documents", "small"]
    frame = frame[columns if by else columns[1:]].reset_index(drop=True)
    frame.attrs["note"] = note(int(counts.texts.sum()), documents)
    return frame
