"""The suggested manifest and omit list save a person most of the work and mislead them little."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from swteach.corpus import build, suggest
from swteach.corpus.clutter import Surroundings, find_sign

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "data" / "corpus"
INDEX = CHECKOUT.parent / "shared" / "design" / "paragraph_index.csv"


def read(text: str) -> list[dict[str, str]]:
    """Read CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def compare_lines(suggested: list[dict[str, str]], finished: Path) -> float:
    """Return the share of the finished list's lines that were suggested."""
    named = {(row["source_file"], row["line_marker"]) for row in suggested}
    wanted = [
        (row["source_file"], row["line_marker"])
        for row in read(finished.read_text(encoding="utf-8"))
    ]
    return sum(line in named for line in wanted) / len(wanted)


def find_wrong(suggested: list[dict[str, str]]) -> float:
    """Return the share of suggested lines that are an author's paragraph in the design's index."""
    index = read(INDEX.read_text(encoding="utf-8"))
    paragraphs = {(row["seed_file"], row["seed_line"]) for row in index}
    wrong = [row for row in suggested if (row["source_file"], row["line"]) in paragraphs]
    return len(wrong) / len(suggested)


@pytest.mark.parametrize("manifest", [None, OWN / "manifest.csv"])
def test_lines_suggested_on_the_five_pages(
    seeds: Path, manifest: Path | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """At least 80% of the omit list is found and at most a fifth of what is suggested is wrong."""
    _, lines = suggest(seeds, manifest)
    found, wrong = compare_lines(read(lines), OWN / "omit.csv"), find_wrong(read(lines))
    with capsys.disabled():
        where = "within the texts" if manifest else "anywhere on the pages"
        print(f"\nsuggested {where}: {len(read(lines))} lines; {found:.0%} of the omit list found")
        print(f"{wrong:.0%} of the suggestions wrong")
    assert found >= 0.8
    assert wrong <= 0.2


def test_texts_suggested_on_the_five_pages(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Most of the 17 texts are suggested with the very markers of the finished manifest."""
    texts, _ = suggest(seeds)
    markers = ("source_file", "start_marker", "end_marker")
    wanted = read((OWN / "manifest.csv").read_text(encoding="utf-8"))
    wanted_markers = {tuple(row[name] for name in markers) for row in wanted}
    exact = [row for row in read(texts) if tuple(row[name] for name in markers) in wanted_markers]
    with capsys.disabled():
        print(f"\n{len(exact)} of 17 texts suggested exactly, {len(read(texts))} suggested")
    assert len(exact) >= 12


def test_suggestions_on_pages_the_rules_were_not_made_from(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same bar on the invented pages, where one comment is a short line with no stop."""
    lines = read(suggest(pages, pages / "manifest.csv")[1])
    found = compare_lines(lines, pages / "omit.csv")
    wanted = (pages / "omit.csv").read_text(encoding="utf-8")
    finished = {(row["source_file"], row["line_marker"]) for row in read(wanted)}
    wrong = [row for row in lines if (row["source_file"], row["line_marker"]) not in finished]
    with capsys.disabled():
        print(f"\ninvented pages: {found:.0%} found, {len(wrong)} of {len(lines)} wrong")
    assert found >= 0.8
    assert 0 < len(wrong) <= len(lines) / 5


def test_suggestion_can_be_built_as_it_stands(text_pages: Path) -> None:
    """What is printed are a manifest and an omit list that the build takes."""
    texts, lines = suggest(text_pages)
    (text_pages / "manifest.csv").write_text(texts, encoding="utf-8")
    (text_pages / "omit.csv").write_text(lines, encoding="utf-8")
    build(text_pages, text_pages / "out", text_pages / "manifest.csv")
    table = (text_pages / "out" / "paragraphs.csv").read_text(encoding="utf-8")
    assert "herald-1,1,paragraph,27,2," in table
    assert all(row["reason"] for row in read(texts) + read(lines))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Rowan Hale 4 May 2023 at 9:15 am", "comment stamp"),
        ("Please accept our cookies", "page furniture"),
        ("£21,000 - £23,500", "advert"),
        ("Photo: a van on a lane", "credit"),
        ("By Maud Ellery, columnist", "byline"),
        ("Maud Ellery is a retired postmaster and the author of a walking guide.", "biography"),
        ("A heading of few words", "subheading"),
        ("What would we lose?", "subheading"),
        ("It all ended, and nobody on the green said a word.", "pull quote"),
        ("It all ended, and nobody on the green said a word. We then went home.", "pull quote"),
        ("3 May 2021", "date"),
    ],
)
def test_sign_of_clutter(line: str, kind: str) -> None:
    """Each rule knows its kind of line in a page it has never seen."""
    text = "We met at noon. It all ended, and nobody on the green said a word. "
    text += "Then it rained and we left."
    sign = find_sign(line, Surroundings([line, text]))
    assert sign is not None
    assert sign.kind == kind
    assert find_sign(text, Surroundings([line, text])) is None


@pytest.mark.parametrize(
    "line",
    [
        "These are all generic tools.",
        "• Keep the four stops",
        "The council will consent to the plan if it may share the cost of it with the county.",
        "By the time the van came, Maud Ellery had read every book in the house twice over.",
    ],
)
def test_plain_text_bears_no_sign(line: str) -> None:
    """Short sentences, list items and sentences that hold a telling word are left alone."""
    assert find_sign(line, Surroundings([line])) is None
