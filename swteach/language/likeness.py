"""How alike the words of two texts are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from swteach.language.counts import load_own_documents, note, stream_terms

SHORT = 200
"""Texts of fewer words than this are flagged: a handful of words decides their likeness."""

LARGEST = 50_000_000


def similarity(*, pairs: bool = False, corpus: Path | str | None = None) -> pd.DataFrame:
    """Compare every two texts by the cosine of their weighted term counts.

    Parameters
    ----------
    pairs, corpus
        As for `term_frequencies`.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``other_id``, ``cosine`` (0: no term in common; 1: the same terms in the same
        proportions), ``shared_terms``, ``small`` (one of the two has under 200 words); one row
        for every two texts, the most alike first.

    Raises
    ------
    ValueError
        Where texts times terms is too large: every text is compared with every other, in memory.

    Notes
    -----
    Weight: count times ``ln((1 + texts) / (1 + texts with the term)) + 1``, the smoothed inverse
    document frequency that scikit-learn uses, so that rare terms count more.
    """
    counts = _matrix(corpus, pairs)
    weights = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    lengths = np.sqrt((weights**2).sum(axis=1))
    units = weights.div(lengths.where(lengths > 0, 1), axis=0).to_numpy()
    has = (counts > 0).to_numpy().astype(float)
    one, other = np.triu_indices(len(counts), 1)
    short = _lengths(corpus).reindex(counts.index).to_numpy() < SHORT
    columns = {
        "doc_id": counts.index[one],
        "other_id": counts.index[other],
        "cosine": (units @ units.T)[one, other],
        "shared_terms": (has @ has.T)[one, other].astype(int),
        "small": short[one] | short[other],
    }
    frame = pd.DataFrame(columns).sort_values(["cosine", "doc_id", "other_id"], ascending=False)
    frame.attrs["note"] = note(len(counts), load_own_documents() if corpus is None else None)
    return frame.reset_index(drop=True)


def _matrix(corpus: Path | str | None, pairs: bool) -> pd.DataFrame:
    texts, terms = set(), set()
    for part in stream_terms(corpus):
        texts.update(part["doc_id"])
        terms.update(part["term"][part["term"].str.contains(" ") == pairs])
    if len(texts) * len(terms) > LARGEST:
        raise ValueError(
            f"{len(texts)} texts with {len(terms)} terms are too many to compare two by two: "
            "build a corpus of the texts you want to compare"
        )
    rows, columns = pd.Index(sorted(texts)), pd.Index(sorted(terms))
    values = np.zeros((len(rows), len(columns)))
    for part in stream_terms(corpus):
        some = part[part["term"].str.contains(" ") == pairs]
        places = rows.get_indexer(some["doc_id"]), columns.get_indexer(some["term"])
        values[places] = some["count"]
    return pd.DataFrame(values, index=rows, columns=columns)


def _lengths(corpus: Path | str | None) -> pd.Series:
    parts = [
        part[~part["term"].str.contains(" ")].groupby("doc_id")["count"].sum()
        for part in stream_terms(corpus)
    ]
    return pd.concat(parts).groupby(level=0).sum()
