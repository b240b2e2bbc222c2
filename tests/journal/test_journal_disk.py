"""The journal's files on the disk: whole or not at all, five versions, nothing thrown away."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from journal_cases import answers

from swteach.journal import disk
from swteach.journal.fileformat import MOST_BYTES, Trouble, write_pages


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the system calls that matter, in the order in which they are made."""
    made: list[str] = []

    def watch(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **named: object) -> object:
            folder = name == "fsync" and Path(f"/proc/self/fd/{arguments[0]}").is_dir()
            made.append("fsync folder" if folder else name)
            return real(*arguments, **named)

        return call

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, watch(name))
    return made


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells files from folders by /proc")
def test_the_disk_has_the_words_before_they_get_their_name(path: Path, calls: list[str]) -> None:
    """Flushed, then put in place, then the folder flushed: a power cut leaves old or new."""
    disk.write_whole(path, b"new")
    assert calls == ["fsync", "replace", "fsync folder"]
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Neither a half file under the journal's name nor a temporary one stays."""
    disk.write_whole(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space"):
        disk.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has rights of another kind")
def test_nobody_else_on_the_machine_may_read_it(path: Path) -> None:
    """Positions and reflections are for the account that wrote them."""
    disk.write_whole(path, b"mine")
    assert path.stat().st_mode & 0o077 == 0


def test_the_last_five_versions_are_kept(path: Path) -> None:
    """The sixth takes the place of the oldest, and other files are left alone."""
    other = path.with_name("journal-version-notes.json")
    other.write_bytes(b"")
    for number in range(8):
        _keep(path, number)
    kept = disk.kept_versions(path)
    assert [version.read_bytes() for version in kept] == [b"7", b"6", b"5", b"4", b"3"]
    assert {version.name for version in kept} == {
        f"journal-version-{number}.json" for number in range(1, 6)
    }
    assert other.exists()


def test_a_version_that_was_taken_away_is_made_again(path: Path) -> None:
    """Whoever deletes one loses that one; the next save fills the gap."""
    for number in range(5):
        _keep(path, number)
    path.with_name("journal-version-2.json").unlink()
    _keep(path, 5)
    kept = [version.read_bytes() for version in disk.kept_versions(path)]
    assert kept == [b"5", b"4", b"3", b"2", b"0"]


def test_no_name_goes_away_while_a_folder_is_listed(path: Path) -> None:
    """Saving removes no file that shows: JupyterLab would say that the folder is not found."""
    seen: set[str] = set()
    for number in range(12):
        disk.write_whole(path, str(number).encode())
        _keep(path, number)
        now = {other.name for other in path.parent.iterdir()}
        assert seen <= now
        seen = now


def _keep(path: Path, number: int) -> None:
    """Keep a version, each a second after the one before: two may share a tick of the clock."""
    disk.keep_version(path, str(number).encode())
    os.utime(_written_last(path, number), (number, number))


def _written_last(path: Path, number: int) -> Path:
    versions = path.parent.glob(f"{path.stem}-version-?.json")
    return next(version for version in versions if version.read_bytes() == str(number).encode())


def test_what_is_set_aside_keeps_its_bytes_and_takes_no_name_twice(path: Path) -> None:
    """Each gets the day and the next number."""
    for number in (1, 2):
        path.write_bytes(b"x" * number)
        name = disk.set_aside(path)
        assert re.fullmatch(rf"journal-set-aside-\d{{4}}-\d\d-\d\d-{number}\.json", name)
        assert path.with_name(name).read_bytes() == b"x" * number
    assert not path.exists()


def test_what_cannot_be_read_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a pipe, a file of 50 MB, one without the right to read: each is told apart."""
    path.mkdir()
    assert disk.read_file(path).trouble is Trouble.NO_FILE
    path.rmdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        assert disk.read_file(path).trouble is Trouble.NO_FILE
        path.unlink()
    path.touch()
    os.truncate(path, 50_000_000)
    assert disk.read_file(path).trouble is Trouble.TOO_LARGE
    path.write_bytes(write_pages(answers(1)))
    assert disk.read_file(path).pages == answers(1)

    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert disk.read_file(path).trouble is Trouble.UNREADABLE


def test_a_file_too_large_is_not_even_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is enough to know."""
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    monkeypatch.delattr(Path, "read_bytes")
    assert disk.read_file(path).trouble is Trouble.TOO_LARGE


def test_sweeping_takes_only_what_was_left_half_written(path: Path) -> None:
    """Temporary files of this journal go; everything else stays."""
    names = [".journal-ab12.tmp", ".other-ab12.tmp", ".journal.lock", "journal.json"]
    for name in names:
        path.with_name(name).touch()
    disk.sweep(path)
    assert {found.name for found in path.parent.iterdir()} == set(names[1:])
