"""One page by two names is one page: its texts may not overlap unseen."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from swteach.corpus import CorpusError, build
from swteach.corpus.spellings import Spellings

HEAD = "doc_id,source_file,start_marker,end_marker,start_match,end_match,inside"
PAGE = "The first line opens.\nA second line goes on.\nLast words here.\n"
WIDE, NARROW = (unicodedata.normalize(form, "caf\u00e9.txt") for form in ("NFD", "NFC"))


def write(folder: Path, name: str, *rows: str, omit: str = "") -> Path:
    """Write a page of that name, a manifest and an omit list; return the manifest."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(PAGE, encoding="utf-8")
    (folder / "manifest.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    (folder / "omit.csv").write_text(f"source_file,doc_id,line_marker,kind\n{omit}", "utf-8")
    return folder / "manifest.csv"


def alias(folder: Path, name: str, other: str, kind: str) -> None:
    """Give a page a second name, by a link or as a disk does that ignores case."""
    if kind == "link":
        (folder / other).symlink_to(name)
    elif kind == "disk":
        # Two names of one file: what a disk that ignores case shows of a name and its other case.
        os.link(folder / name, folder / other)


@pytest.mark.parametrize(
    ("name", "other", "kind"),
    [
        ("page.txt", "./page.txt", ""),
        ("sub/page.txt", "sub//./page.txt", ""),
        ("sub/page.txt", "sub\\page.txt", ""),
        (NARROW, WIDE, ""),
        (WIDE, NARROW, ""),
        ("page.txt", "Page.TXT", "disk"),
        ("page.txt", "linked.txt", "link"),
    ],
)
def test_two_spellings_are_one_page(tmp_path: Path, name: str, other: str, kind: str) -> None:
    """Overlap, nesting and the omit list work across spellings; build.json names the page once."""
    rows = [f"a,{name},,goes on.,,,", f"b,{other},A second line,,,,"]
    manifest = write(tmp_path, name, *rows)
    alias(tmp_path, name, other, kind)
    with pytest.raises(CorpusError, match="it overlaps a, lines 1 to 2"):
        build(tmp_path, tmp_path / "out", manifest)
    rows = [f"a,{name},,,,,", f"b,{other},A second line,goes on.,,,a"]
    write(tmp_path, name, *rows, omit=f"{other},a,Last words here.,x\n")
    build(tmp_path, tmp_path / "out", manifest)
    summary = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert len(summary["sources"]) == 1
    assert [text["words"] for text in summary["texts"].values()] == [4, 5]
    assert {text["source_file"] for text in summary["texts"].values()} == set(summary["sources"])


def test_two_pages_stay_two(tmp_path: Path) -> None:
    """Names that differ in case on a disk that tells them apart, and hard links by other names."""
    manifest = write(tmp_path, "page.txt", "a,page.txt,,,,,", "b,Page.txt,,,,,", "c,same.txt,,,,,")
    (tmp_path / "Page.txt").write_text("Other words.\n", encoding="utf-8")
    if (tmp_path / "page.txt").read_text(encoding="utf-8") != PAGE:
        pytest.skip("this disk ignores case")
    os.link(tmp_path / "page.txt", tmp_path / "same.txt")
    build(tmp_path, tmp_path / "out", manifest)
    summary = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert list(summary["sources"]) == ["Page.txt", "page.txt", "same.txt"]


def test_names_are_made_alike_without_the_pages() -> None:
    """Checking a manifest alone, what differs in the writing only is one name."""
    spell = Spellings()
    assert {spell(name) for name in ("a/b.txt", "./a/b.txt", "a//b.txt", "a\\b.txt")} == {"a/b.txt"}
    assert spell(WIDE) == spell(NARROW) == NARROW
    assert spell("") == ""
