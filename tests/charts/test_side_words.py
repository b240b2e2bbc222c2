"""The words of each side: shared by its texts, and none that says nothing."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw
from swteach.charts.side_words import SMALL_WORDS


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


def test_a_side_needs_its_other() -> None:
    """One side alone is refused."""
    with pytest.raises(ValueError, match="name two values"):
        sw.charts.words_of_each_side(sides=["against"])
