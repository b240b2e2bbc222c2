"""Counts compared: equal to what other people's programs make of the same words."""

from __future__ import annotations

import csv
import json
import math
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from swteach.corpus import build
from swteach.language import (
    TextsMissingError,
    concordance,
    counts,
    dispersion,
    keyness,
    similarity,
    term_frequencies,
)

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "data" / "corpus"
TERM = r"[^\W_]+(?:['-][^\W_]+){0,3}"
WORDS = ["care", "home", "child", "agency", "worker", "council", "review", "budget", "school"]
WORDS += ["family", "visit", "plan"]
UNDATED = pd.DataFrame({"doc_id": ["a"], "side": [1]})


def read_own_paragraphs(shared: Path) -> dict[str, list[str]]:
    """Read the course's paragraphs straight from the pages by the design's line numbers."""
    index = (shared / "design" / "paragraph_index.csv").read_text(encoding="utf-8")
    paragraphs: dict[str, list[str]] = {}
    for row in csv.DictReader(index.splitlines()):
        page = (shared / "seeds" / row["seed_file"]).read_text(encoding="utf-8").split("\n")
        line = page[int(row["seed_line"]) - 1].replace("\u2019", "'").replace("\u2018", "'")
        line = re.sub(r"^\s*(?:\d+\.|•)\s", "", line)
        paragraphs.setdefault(row["doc_id"], []).append(re.sub(r"https?://\S+", "", line))
    return paragraphs


def make_corpus(folder: Path, texts: dict[str, list[str]]) -> Path:
    """Build a corpus of these texts, each a list of lines; return its folder."""
    folder.mkdir()
    rows = ["doc_id,source_file,start_marker,end_marker"]
    for doc_id, lines in texts.items():
        (folder / f"{doc_id}.txt").write_text("\n".join(lines), encoding="utf-8")
        rows.append(f"{doc_id},{doc_id}.txt,,")
    (folder / "manifest.csv").write_text("\n".join(rows), encoding="utf-8")
    build(folder, folder / "out", folder / "manifest.csv")
    return folder / "out"


