"""Whether a term is spread over the texts or heaped up in a few."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from swteach.language.counts import (
    SMALL,
    Total,
    count_terms,
    load_own_documents,
    note,
    stream_terms,
)


def dispersion(*, pairs: bool = False, corpus: Path | str | None = None) -> pd.DataFrame:
    """Measure how evenly each term is spread, by Gries' deviation of proportions.

    Parameters
    ----------
    pairs, corpus
        As for `term_frequencies`.

    Returns
    -------
    pandas.DataFrame
        ``term``, ``count``, ``documents`` (texts that hold it), ``dp`` (0: each text has the share
        of it that its length would give; towards 1: all in a small part of the corpus), ``dp_norm``
        (``dp`` stretched so that its greatest possible value is 1), ``small`` (count below 5); the
        most frequent first.

    Notes
    -----
    Gries, S. Th. (2008), Dispersions and adjusted frequencies in corpora; ``dp_norm`` divides by
    one minus the smallest share, as Lijffijt and Gries (2012) do.  The table is read twice.
    """
    totals = count_terms(corpus, pairs=pairs).terms.droplevel("group")
    shares = _shares(corpus)
    frame = totals.assign(dp=_deviations(corpus, pairs, totals["count"], shares))
    frame["dp_norm"] = frame["dp"] / (1 - shares.min()) if len(shares) > 1 else 0.0
    frame["small"] = frame["count"] < SMALL
    frame = frame.reset_index().sort_values(["count", "term"], ascending=[False, True])
    documents = load_own_documents() if corpus is None else None
    frame.attrs["note"] = note(len(shares), documents)
    return frame.reset_index(drop=True)


def _shares(corpus: Path | str | None) -> pd.Series:
    words = Total()
    for part in stream_terms(corpus):
        single = part[~part["term"].str.contains(" ")]
        words.add(single.groupby("doc_id")[["count"]].sum())
    lengths = words.sum()["count"]
    return lengths / lengths.sum()


def _deviations(
    corpus: Path | str | None, pairs: bool, counts: pd.Series, shares: pd.Series
) -> pd.Series:
    # A text without the term adds its whole share: one minus the shares of those that have it.
    sums = Total()
    for part in stream_terms(corpus):
        rows = part[part["term"].str.contains(" ") == pairs]
        expected = rows["doc_id"].map(shares).astype(float)
        observed = rows["count"] / rows["term"].map(counts).astype(float)
        rows = rows.assign(gap=(observed - expected).abs() - expected)
        sums.add(rows.groupby("term")[["gap"]].sum())
    return (sums.sum()["gap"] + 1) / 2
