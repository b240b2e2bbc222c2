"""The commands, as a lecturer types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from swteach.corpus.commands import corpus


def run(*words: object) -> Result:
    """Run `swteach corpus` with these words."""
    return CliRunner().invoke(corpus, [str(word) for word in words])


def test_build_then_compare(text_pages: Path, tmp_path: Path) -> None:
    """The manifest in the folder of pages is found; a second look says all is the same."""
    done = run("build", text_pages, "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "terms.csv").exists()
    same = run("build", text_pages, "--out", tmp_path / "out", "--compare")
    assert "are what the pages give" in same.output
    page = text_pages / "herald.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("warmth", "heat"), encoding="utf-8")
    changed = run("build", text_pages, "--out", tmp_path / "out", "--compare")
    assert changed.exit_code == 1
    assert "fewer 'warmth'; more 'heat'" in changed.output


def test_build_with_processes(text_pages: Path, tmp_path: Path) -> None:
    """--workers is passed on."""
    done = run("build", text_pages, "--out", tmp_path / "out", "--workers", 2)
    assert done.exit_code == 0, done.output


def test_mistakes_are_listed_and_the_command_fails(text_pages: Path, tmp_path: Path) -> None:
    """Each mistake on a line of its own, then how many; nothing is written."""
    manifest = text_pages / "manifest.csv"
    rows = manifest.read_text(encoding="utf-8").replace("Well said.", "Well spoken.")
    manifest.write_text(rows, encoding="utf-8")
    failed = run("build", text_pages, "--out", tmp_path / "out")
    assert failed.exit_code == 1
    assert "the start_marker 'Well spoken.' is not in herald.txt" in failed.output
    assert "1 to put right. Nothing was written." in failed.output
    assert not list((tmp_path / "out").iterdir())


def test_mistake_in_the_manifest_is_told_by_every_command(text_pages: Path, tmp_path: Path) -> None:
    """A manifest with a mistake gives its message, not a traceback, from build and from check."""
    manifest = text_pages / "manifest.csv"
    manifest.write_text(manifest.read_text(encoding="utf-8") + "van,herald.txt,,,,,\n", "utf-8")
    for words in (["build", text_pages, "--out", tmp_path / "out"], ["check", manifest]):
        failed = run(*words)
        assert failed.exit_code == 1
        assert "the same doc_id stands on line" in failed.output
        assert isinstance(failed.exception, SystemExit)


@pytest.mark.parametrize("words", [["--workers", 0], ["--workers", -1], ["--limit", 0]])
def test_numbers_below_one(text_pages: Path, tmp_path: Path, words: list[object]) -> None:
    """No worker and no megabyte are refused with the legal range, before any work."""
    failed = run("build", text_pages, "--out", tmp_path / "out", *words)
    assert failed.exit_code == 2
    assert f"{words[1]} is not in the range x>=1" in failed.output
    assert not (tmp_path / "out").exists()


def test_faults_of_every_file_in_one_run(text_pages: Path, tmp_path: Path) -> None:
    """The command shows the mistakes of manifest, page and documents together."""
    manifest, documents = text_pages / "manifest.csv", tmp_path / "documents.csv"
    rows = manifest.read_text(encoding="utf-8").replace("Well said.", "Well spoken.")
    manifest.write_text(f'{rows}x y,herald.txt,,,,,\nz,herald.txt,"open\n', encoding="utf-8")
    documents.write_bytes(b"title\ncaf\xe9\n")
    failed = run("build", text_pages, "--out", tmp_path / "out", "--documents", documents)
    assert isinstance(failed.exception, SystemExit)
    for words in ("Well spoken.", "'x y' cannot be used", "is not closed", "not UTF-8: byte 9"):
        assert words in failed.output


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"rules": "1"}', b"\xff\xfe", b"null"])
def test_compare_with_a_damaged_summary(text_pages: Path, tmp_path: Path, content: bytes) -> None:
    """A build.json that is cut off, empty or something else: said so, and nothing is touched."""
    out = tmp_path / "out"
    assert run("build", text_pages, "--out", out).exit_code == 0
    (out / "build.json").write_bytes(content)
    failed = run("build", text_pages, "--out", out, "--compare")
    assert failed.exit_code == 1
    assert isinstance(failed.exception, SystemExit)
    assert f"{out / 'build.json'}: damaged" in failed.output
    assert (out / "build.json").read_bytes() == content


def test_compare_with_a_damaged_table(text_pages: Path, tmp_path: Path) -> None:
    """Where terms.csv was edited by hand, the changed texts are named without their terms."""
    out, page = tmp_path / "out", text_pages / "herald.txt"
    assert run("build", text_pages, "--out", out).exit_code == 0
    (out / "terms.csv").write_text("doc_id,term\nvan,\xff\n", encoding="latin-1")
    page.write_text(page.read_text(encoding="utf-8").replace("warmth", "heat"), encoding="utf-8")
    failed = run("build", text_pages, "--out", out, "--compare")
    assert isinstance(failed.exception, SystemExit)
    assert "text van: changed" in failed.output
    assert "table terms.csv: not as it was built, so no term is compared" in failed.output


def test_no_manifest(tmp_path: Path) -> None:
    """Without a manifest the message says how to start one."""
    failed = run("build", tmp_path, "--out", tmp_path / "out")
    assert f"swteach corpus suggest {tmp_path}" in failed.output


def test_check(text_pages: Path) -> None:
    """A good manifest is said to be good, without the pages."""
    (text_pages / "herald.txt").unlink()
    assert "3 texts and 3 lines" in run("check", text_pages / "manifest.csv").output


def test_suggest_prints_two_tables(text_pages: Path) -> None:
    """A manifest, an empty line, an omit list; each with reasons."""
    texts, lines = run("suggest", text_pages).output.split("\n\n")
    assert texts.startswith(
        "doc_id,source_file,start_marker,end_marker,start_match,end_match,reason\n"
    )
    assert lines.startswith("source_file,doc_id,line_marker,kind,line,reason\n")
    assert "a phrase of menus, cookie banners or links" in lines
