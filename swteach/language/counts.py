"""Term counts read from a corpus's tables a part at a time, and summed by group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from swteach.corpus.tables import find_table
from swteach.datapackage import find_data

SMALL = 5
"""Counts, observed or expected, below this are flagged as small."""

ROWS = 500_000
EVERY_TEXT = "all texts"


class Counts(NamedTuple):
    """Terms counted by group.

    ``terms``: index (group, term), columns count and documents.  ``words``: single-word terms in
    each group.  ``texts``: texts in each group.
    """

    terms: pd.DataFrame
    words: pd.Series
    texts: pd.Series


def stream_terms(corpus: Path | str | None = None) -> Iterator[pd.DataFrame]:
    """Give terms.csv in parts: doc_id, term, count.

    Raises
    ------
    FileNotFoundError
        Where the folder holds no terms.csv.
    """
    path = find_table(Path(corpus) if corpus else find_data() / "corpus", "terms.csv")
    if not path.exists():
        raise FileNotFoundError(f"{path} not found: make it with swteach corpus build")
    kinds = {"doc_id": str, "term": str, "count": "int64"}
    # "null" and "nan" are words here, not missing values.
    yield from pd.read_csv(path, dtype=kinds, na_filter=False, chunksize=ROWS)


def count_terms(
    corpus: Path | str | None, groups: pd.Series | None = None, *, pairs: bool = False
) -> Counts:
    """Sum the counts of each term, in each group of texts if ``groups`` (by doc_id) is given."""
    terms, words, texts = Total(), Total(), Total()
    for part in stream_terms(corpus):
        part["group"] = EVERY_TEXT if groups is None else _look_up(part["doc_id"], groups)
        part = part.dropna(subset="group")
        single = ~part["term"].str.contains(" ")
        chosen = part[~single if pairs else single]
        rows = chosen.groupby(["group", "term"], observed=True)["count"]
        terms.add(rows.agg(count="sum", documents="size"))
        words.add(part[single].groupby("group", observed=True)[["count"]].sum())
        texts.add(part.groupby(["group", "doc_id"], observed=True)[["count"]].sum())
    in_groups = texts.sum().groupby(level="group").size()
    return Counts(terms.sum(), words.sum()["count"], in_groups)


class Total:
    """Frames of counts added up; held no larger than twice their sum."""

    def __init__(self) -> None:
        self._frames: list[pd.DataFrame] = []

    def add(self, frame: pd.DataFrame) -> None:
        """Take some more counts, indexed alike."""
        self._frames.append(frame)
        if sum(map(len, self._frames[1:])) > max(len(self._frames[0]), ROWS):
            self._frames = [self.sum()]

    def sum(self) -> pd.DataFrame:
        """Return the sums."""
        whole = pd.concat(self._frames)
        return whole.groupby(level=list(range(whole.index.nlevels))).sum()


def group_texts(by: str, documents: pd.DataFrame | None = None) -> pd.Series:
    """Say to which group each text belongs; texts without a value belong to none.

    Parameters
    ----------
    by
        A column of documents, or ``"year"`` (of ``date_start``).
    documents
        With ``doc_id``; default: the course's own.

    Raises
    ------
    ValueError
        Where there is no such column, no ``doc_id``, or one text twice.
    """
    documents = load_own_documents() if documents is None else documents
    _check_ids(documents)
    dated = "date_start" in documents and "year" not in documents
    if by == "year" and dated:
        values = pd.to_datetime(documents["date_start"]).dt.year.astype("Int64")
    elif by in documents:
        values = documents[by]
    else:
        legal = ", ".join([*["year"][: int(dated)], *map(str, documents.columns)])
        raise ValueError(f"by={by!r} is no column of documents. Columns: {legal}")
    named = values.astype(object).where(values.notna())
    return pd.Series(named.to_numpy(), index=documents["doc_id"].astype(str), name="group")


def _check_ids(documents: pd.DataFrame) -> None:
    if "doc_id" not in documents:
        legal = ", ".join(map(str, documents.columns))
        raise ValueError(f"documents has no column doc_id. Columns: {legal}")
    twice = documents["doc_id"].astype(str)[documents["doc_id"].duplicated()].unique()
    if len(twice):
        raise ValueError(f"documents names {', '.join(twice[:5])} twice: give each text one row")


def load_own_documents() -> pd.DataFrame:
    """Return the course's documents."""
    from swteach.tables import load_documents

    return load_documents()


def _look_up(doc_ids: pd.Series, groups: pd.Series) -> pd.Series:
    unknown = sorted(set(doc_ids.unique()) - set(groups.index))
    if unknown:
        raise ValueError(f"documents has no row for {', '.join(unknown[:5])}: give documents=")
    return doc_ids.map(groups)


def note(texts: int, documents: pd.DataFrame | None = None) -> str:
    """Say what a corpus of so many texts can bear; computed from its documents if given."""
    parts = [
        f"{texts} texts: they show how these writers put things, not how a profession does.",
        _largest_voice(documents),
        "Look at the column documents before a difference is called a group's: a word may come "
        "from one text. Rows marked small rest on counts too few to compare.",
    ]
    return " ".join(part for part in parts if part)


def _largest_voice(documents: pd.DataFrame | None) -> str:
    if documents is None or not {"author", "word_count"} <= set(documents.columns):
        return ""
    words = documents.groupby("author", observed=True)["word_count"].sum()
    author, share = words.idxmax(), words.max() / words.sum()
    count = int((documents["author"] == author).sum())
    return f"{author} wrote {count} of them and {share:.0%} of the words."
