"""The figures that docs/corpus.md gives are those of the tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from swteach.corpus.manifest import CHOICE_COLUMNS, OMIT_COLUMNS, TEXT_COLUMNS
from swteach.corpus.readers import LIMIT, WHOLE_LIMIT
from swteach.language import term_frequencies
from swteach.language.counts import load_own_documents

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    """Read the page as one line of words."""
    return " ".join((CHECKOUT / "docs" / "corpus.md").read_text(encoding="utf-8").split())


def test_counts_on_the_page(page: str) -> None:
    """Words, terms, rare terms and short texts are those of the committed tables."""
    built = json.loads((CHECKOUT / "data/corpus/build.json").read_text(encoding="utf-8"))
    words = [text["words"] for text in built["texts"].values()]
    terms = term_frequencies()
    assert f"there are {sum(words):,} words and {terms['count'].sum():,} terms" in page
    assert f"{terms['small'].mean():.0%} of the words stand fewer than five times" in page
    assert f"With {len(terms):,} words compared" in page
    assert sum(count < 200 for count in words) == 6
    assert "Six of the texts have fewer than 200 words" in page


def test_largest_voice_on_the_page(page: str) -> None:
    """The share of the largest voice is computed, not remembered."""
    documents = load_own_documents()
    words = documents.groupby("author", observed=True)["word_count"].sum()
    author, share = words.idxmax(), words.max() / words.sum()
    count = (documents["author"] == author).sum()
    assert f"{author} wrote {count} of the 17 texts and {share:.0%} of the words" in page


def test_columns_and_limits_on_the_page(page: str) -> None:
    """Every column that a lecturer writes, and the limits, stand on the page."""
    for column in (*TEXT_COLUMNS, *CHOICE_COLUMNS, *OMIT_COLUMNS):
        assert f"`{column}`" in page
    assert f"up to {LIMIT} MB" in page
    assert f"page {WHOLE_LIMIT} MB" in page
