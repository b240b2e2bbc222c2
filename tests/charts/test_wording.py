"""Words that tell groups of texts apart."""

from __future__ import annotations

import pytest

import swteach as sw
from swteach.charts.wording import SMALL
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
