"""Words that one group of texts reaches for more than another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from swteach.language.counts import SMALL, count_terms, group_texts, load_own_documents, note

Values = str | int | list[str] | list[int]


def keyness(
    by: str,
    target: Values,
    reference: Values | None = None,
    *,
    pairs: bool = False,
    corpus: Path | str | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Compare how often two groups of texts use each term.

    Parameters
    ----------
    by
        A column of documents (``author``, ``genre``, a stance) or ``"year"``.
    target, reference
        A value of it, or several; without ``reference`` every other text that has a value.
    pairs, corpus, documents
        As for `term_frequencies`.

    Returns
    -------
    pandas.DataFrame
        ``term``, ``count`` and ``reference_count``, ``per_1000`` and ``reference_per_1000``,
        ``g2`` (log-likelihood, Rayson and Garside 2000), ``log_ratio`` (binary logarithm of the
        ratio of the rates, a count of 0 taken as 0.5: Hardie 2014; above 0 the target uses it
        more), ``documents`` and ``reference_documents`` (texts that hold it), ``small`` (an
        expected count below 5); largest ``g2`` first.

    Raises
    ------
    ValueError
        Where ``by`` is no column, a value is not in it, or the groups share one or hold no text.
    """
    if documents is None and corpus is None:
        documents = load_own_documents()
    sides = _sides(group_texts(by, documents), by, _listed(target), reference)
    counts = count_terms(corpus, sides, pairs=pairs)
    _check_words(counts.words, by, target, reference)
    wide = counts.terms.unstack("group", fill_value=0)
    # A pair may stand in one group only, and no pair in either.
    columns = pd.MultiIndex.from_product([["count", "documents"], ["target", "reference"]])
    wide = wide.reindex(columns=columns, fill_value=0)
    frame = _compare(wide, *(float(counts.words[side]) for side in ("target", "reference")))
    frame.attrs["note"] = note(int(counts.texts.sum()), documents)
    return frame.sort_values(["g2", "term"], ascending=[False, True]).reset_index(drop=True)


def _sides(groups: pd.Series, by: str, target: list, reference: Values | None) -> pd.Series:
    legal = sorted(groups.dropna().unique(), key=str)
    values = f"Values: {', '.join(map(str, legal)) or 'none'}"
    others = [value for value in legal if value not in target]
    chosen = others if reference is None else _listed(reference)
    for value in [*target, *chosen]:
        if value not in legal:
            raise ValueError(f"{by} has no {value!r}. {values}")
    for name, side in (("target", target), ("reference", chosen)):
        if not side:
            raise ValueError(f"{name} holds no value of {by}. {values}")
    shared = set(target) & set(chosen)
    if shared:
        raise ValueError(f"the two groups must differ: both hold {sorted(map(str, shared))}")
    names = dict.fromkeys(chosen, "reference") | dict.fromkeys(target, "target")
    return groups.map(names)


def _listed(values: Values) -> list:
    alone = isinstance(values, str) or not isinstance(values, Iterable)
    return [values] if alone else list(values)


def _check_words(words: pd.Series, by: str, target: Values, reference: Values | None) -> None:
    for side, values in (("target", target), ("reference", reference)):
        if side not in words:
            named = f"{by} {values!r}" if values is not None else f"any other {by}"
            raise ValueError(f"no text of the corpus has {named}, so {side} holds no words")


def _compare(wide: pd.DataFrame, words: float, reference_words: float) -> pd.DataFrame:
    observed, against = wide["count", "target"], wide["count", "reference"]
    expected = (observed + against) * words / (words + reference_words)
    expected_against = (observed + against) - expected
    columns = {
        "count": observed,
        "reference_count": against,
        "per_1000": 1000 * observed / words,
        "reference_per_1000": 1000 * against / reference_words,
        "g2": 2 * (_part(observed, expected) + _part(against, expected_against)),
        "log_ratio": np.log2(observed.clip(lower=0.5) / words)
        - np.log2(against.clip(lower=0.5) / reference_words),
        "documents": wide["documents", "target"],
        "reference_documents": wide["documents", "reference"],
        "small": np.minimum(expected, expected_against) < SMALL,
    }
    return pd.DataFrame(columns).reset_index()


def _part(observed: pd.Series, expected: pd.Series) -> pd.Series:
    return observed * np.log(observed.where(observed > 0, 1) / expected)
