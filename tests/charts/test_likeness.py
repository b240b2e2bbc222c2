"""Texts that use the same words."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.language import similarity


def test_pairs_are_the_most_alike() -> None:
    """The bars are the first rows of the likeness table, on a scale of 0 to 1."""
    rows, pairs = sw.charts.similar_texts(top=5).data, similarity().head(5)
    assert rows["value"].tolist() == pairs["cosine"].round(2).tolist()
    assert rows["source_id"].tolist() == (pairs["doc_id"] + " " + pairs["other_id"]).tolist()


def test_short_texts_are_hollow_and_say_so() -> None:
    """A pair with a text of under 200 words has a look and a note of its own."""
    chart = sw.charts.similar_texts("bee-2015-agency", top=16)
    words = sw.load_documents().set_index("doc_id")["word_count"]
    for row in chart.data.itertuples():
        short = words[row.source_id.split()].min() < 200
        assert (row.group == "short") == short == bool(row.caveat)
    assert "fewer than 200" in chart.usermeta["key"][0]


def test_unknown_text_is_refused() -> None:
    """A text that is not there is refused with the names of those that are."""
    with pytest.raises(ValueError, match="jones-2014-cavalry"):
        sw.charts.similar_texts("jones-1914")
