"""The figures that docs/corpus.md gives are those of the tables."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from swteach.corpus import suggest
from swteach.corpus.manifest import CHOICE_COLUMNS, TEXT_COLUMNS
from swteach.corpus.omissions import OMIT_COLUMNS
from swteach.corpus.readers import LIMIT, WHOLE_LIMIT
from swteach.corpus.workers import SECONDS_TO_ANSWER
from swteach.language import term_frequencies
from swteach.language.counts import load_own_documents

CHECKOUT = Path(__file__).resolve().parents[2]
INDEX = Path("shared/design/paragraph_index.csv")


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


def test_suggestions_on_the_page(page: str, seeds: Path) -> None:
    """What suggest finds on the course's own pages is what the page says."""
    own = CHECKOUT / "data" / "corpus"
    wanted = read_table((own / "omit.csv").read_text(encoding="utf-8"))
    within = read_table(suggest(seeds, own / "manifest.csv")[1])
    texts, lines = map(read_table, suggest(seeds))
    marked = {(row["source_file"], row["line_marker"]) for row in within}
    assert {(row["source_file"], row["line_marker"]) for row in wanted} <= marked
    assert f"finds all {len(wanted)} lines of the finished omit list" in page
    index = read_table((CHECKOUT.parent / INDEX).read_text(encoding="utf-8"))
    paragraphs = {(row["seed_file"], row["seed_line"]) for row in index}
    assert not paragraphs & {(row["source_file"], row["line"]) for row in within + lines}
    assert f"none of the {len(within)} that it suggests within the texts" in page
    assert f"it suggests {len(lines)} lines, none of them wrong" in page
    finished = read_table((own / "manifest.csv").read_text(encoding="utf-8"))
    names = ("source_file", "start_marker", "end_marker")
    known = {tuple(row[name] for name in names) for row in finished}
    exact = sum(tuple(row[name] for name in names) in known for row in texts)
    assert f"and {exact} of the {len(finished)} texts with the very markers" in page
    assert f"beside {len(texts) - exact} that are none" in page


def read_table(text: str) -> list[dict[str, str]]:
    """Read CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def test_seconds_on_the_page(page: str) -> None:
    """The time that a scheduler has to answer is the time that is waited."""
    assert SECONDS_TO_ANSWER == 5
    assert "no scheduler answers within five seconds" in page


def test_columns_and_limits_on_the_page(page: str) -> None:
    """Every column that a lecturer writes, and the limits, stand on the page."""
    for column in (*TEXT_COLUMNS, *CHOICE_COLUMNS, *OMIT_COLUMNS):
        assert f"`{column}`" in page
    assert f"up to {LIMIT} MB" in page
    assert f"page {WHOLE_LIMIT} MB" in page