@pytest.fixture(scope="module")
def made() -> dict[str, list[str]]:
    """Make eight texts of plain words, some words dear to the first four."""
    chance = random.Random(20)
    weights = [[9, 7, 5, 4, 3, 3, 2, 2, 1, 1, 0, 1], [3, 7, 1, 4, 3, 6, 2, 2, 4, 1, 1, 0]]
    return {
        f"text-{number}": [
            " ".join(chance.choices(WORDS, weights[number // 4], k=30)) for _ in range(number + 3)
        ]
        for number in range(8)
    }


@pytest.fixture
def corpus(tmp_path: Path, made: dict[str, list[str]]) -> Path:
    """Build the made texts."""
    return make_corpus(tmp_path / "made", made)


@pytest.fixture
def documents(made: dict[str, list[str]]) -> pd.DataFrame:
    """Describe the made texts: two sides, two years, one text without a side."""
    rows = [[doc_id, "left" if at < 4 else "right"] for at, doc_id in enumerate(made)]
    frame = pd.DataFrame(rows, columns=["doc_id", "side"])
    frame["date_start"] = pd.to_datetime(["2014-05-01"] * 5 + ["2016-01-01"] * 3)
    return frame


def test_own_counts_are_those_of_scikit_learn(shared: Path, needs: Callable) -> None:
    """CountVectorizer, paragraph by paragraph, finds the words and pairs of terms.csv."""
    vectorizer = needs("sklearn.feature_extraction.text").CountVectorizer
    rows = pd.read_csv(OWN / "terms.csv", na_filter=False)
    hidden = Counter()
    for doc_id, paragraphs in read_own_paragraphs(shared).items():
        counter = vectorizer(token_pattern=TERM, ngram_range=(1, 2))
        totals = np.asarray(counter.fit_transform(paragraphs).sum(axis=0))[0].tolist()
        theirs = Counter(dict(zip(counter.get_feature_names_out(), totals, strict=True)))
        kept = {term: n for term, n in theirs.items() if " " not in term or n > 1}
        mine = rows[rows["doc_id"] == doc_id]
        ours = dict(zip(mine["term"], mine["count"], strict=True))
        hidden += Counter(kept) - Counter(ours)
        assert not Counter(ours) - Counter(kept)
    # The one difference: a commenter's first name, which another comment uses.
    assert sum(hidden.values()) == 1


def test_own_similarity_is_that_of_scikit_learn(needs: Callable) -> None:
    """Tf-idf cosines of the 17 texts agree with scikit-learn's to 1e-9."""
    transformer = needs("sklearn.feature_extraction.text").TfidfTransformer
    rows = pd.read_csv(OWN / "terms.csv", na_filter=False)
    for pairs in (False, True):
        chosen = rows[rows["term"].str.contains(" ") == pairs]
        table = chosen.pivot(index="doc_id", columns="term", values="count").fillna(0)
        table = table.reindex(sorted(rows["doc_id"].unique())).fillna(0)
        units = transformer().fit_transform(table.to_numpy()).toarray()
        theirs = pd.DataFrame(units @ units.T, table.index, table.index)
        ours = similarity(pairs=pairs)
        assert len(ours) == 17 * 16 / 2
        gaps = [abs(row.cosine - theirs.loc[row.doc_id, row.other_id]) for row in ours.itertuples()]
        assert max(gaps) < 1e-9
    assert ours["cosine"].max() > 0.2


def test_own_frequencies_are_those_of_nltk(shared: Path, needs: Callable) -> None:
    """NLTK's FreqDist over the same word pattern finds the counts of all texts together."""
    nltk = needs("nltk")
    tokenizer = nltk.RegexpTokenizer(TERM)
    own = read_own_paragraphs(shared).values()
    lines = [line.lower() for paragraphs in own for line in paragraphs]
    theirs = nltk.FreqDist(token for line in lines for token in tokenizer.tokenize(line))
    ours = term_frequencies().set_index("term")["count"]
    different = {term for term in theirs if theirs[term] != ours.get(term, 0)}
    assert len(different) == 1
    assert ours.sum() == theirs.N() - 1


@pytest.mark.filterwarnings("ignore")  # conc leaves the files it reads open.
def test_frequency_and_keyness_are_those_of_conc(
    tmp_path: Path,
    made: dict[str, list[str]],
    corpus: Path,
    documents: pd.DataFrame,
    needs: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counts, text counts, G2 and (where both use a word) log ratio agree with conc to 1e-9."""
    theirs = [
        build_conc(tmp_path, side, made, needs, monkeypatch) for side in (slice(4), slice(4, 8))
    ]
    frequency = needs("conc.frequency").Frequency(theirs[0])
    table = to_pandas(frequency.frequencies(page_size=0, show_document_frequency=True))
    ours = term_frequencies("side", corpus=corpus, documents=documents)
    ours = ours[ours["group"] == "left"].set_index("term")
    assert ours["count"].to_dict() == table["frequency"].to_dict()
    assert ours["documents"].to_dict() == table["document_frequency"].to_dict()
    comparison = needs("conc.keyness").Keyness(*theirs)
    table = to_pandas(comparison.keywords(page_size=0, exclude_negative_keywords=False))
    ours = keyness("side", "left", "right", corpus=corpus, documents=documents).set_index("term")
    both = table.index[(table["frequency"] > 0) & (table["frequency_reference"] > 0)]
    assert len(both) >= 8
    for term in table.index:
        assert ours["g2"][term] == pytest.approx(table["log_likelihood"][term], abs=1e-9)
    for term in both:
        assert ours["log_ratio"][term] == pytest.approx(table["log_ratio"][term], abs=1e-9)


def build_conc(
    folder: Path, side: slice, made: dict, needs: Callable, monkeypatch: pytest.MonkeyPatch
) -> object:
    """Build a conc corpus of some made texts, with spaCy's English tokenizer and no model."""
    module, english = needs("conc.corpus"), needs("spacy.lang.en").English
    plain = type("Plain", (english,), {"disable_pipes": lambda self, *names: None})
    monkeypatch.setattr(module.spacy, "load", lambda name: plain())
    pages = folder / f"conc-{side.stop}"
    pages.mkdir()
    for doc_id in list(made)[side]:
        (pages / f"{doc_id}.txt").write_text("\n".join(made[doc_id]), encoding="utf-8")
    corpus = module.Corpus(name=pages.name, description="made")
    return corpus.build_from_files(str(pages), str(folder))


def to_pandas(result: object) -> pd.DataFrame:
    """Turn a conc result into a frame by token."""
    rows = result.to_frame()
    return pd.DataFrame({name: rows[name].to_list() for name in rows.columns}).set_index("token")


def test_g2_and_log_ratio_by_hand(corpus: Path, documents: pd.DataFrame) -> None:
    """A word that one side never uses: two observed cells, and 0.5 in place of nothing."""
    row = keyness("side", "left", corpus=corpus, documents=documents).set_index("term")
    totals = term_frequencies("side", corpus=corpus, documents=documents)
    words = totals.groupby("group")["count"].sum()
    never = row[row["reference_count"] == 0].iloc[0]
    share = words["left"] / words.sum()
    assert never["g2"] == pytest.approx(2 * never["count"] * math.log(1 / share), abs=1e-9)
    expected = math.log2(never["count"] / words["left"] / (0.5 / words["right"]))
    assert never["log_ratio"] == pytest.approx(expected, abs=1e-9)


def test_dispersion_by_hand(tmp_path: Path) -> None:
    """Gries' DP: half the sum of the gaps between a word's shares and the texts' shares."""
    texts = {"a": ["tea tea cup cup"], "b": ["tea pot pot pot"], "c": ["pot jug"]}
    rows = dispersion(corpus=make_corpus(tmp_path / "tea", texts)).set_index("term")
    tea = (abs(2 / 3 - 0.4) + abs(1 / 3 - 0.4) + abs(0 - 0.2)) / 2
    assert rows["dp"]["tea"] == pytest.approx(tea, abs=1e-12)
    assert rows["dp_norm"]["tea"] == pytest.approx(tea / 0.8, abs=1e-12)
    assert rows["dp"]["jug"] == pytest.approx(0.8, abs=1e-12)
    assert rows["dp_norm"]["jug"] == pytest.approx(1, abs=1e-12)
    assert rows["documents"].to_dict() == {"tea": 2, "pot": 2, "cup": 1, "jug": 1}


def test_words_that_look_like_missing_values_are_words(tmp_path: Path) -> None:
    """Null, nan, none and true are counted as any word is."""
    lines = ["Null and void, said Nan; none of it true.", "Null again."]
    rows = term_frequencies(corpus=make_corpus(tmp_path / "odd", {"a": lines}))
    found = rows.set_index("term")["count"]
    assert found[["null", "nan", "none", "true"]].to_list() == [2, 1, 1, 1]


def test_table_read_in_parts_gives_the_same(
    corpus: Path, documents: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seven rows at a time or all at once: no figure differs."""

    def look() -> list[pd.DataFrame]:
        return [
            term_frequencies("side", corpus=corpus, documents=documents),
            term_frequencies(pairs=True, corpus=corpus),
            keyness("side", "left", corpus=corpus, documents=documents),
            dispersion(corpus=corpus),
            similarity(corpus=corpus),
        ]

    whole = look()
    monkeypatch.setattr(counts, "ROWS", 7)
    for one, other in zip(whole, look(), strict=True):
        pd.testing.assert_frame_equal(one, other, rtol=1e-12)


@pytest.mark.parametrize("by", ["author", "genre", "year", "stance_privatisation"])
def test_any_column_makes_groups(by: str) -> None:
    """Groups made from a column of documents hold every word of the texts that have a value."""
    rows = term_frequencies(by)
    documents = counts.load_own_documents()
    dated = documents[documents["date_start"].notna()] if by == "year" else documents
    build_json = json.loads((OWN / "build.json").read_text(encoding="utf-8"))
    words = sum(build_json["texts"][doc_id]["words"] for doc_id in dated["doc_id"])
    assert abs(rows["count"].sum() - words) <= 20
    assert rows["group"].nunique() == counts.group_texts(by).dropna().nunique()


def test_small_counts_are_flagged_and_kept() -> None:
    """Rare terms stay in the table, with a flag that follows the stated rule."""
    rows = term_frequencies()
    assert (rows["small"] == (rows["count"] < 5)).all()
    assert rows["small"].sum() > 1000
    compared = keyness("stance_inspection", "against", "for")
    observed = compared["count"] + compared["reference_count"]
    shares = [compared["count"].sum(), compared["reference_count"].sum()]
    least = observed * min(shares) / sum(shares)
    assert (compared["small"] == (least < 5)).all()


def test_note_says_what_few_texts_can_bear() -> None:
    """The note counts the texts and names the largest voice from the table."""
    for frame in (term_frequencies(), keyness("genre", "opinion"), dispersion(), similarity()):
        assert "17 texts" in frame.attrs["note"]
        assert "Ray Jones wrote 4 of them and 43% of the words." in frame.attrs["note"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: term_frequencies("tone"), "by='tone' is no column of documents. Columns: year, "),
        (lambda: keyness("genre", "sonnet"), "genre has no 'sonnet'. Values: blog commentary, "),
        (lambda: keyness("genre", "opinion", "opinion"), "the two groups must differ"),
        (lambda: keyness("genre", []), "target holds no value of genre. Values: blog commentary, "),
        (lambda: keyness("genre", "opinion", []), "reference holds no value of genre. Values: "),
        (lambda: term_frequencies("side", documents=pd.DataFrame({"side": [1]})), "Columns: side"),
        (lambda: term_frequencies("year", documents=UNDATED), "Columns: doc_id, side"),
        (lambda: keyness("side", 1, documents=UNDATED), "reference holds no value of side"),
        (lambda: keyness("side", 1, documents=pd.concat([UNDATED] * 2)), "documents names a twice"),
        (lambda: concordance("care", -1), "window=-1: give 0 or more words"),
        (lambda: concordance("three plain words"), "give one word or two neighbouring words"),
    ],
)
def test_wrong_words_are_answered_with_the_legal_ones(call: Callable, message: str) -> None:
    """A column, value or term that cannot be used: the message repeats it and lists others."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_pair_that_one_group_never_uses(tmp_path: Path) -> None:
    """Pairs of one side only, and pairs of neither: rows with zeros, then no row."""
    texts = {"a": ["tea cup and tea cup"], "b": ["pot, jug, pan"], "c": ["pot, pan, jug"]}
    corpus = make_corpus(tmp_path / "tea", texts)
    documents = pd.DataFrame({"doc_id": list(texts), "side": ["one", "two", "three"]})
    choices = {"pairs": True, "corpus": corpus, "documents": documents}
    row = keyness("side", "one", **choices)
    assert row[["term", "count", "reference_count"]].to_numpy().tolist() == [["tea cup", 2, 0]]
    assert row["g2"][0] == pytest.approx(2 * 2 * math.log(11 / 5), abs=1e-9)
    against = keyness("side", "two", **choices)
    assert against[["term", "count", "reference_count"]].to_numpy().tolist() == [["tea cup", 0, 2]]
    none = keyness("side", "two", "three", **choices)
    assert len(none) == 0
    assert list(none.columns) == list(row.columns)
    assert (
        len(term_frequencies(pairs=True, corpus=make_corpus(tmp_path / "no", {"a": ["One."]}))) == 0
    )


def test_group_whose_texts_are_not_in_the_corpus(corpus: Path, documents: pd.DataFrame) -> None:
    """Documents name a side that no text of the tables is on: said, in place of empty figures."""
    more = pd.concat([documents, pd.DataFrame({"doc_id": ["text-9"], "side": ["far"]})])
    with pytest.raises(ValueError, match="no text of the corpus has side 'far'"):
        keyness("side", "far", corpus=corpus, documents=more)
    with pytest.raises(ValueError, match="no text of the corpus has side 'far'"):
        keyness("side", "left", "far", corpus=corpus, documents=more)


def test_folder_named_as_words(corpus: Path, documents: pd.DataFrame) -> None:
    """A folder given as a str serves every function as a Path does."""
    for look in (
        lambda corpus: term_frequencies(corpus=corpus),
        lambda corpus: keyness("side", "left", corpus=corpus, documents=documents),
        lambda corpus: dispersion(corpus=corpus),
        lambda corpus: similarity(corpus=corpus),
    ):
        pd.testing.assert_frame_equal(look(str(corpus)), look(corpus))
    pages = corpus.parent
    places = concordance("care", sources=pages, manifest=pages / "manifest.csv")
    words = concordance("care", sources=str(pages), manifest=str(pages / "manifest.csv"))
    assert len(places) > 0
    pd.testing.assert_frame_equal(places, words)


def test_text_without_a_row_in_documents(corpus: Path, documents: pd.DataFrame) -> None:
    """Texts that documents does not know are named."""
    with pytest.raises(ValueError, match="documents has no row for text-7"):
        term_frequencies("side", corpus=corpus, documents=documents[:-1])


def test_too_many_texts_to_compare(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Similarity says so before memory runs out."""
    monkeypatch.setattr("swteach.language.likeness.LARGEST", 50)
    with pytest.raises(ValueError, match="8 texts with 12 terms are too many"):
        similarity(corpus=corpus)


def test_concordance_on_own_copies(text_pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place with its neighbours, from the folder named in the call or the environment."""
    rows = concordance("the van", 2, sources=text_pages)
    assert rows.to_dict("records") == [
        {
            "doc_id": "van",
            "paragraph": 1,
            "left": "twenty-one years",
            "match": "the van",
            "right": "has stopped",
        },
        {
            "doc_id": "van-comment-a",
            "paragraph": 1,
            "left": "mother used",
            "match": "the van",
            "right": "until last",
        },
        {
            "doc_id": "van-comment-b",
            "paragraph": 1,
            "left": "twenty-one years",
            "match": "the van",
            "right": "has stopped",
        },
    ]
    monkeypatch.setenv("SWTEACH_SOURCES", str(text_pages))
    assert concordance("VISITS", 1)["match"].to_list() == ["talk/visits"]


def test_concordance_finds_as_often_as_the_table_says(seeds: Path) -> None:
    """On the course's own pages the places of a term are as many as its count in terms.csv."""
    for term, least in (("ofsted", 1), ("social work", 2)):
        counted = term_frequencies(pairs=least == 2).set_index("term")["count"][term]
        places = concordance(term, sources=seeds).groupby("doc_id").size()
        assert places[places >= least].sum() == counted


def test_concordance_without_the_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the texts are absent the message says why, and what to do."""
    monkeypatch.delenv("SWTEACH_SOURCES", raising=False)
    with pytest.raises(TextsMissingError, match="does not hold them"):
        concordance("care")
    with pytest.raises(TextsMissingError, match="There is no folder"):
        concordance("care", sources=tmp_path / "none")


def test_missing_table(tmp_path: Path) -> None:
    """A folder without terms.csv: the message names the command that makes it."""
    with pytest.raises(FileNotFoundError, match="make it with swteach corpus build"):
        term_frequencies(corpus=tmp_path)
