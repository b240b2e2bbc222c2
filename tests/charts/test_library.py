"""The texts' short names, and texts as sources."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.charts.library import cite_texts, join_ids, load_texts, split_ids


def test_each_text_has_a_name_of_its_own() -> None:
    """Two texts of one writer and year are told apart by letters; one has no date."""
    texts = load_texts()
    assert len(texts) == texts["text"].nunique() == 17
    names = texts["text"].tolist()
    assert {"Community Care, 2016a", "Community Care, 2016b"} <= set(names)
    assert names[-1] == "Kerrie Portman, undated"
    assert texts["date_start"].dropna().is_monotonic_increasing


def test_texts_of_one_genre() -> None:
    """A genre keeps its texts, and an unknown one is refused with those there are."""
    assert len(load_texts(["reader comment"])) == 4
    with pytest.raises(ValueError, match="opinion"):
        load_texts(["opinions"])


def test_a_text_is_cited_with_author_and_address() -> None:
    """A text stands among the sources with what its row of the documents says."""
    cited = cite_texts(["jones-2014-cavalry", "dfe_cla_2025"])
    assert cited["source_id"].tolist() == ["jones-2014-cavalry"]
    text = sw.load_documents(doc="jones-2014-cavalry").iloc[0]
    assert cited["url"].tolist() == [text["url"]]
    assert cited["publisher"].tolist() == ["Community Care, by Ray Jones"]


def test_ids_survive_joining() -> None:
    """Ids that were joined come apart as they were, each once."""
    joined = [join_ids(["a", "b", "a"]), join_ids(["b", "c"]), ""]
    assert split_ids(joined) == ["a", "b", "c"]
