"""The tables: right, the same to the byte whoever makes them, and never half written."""

from __future__ import annotations

import csv
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from swteach.corpus import CorpusError, build, compare, jobs, tables
from swteach.corpus.tidy import tidy
from swteach.language import term_frequencies

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "data" / "corpus"
DESIGN = CHECKOUT.parent / "shared" / "design"


def read(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Read the three tables as they are."""
    return {name: (folder / name).read_bytes() for name in tables.NAMES}


def spoken(words: str) -> Counter[str]:
    """Count words as they stand."""
    return Counter(words.split())


def make_many(folder: Path, count: int, repeats: int = 40) -> None:
    """Write many small pages, each with one text."""
    folder.mkdir()
    rows = ["doc_id,source_file,start_marker,end_marker"]
    for number in range(count):
        body = f"Page {number} opens here. The river met the mill again.\n" * repeats
        (folder / f"{number:03}.txt").write_text(body, encoding="utf-8")
        rows.append(f"text-{number:03},{number:03}.txt,,")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_seeds_rebuild_the_committed_tables(seeds: Path, tmp_path: Path) -> None:
    """The course's own pages give the committed tables, byte for byte."""
    build(seeds, tmp_path, OWN / "manifest.csv", documents=CHECKOUT / "data" / "documents.csv")
    assert read_bytes(tmp_path) == read_bytes(OWN)


def test_counts_are_those_of_the_corpus_map(seeds: Path) -> None:
    """Words and paragraphs are those counted by hand for the design: 17 texts, 9,298 words."""
    texts = json.loads((OWN / "build.json").read_text(encoding="utf-8"))["texts"]
    mapped = {
        row["doc_id"]: (int(row["word_count"]), int(row["paragraph_count"]))
        for row in read(DESIGN / "corpus_map.csv")
    }
    assert {name: (text["words"], text["paragraphs"]) for name, text in texts.items()} == mapped
    assert (len(texts), sum(text["words"] for text in texts.values())) == (17, 9298)


def test_paragraphs_are_those_of_the_index(seeds: Path) -> None:
    """Kind, length, first and last words of all 192 paragraphs agree with the design's index."""
    fields = ("doc_id", "paragraph", "kind", "first_words", "last_words")
    ours = {(*(row[name] for name in fields), row["words"]) for row in read(OWN / "paragraphs.csv")}
    index = {
        (*(tidy(row[name]) for name in fields), row["word_count"])
        for row in read(DESIGN / "paragraph_index.csv")
    }
    assert len(ours) == 192
    assert ours == index


def test_terms_are_words_and_repeated_pairs_only() -> None:
    """No term is longer than two words, no pair stands once, and every file's sum fits."""
    rows = read(OWN / "terms.csv")
    assert {row["term"].count(" ") for row in rows} == {0, 1}
    assert min(int(row["count"]) for row in rows if " " in row["term"]) == 2
    assert rows == sorted(rows, key=lambda row: (row["doc_id"], row["term"]))
    words = {row["doc_id"]: 0 for row in rows}
    for row in rows:
        words[row["doc_id"]] += int(row["count"]) * (" " not in row["term"])
    texts = json.loads((OWN / "build.json").read_text(encoding="utf-8"))["texts"]
    assert all(abs(words[name] - text["words"]) <= 10 for name, text in texts.items())


def test_invented_pages_give_the_tables_counted_by_hand(pages: Path, tmp_path: Path) -> None:
    """Cookie banner, advert, comments and several texts on a page, in .txt, .html and .docx."""
    build(pages, tmp_path / "out", pages / "manifest.csv")
    rows = read(tmp_path / "out" / "paragraphs.csv")
    found: dict[str, list[tuple[str, int, int]]] = {}
    for row in rows:
        measures = (row["kind"], int(row["words"]), int(row["sentences"]))
        found.setdefault(row["doc_id"], []).append(measures)
    plain, item = "paragraph", "list item"
    assert found == {
        "bridge": [(plain, 25, 1), (plain, 20, 1), (item, 10, 1), (item, 12, 1), (plain, 11, 1)],
        "ferry": [(plain, 28, 2), (plain, 17, 1)],
        "heron-minutes": [(plain, 14, 2), (plain, 5, 1)],
        "mill-letter": [(plain, 7, 1), (item, 3, 1), (item, 3, 1), (plain, 6, 1)],
        "van": [(plain, 27, 2), (plain, 19, 3), (plain, 23, 2), (item, 4, 1), (item, 8, 1)],
        "van-comment-a": [(plain, 10, 2)],
        "van-comment-b": [(plain, 10, 1), (plain, 5, 1)],
    }
    first = next(row for row in rows if row["doc_id"] == "van")
    assert (first["first_words"], first["last_words"]) == ("For twenty-one years", "to all week.")
    own = "For twenty-one years the van has stopped on our green. It brings books, yes; it also "
    own += "brings the one person some of us speak to all week."
    assert first["characters"] == str(len(own))


def test_invented_pages_give_the_terms_counted_by_hand(pages: Path, tmp_path: Path) -> None:
    """Pairs need two places; an address is no term, and a commenter's name is left out."""
    build(pages, tmp_path / "out", pages / "manifest.csv")
    terms: dict[str, Counter[str]] = {}
    for row in read(tmp_path / "out" / "terms.csv"):
        terms.setdefault(row["doc_id"], Counter())[row["term"]] = int(row["count"])
    assert terms["van-comment-a"] == spoken("well said mother used the van until last spring")
    expected = spoken("for twenty-one years the van has stopped nowhere near me")
    assert terms["van-comment-b"] == expected + spoken("see for the list")
    expected = spoken("dear neighbours the mill wheel turns again i am yours on any tuesday")
    expected += spoken("bring a chair bring a friend") + Counter({"bring a": 2})
    assert terms["mill-letter"] == expected
    assert {term for term in terms["van"] if " " in term} == {"of us"}
    assert (terms["van"]["talk"], terms["van"]["visits"]) == (2, 1)


@pytest.mark.parametrize("workers", [2, 3])
def test_workers_change_no_byte(
    text_pages: Path, tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many processes count, and however the pages fall to them, the tables are equal."""
    monkeypatch.setattr("swteach.corpus.jobs.JOB_BYTES", 5000)  # several jobs, not one
    make_many(tmp_path / "many", 30)
    build(tmp_path / "many", tmp_path / "one", tmp_path / "many" / "manifest.csv")
    build(tmp_path / "many", tmp_path / "more", tmp_path / "many" / "manifest.csv", workers=workers)
    assert read_bytes(tmp_path / "one") == read_bytes(tmp_path / "more")


def test_tables_are_sorted_whatever_the_order_of_pages(text_pages: Path, tmp_path: Path) -> None:
    """Texts of one page that do not follow each other by name are still written in order."""
    shutil.copy(text_pages / "herald.txt", text_pages / "other.txt")
    with (text_pages / "manifest.csv").open("a", encoding="utf-8") as file:
        file.write("van-b,other.txt,Well said.,until last spring.,,,\n")
    build(text_pages, tmp_path / "out", text_pages / "manifest.csv")
    ids = [row["doc_id"] for row in read(tmp_path / "out" / "terms.csv")]
    assert ids == sorted(ids)
    assert len(set(ids)) == 4
    summary = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert list(summary["texts"]) == sorted(set(ids))
    assert summary["tables"]["terms.csv"]["rows"] == len(ids)


def test_large_page_is_read_in_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page longer than a block gives the counts of the same page read at once."""
    make_many(tmp_path / "many", 1, repeats=400)
    build(tmp_path / "many", tmp_path / "whole", tmp_path / "many" / "manifest.csv")
    monkeypatch.setattr("swteach.corpus.readers.BLOCK", 1000)
    build(tmp_path / "many", tmp_path / "blocks", tmp_path / "many" / "manifest.csv")
    assert read_bytes(tmp_path / "whole") == read_bytes(tmp_path / "blocks")


def test_any_changed_word_is_reported(seeds: Path, tmp_path: Path) -> None:
    """One word changed in a copy of a page is named by text and by term; no table is touched."""
    copy = shutil.copytree(seeds, tmp_path / "copy")
    page = copy / "003_9c36b45ba82a2371.txt"
    words = page.read_text(encoding="utf-8").replace("forlorn", "hopeless")
    page.chmod(0o644)
    page.write_text(words, encoding="utf-8")
    before = read_bytes(OWN)
    lines = compare(copy, OWN, OWN / "manifest.csv")
    assert "text jones-2014-cavalry: changed" in lines
    assert any("fewer 'forlorn'; more 'hopeless'" in line for line in lines)
    assert "table build.json: not the same to the byte" in lines
    assert read_bytes(OWN) == before
    assert compare(seeds, OWN, OWN / "manifest.csv") == []


def test_word_changed_anywhere_on_a_page_is_reported(seeds: Path, tmp_path: Path) -> None:
    """Words drawn from each page, within texts and outside them: no change goes unseen."""
    copy, chance = shutil.copytree(seeds, tmp_path / "copy"), random.Random(3)
    for page in sorted(copy.glob("*.txt")):
        page.chmod(0o644)
        whole = page.read_text(encoding="utf-8")
        for word in chance.sample(list(re.finditer(r"\w+", whole)), 4):
            changed = f"{whole[: word.start()]}zyx{whole[word.end() :]}"
            page.write_text(changed, encoding="utf-8")
            try:
                lines = compare(copy, OWN, OWN / "manifest.csv")
            except CorpusError as error:  # The word is one of a marker's.
                lines = [f"page {page.name}: changed"] * ("zyx" in str(error))
            assert f"page {page.name}: changed" in lines
        page.write_text(whole, encoding="utf-8")
    assert compare(copy, OWN, OWN / "manifest.csv") == []


def test_words_in_another_order_are_reported(text_pages: Path, tmp_path: Path) -> None:
    """A change that leaves every count as it was still shows in the text's sha256."""
    build(text_pages, tmp_path / "out", text_pages / "manifest.csv")
    page = text_pages / "herald.txt"
    words = page.read_text(encoding="utf-8").replace("talk, warmth", "warmth, talk")
    page.write_text(words, encoding="utf-8")
    lines = compare(text_pages, tmp_path / "out", text_pages / "manifest.csv")
    assert "text van: the same counts, other words or order" in lines


def test_kill_leaves_the_old_tables(tmp_path: Path) -> None:
    """A build killed while it writes leaves every old table as it was, and the next one works."""
    make_many(tmp_path / "many", 60, repeats=4000)
    out = tmp_path / "out"
    build(tmp_path / "many", out, tmp_path / "many" / "manifest.csv")
    before = read_bytes(out)
    code = "import sys; from pathlib import Path; from swteach.corpus import build; "
    code += "build(*map(Path, sys.argv[1:]))"
    arguments = [str(tmp_path / "many"), str(out), str(tmp_path / "many" / "manifest.csv")]
    process = subprocess.Popen([sys.executable, "-c", code, *arguments])
    while not any(path.stat().st_size > 5000 for path in out.glob(".building-*/terms.csv")):
        assert process.poll() is None, "the build ended before it could be killed"
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert read_bytes(out) == before
    build(tmp_path / "many", out, tmp_path / "many" / "manifest.csv")
    assert read_bytes(out) == before


def test_kill_between_moves_is_made_good(
    text_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill after the first table was put in place is ended by the next command: all are new."""
    out = tmp_path / "out"
    build(text_pages, tmp_path / "fresh", text_pages / "manifest.csv")
    out.mkdir()
    for name in tables.NAMES:
        (out / name).write_text("old", encoding="utf-8")
    monkeypatch.setattr(tables, "finish_moves", lambda out: None)
    folder = tables.working_folder(out)
    for name in tables.NAMES:
        shutil.copy(tmp_path / "fresh" / name, folder)
    tables.move_into_place(folder, out)
    ready = next(out.glob(".ready-*"))
    (ready / tables.NAMES[0]).replace(out / tables.NAMES[0])
    monkeypatch.undo()
    broken = tmp_path / "broken.csv"
    rows = (text_pages / "manifest.csv").read_text(encoding="utf-8")
    broken.write_text(rows.replace("Well said.", "Ill said."), encoding="utf-8")
    with pytest.raises(CorpusError):
        build(text_pages, out, broken)
    assert compare(text_pages, out, text_pages / "manifest.csv") == []
    assert sorted(path.name for path in out.iterdir()) == sorted(tables.NAMES)


def half_moved(text_pages: Path, tmp_path: Path) -> Path:
    """Leave a folder as a kill does between the first move and the second of a first build."""
    build(text_pages, tmp_path / "fresh", text_pages / "manifest.csv")
    out, ready = tmp_path / "out", tmp_path / "out" / ".ready-1"
    ready.mkdir(parents=True)
    for name, folder in zip(tables.NAMES, (out, ready, ready), strict=True):
        shutil.copy(tmp_path / "fresh" / name, folder)
    return out


def test_reader_ends_the_moves(text_pages: Path, tmp_path: Path) -> None:
    """A reader who comes first after a kill between two moves finds the new tables, all of them."""
    out = half_moved(text_pages, tmp_path)
    expected = term_frequencies(corpus=tmp_path / "fresh")
    pd.testing.assert_frame_equal(term_frequencies(corpus=out), expected)
    assert read_bytes(out) == read_bytes(tmp_path / "fresh")
    assert sorted(path.name for path in out.iterdir()) == sorted(tables.NAMES)


def test_reader_without_leave_to_write(
    text_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the moves cannot be ended, the new table is read where it lies, not an older one."""
    out = half_moved(text_pages, tmp_path)
    (out / "terms.csv").write_text("doc_id,term,count\nold,old,1\n", encoding="utf-8")

    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    expected = term_frequencies(corpus=tmp_path / "fresh")
    pd.testing.assert_frame_equal(term_frequencies(corpus=out), expected)


def test_moves_ended_by_another_process_at_once(
    text_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes that end the same moves: the one that finds a table gone goes on."""
    out = half_moved(text_pages, tmp_path)
    real = Path.replace

    def overtaken(path: Path, target: Path) -> Path:
        real(path, target)
        return real(path, target)

    monkeypatch.setattr(Path, "replace", overtaken)
    tables.finish_moves(out)
    assert read_bytes(out) == read_bytes(tmp_path / "fresh")


def test_progress_adds_up_to_the_pages(text_pages: Path, tmp_path: Path) -> None:
    """The progress bar reaches the bytes of the pages, no more and no less."""
    sizes: list[int] = []
    build(text_pages, tmp_path / "out", text_pages / "manifest.csv", progress=sizes.append)
    assert sum(sizes) == (text_pages / "herald.txt").stat().st_size


def test_jobs_do_not_depend_on_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages fall into jobs by size and name alone."""
    make_many(tmp_path / "many", 5)
    monkeypatch.setattr(jobs, "JOB_BYTES", 5000)
    from swteach.corpus.manifest import read_texts

    texts = read_texts(tmp_path / "many" / "manifest.csv")
    planned = [
        [page[0] for page in job.pages]
        for _, job in jobs.plan_jobs(tmp_path / "many", texts[::-1], [], 1)
    ]
    assert planned == [["000.txt", "001.txt", "002.txt"], ["003.txt", "004.txt"]]
