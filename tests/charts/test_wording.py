"""Words that tell groups of texts apart."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw
from swteach.charts.wording import SMALL, SMALL_WORDS
from swteach.language import keyness


def test_bars_are_the_keyness_of_both_groups() -> None:
    """Each word has the two rates that keyness gives, in its order."""
    rows = sw.charts.key_words(top=6).data
    found = keyness("author", "Ray Jones").head(6)
    assert rows["word"].iloc[::2].tolist() == found["term"].tolist()
    both = found[["per_1000", "reference_per_1000"]].round(1).to_numpy().ravel()
    assert rows["value"].tolist() == both.tolist()


def test_small_counts_are_starred_not_hidden() -> None:
    """A word with too few uses keeps its bars, a star and a note."""
    chart = sw.charts.key_words(top=30)
    small = keyness("author", "Ray Jones").head(30).set_index("term")["small"]
    assert small.any()
    assert not small.all()
    for row in chart.data.itertuples():
        assert (row.caveat == SMALL) == small[row.word]
        assert row.label.endswith(" *") == small[row.word]
    assert chart.usermeta["key"]


def test_side_words_are_shared_and_more_used() -> None:
    """A side's word is in two or more of its texts and rarer on the other side."""
    rows = sw.charts.words_of_each_side().data
    assert (rows["texts"] >= 2).all()
    assert (rows["value"] > pd.to_numeric(rows["other"])).all()
    ids = rows.groupby("group")["source_id"].first().str.split()
    stances = sw.load_documents().set_index("doc_id")["stance_privatisation"].astype("str")
    for side, texts in ids.items():
        assert set(stances[texts]) == {side}


def test_side_words_leave_out_small_words_and_say_so() -> None:
    """No word that only holds sentences together is drawn, and the choice is named."""
    chart = sw.charts.words_of_each_side(top=40)
    assert not set(chart.data["word"]) & SMALL_WORDS
    assert any("choice of this course" in said for said in chart.usermeta["caveats"])
    assert "and" in set(sw.charts.key_words().data["word"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"by": "colour"}, "no column of documents"),
        ({"target": "Nobody"}, "Ray Jones"),
        ({"texts": 18}, "no word is left"),
        ({"top": 0}, "whole number from 1"),
    ],
)
def test_what_cannot_be_compared_is_refused(arguments: dict[str, object], words: str) -> None:
    """Unknown columns and values, and words in more texts than there are, are refused."""
    with pytest.raises(ValueError, match=words):
        sw.charts.key_words(**arguments)


def test_a_side_needs_its_other() -> None:
    """One side alone is refused."""
    with pytest.raises(ValueError, match="name two values"):
        sw.charts.words_of_each_side(sides=["against"])
