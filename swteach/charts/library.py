"""The course's texts as charts need them: short names, and where each can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.tables import load_documents

NO_DATE = "undated"
CHOICE = (
    "A set of texts is somebody's choice. This one was made for the course and leans to one side "
    "of the argument: it is no survey of opinion."
)


def load_texts(genres: str | Sequence[str] | None = None) -> pd.DataFrame:
    """Return the texts in order of date, undated ones last.

    Parameters
    ----------
    genres
        Genres to keep; all by default.

    Returns
    -------
    pandas.DataFrame
        The columns of ``load_documents`` and ``writer`` (the author without what is known of
        them), ``text`` (writer and year, with a letter where two would be alike),
        ``source_id`` (the ``doc_id``), ``caveat`` (empty).

    Raises
    ------
    ValueError
        If no text is of a genre; the message says which genres there are.
    """
    if genres is not None:
        known = load_documents()["genre"].cat.categories.tolist()
        genres = check_choices("genres", genres, known)
    texts = load_documents() if genres is None else load_documents(genre=genres)
    texts = texts.sort_values(["date_start", "date_end", "doc_id"]).reset_index(drop=True)
    texts = texts.assign(writer=texts["author"].str.replace(r"\s*\(.*\)", "", regex=True))
    named = texts.assign(text=_name(texts), source_id=texts["doc_id"], caveat="")
    return named.assign(url=named["url"].astype("object").where(named["url"].notna(), ""))


def _name(texts: pd.DataFrame) -> pd.Series:
    years = texts["date_start"].dt.strftime("%Y").fillna(NO_DATE)
    names = texts["writer"] + ", " + years
    place = names.groupby(names).cumcount().map(lambda number: chr(97 + number))
    return names + place.where(names.duplicated(keep=False), "")


def cite_texts(ids: Iterable[str]) -> pd.DataFrame:
    """Return what a list of sources says of those ids that name texts.

    Returns
    -------
    pandas.DataFrame
        ``source_id`` (the ``doc_id``), ``title``, ``publisher`` (publisher and author),
        ``published``, ``url``.
    """
    texts = load_documents()
    texts = texts[texts["doc_id"].isin(list(ids))]
    both = texts["original_publisher"] + ", by " + texts["author"]
    same = texts["author"].str.split(" (", regex=False).str[0] == texts["original_publisher"]
    return texts.assign(
        source_id=texts["doc_id"],
        publisher=both.mask(same, texts["original_publisher"]),
        published=texts["date_text"],
    )[["source_id", "title", "publisher", "published", "url"]]


def join_ids(ids: Iterable[Any]) -> str:
    """Return the ids of the texts that a count was made from, each once, as one word list."""
    return " ".join(dict.fromkeys(map(str, ids)))


def split_ids(joined: Iterable[str]) -> list[str]:
    """Return each id in several word lists once."""
    return list(dict.fromkeys(name for words in joined for name in words.split()))
