"""Packed files are the same bytes whenever and wherever they are made."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from swteach.editions.packing import lay_out, pack, settle

LATER = 40 * 24 * 60 * 60


def pass_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process believe that it is some weeks later."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LATER)


def make_word_file() -> bytes:
    """Return a Word file as python-docx writes it."""
    buffer = BytesIO()
    document = docx.Document()
    document.add_heading("A plan", 1)
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_file_keeps_its_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-docx states the hour in its zip; settled, the file is the same weeks later."""
    first = make_word_file()
    pass_time(monkeypatch)
    second = make_word_file()
    assert first != second
    assert settle(first) == settle(second)


def test_a_settled_word_file_is_read_by_python_docx() -> None:
    """Settling changes no word, and states a fixed moment as the one it was made at."""
    document = docx.Document(BytesIO(settle(make_word_file())))
    assert [paragraph.text for paragraph in document.paragraphs] == ["A plan"]
    assert document.core_properties.created.year == 1980
    assert document.core_properties.modified.year == 1980


def test_a_zip_does_not_depend_on_order_or_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are sorted, but for the one that says what kind of zip it is."""
    files: dict[str, str | bytes] = {"b.txt": "é", "a/c.txt": b"2", "imsmanifest.xml": "<m/>"}
    first = pack(files)
    pass_time(monkeypatch)
    assert pack(dict(reversed(files.items()))) == first
    with ZipFile(BytesIO(first)) as archive:
        assert archive.namelist() == ["imsmanifest.xml", "a/c.txt", "b.txt"]
        assert archive.read("b.txt").decode() == "é"


def test_files_are_laid_out_with_their_folders(tmp_path: Path) -> None:
    """Folders are made, text is UTF-8 with its line ends as given, and names come back sorted."""
    written = lay_out(tmp_path / "new", {"z/y.txt": "one\ntwo\n", "a.bin": b"\r\n"})
    assert [path.name for path in written] == ["a.bin", "y.txt"]
    assert written[1].read_bytes() == b"one\ntwo\n"
