"""Who wrote the texts, and who did not."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.charts.voices import ROLES


def test_words_are_those_of_the_documents() -> None:
    """The bars add up to all words, and the longest is its author's sum."""
    rows, documents = sw.charts.words_by_voice().data, sw.load_documents()
    assert rows["value"].sum() == documents["word_count"].sum()
    mine = documents.loc[documents["author"] == rows["voice"].iloc[0], "word_count"].sum()
    assert rows["value"].iloc[0] == mine
    shares = rows["share"].str.rstrip("%").astype(float)
    assert shares.iloc[0] == round(100 * mine / documents["word_count"].sum(), 1)
    assert rows["group"].value_counts().to_dict() == {
        "Others": 11, "By Ray Jones": 1, "About Ray Jones": 1
    }  # fmt: skip


def test_zeros_are_drawn() -> None:
    """Groups without a text have a bar of zero, and every text stands in one group."""
    rows = sw.charts.who_speaks().data.set_index("role")
    assert rows["texts"].sum() == len(sw.load_documents())
    silent = rows.index[rows["value"] == 0].tolist()
    assert sorted(silent) == sorted(list(ROLES)[7:])
    assert (rows.loc[silent, "shown"] == "0").all()
    assert rows["texts"].tolist()[:7] == [5, 4, 3, 2, 1, 1, 1]


def test_a_text_without_a_group_is_refused() -> None:
    """A lecturer's own groups must take every text."""
    with pytest.raises(ValueError, match="fits none of the roles"):
        sw.charts.who_speaks(roles={"Readers": "commenter"})
    with pytest.raises(ValueError, match="not one of: texts, words"):
        sw.charts.who_speaks(measure="letters")
