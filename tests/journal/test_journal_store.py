"""Memory and disk in step: bad files, damage, other notebooks, full and forbidden disks."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journal_cases import answers, damage, entry

from swteach.journal import disk, store
from swteach.journal.fileformat import read_pages, write_pages
from swteach.journal.pages import Pages
from swteach.journal.store import Store

ROOT = Path(__file__).resolve().parents[2]
OLD = answers(4)
ASIDE = re.compile(r"journal-set-aside-\d{4}-\d\d-\d\d-\d+\.json")


def make(path: Path, pages: Pages = OLD) -> None:
    """Write a journal, and its kept version, as the course does."""
    assert Store(path).change(lambda held: held | pages) is None


def run(script: str, *arguments: object, **options: object) -> subprocess.Popen[str]:
    """Start a process that has the package."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env=environment, **{**pipes, **options})


def to_folder(path: Path) -> None:
    """Put a folder with something in it in the journal's place."""
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


BAD = {
    "cut short": lambda path: path.write_bytes(write_pages(OLD)[:300]),
    "empty": lambda path: path.write_bytes(b""),
    "no JSON": lambda path: path.write_bytes(b"Dear diary"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 9),
    "foreign": lambda path: path.write_bytes(b'{"cells": [], "nbformat": 4}'),
    "newer": lambda path: path.write_bytes(b'{"format": "swteach-journal", "version": 9}'),
    "50 MB": lambda path: os.truncate(path, 50_000_000),
    "folder": to_folder,
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_set_aside_and_the_course_goes_on(
    path: Path, spoil: Callable[[Path], object]
) -> None:
    """It keeps its bytes under a clear name, the student is told, and every word is back."""
    make(path)
    spoil(path)
    size = path.stat().st_size
    opened = Store(path)
    assert opened.pages == OLD
    (notice,) = opened.notices
    name = ASIDE.search(notice)[0]
    assert "not thrown away" in notice and "4 entries" in notice
    assert path.with_name(name).stat().st_size == size
    assert Store(path).pages == OLD and not Store(path).notices
    assert opened.change(lambda pages: pages | answers(1, 9)) is None
    assert disk.read_file(path).pages == OLD | answers(1, 9)


def test_a_bad_file_and_nothing_kept_is_an_empty_journal(path: Path) -> None:
    """The course goes on even so, and says what it has."""
    path.write_bytes(b"Dear diary")
    opened = Store(path)
    assert not opened.pages.entries and "an empty journal" in opened.notices[0]
    assert opened.notices[0].startswith("The file journal.json is damaged or cut short.")
    assert opened.change(lambda pages: OLD) is None


def test_a_file_spoilt_while_the_notebook_is_open_loses_nothing(path: Path) -> None:
    """What is in memory is written again, beside the file that was set aside."""
    opened = Store(path)
    opened.change(lambda pages: OLD)
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    path.write_bytes(b"Dear diary")
    assert opened.pages == OLD
    assert opened.change(lambda pages: pages | answers(1, 9)) is None
    assert disk.read_file(path).pages == OLD | answers(1, 9)


def test_a_file_that_can_be_neither_read_nor_moved_is_never_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing is saved, and that is said; when it can be moved, all is saved."""
    path.write_bytes(b"Dear diary")

    def forbid(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "set_aside", forbid)
        opened = Store(path)
        assert "Nothing can be saved yet" in opened.notices[0]
        assert isinstance(opened.change(lambda pages: pages | OLD), PermissionError)
        assert opened.unsaved and opened.pages == OLD
        assert path.read_bytes() == b"Dear diary"
    assert opened.change(lambda pages: pages) is None
    assert disk.read_file(path).pages == OLD


def test_a_journal_deleted_or_replaced_by_an_older_one_is_made_whole(path: Path) -> None:
    """A file taken away, or uploaded over the one there, costs no word."""
    make(path, answers(2))
    older = path.read_bytes()
    make(path)
    path.write_bytes(older)
    assert Store(path).pages == OLD and disk.read_file(path).pages == OLD
    path.unlink()
    assert Store(path).pages == OLD and disk.read_file(path).pages == OLD


def test_opening_writes_nothing_where_there_is_nothing(path: Path) -> None:
    """A course that was only looked at leaves no journal."""
    assert not Store(path).pages.entries and not list(path.parent.iterdir())


def test_ten_thousand_damages_lose_no_good_version(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage to the journal or any kept version: opened again, every word is there."""
    monkeypatch.setattr(os, "fsync", lambda _: None)  # it is the reading that is tested
    for number in range(1, 5):
        make(path, answers(number))
    files = {file: file.read_bytes() for file in [path, *disk.kept_versions(path)]}
    assert len(files) == 5
    chance = random.Random(8)
    for _ in range(10_000):
        hit = path if chance.random() < 0.5 else chance.choice(list(files))
        hit.write_bytes(damage(files[hit], chance))
        spoilt = hit.read_bytes()
        opened = Store(path)
        assert opened.pages == OLD
        assert disk.read_file(path).pages == OLD
        if opened.notices:
            aside = path.with_name(ASIDE.search(opened.notices[0])[0])
            assert aside.read_bytes() == spoilt
        for file in set(path.parent.iterdir()) - files.keys():
            file.unlink()
        for file, data in files.items():
            file.write_bytes(data)


WRITER = """
import sys
from pathlib import Path
from swteach.journal.book import Journal
path, mark = Path(sys.argv[1]), sys.argv[2]
journal = Journal(path)
print("ready", flush=True)
sys.stdin.readline()
for number in range(500):
    outcome = journal.record("answer", mark, number)
    while not outcome:
        outcome = journal.save()
print(len(journal.history(mark)), flush=True)
"""


def test_two_notebooks_write_at_once_and_nothing_is_lost(path: Path) -> None:
    """Five hundred answers from each of two processes: all there, each side's in its order."""
    writers = [run(WRITER, path, mark) for mark in "ab"]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("\n")
        writer.stdin.flush()
    assert [writer.communicate()[0] for writer in writers] == ["500\n", "500\n"]
    reading = disk.read_file(path)
    assert not reading.trouble
    for mark in "ab":
        assert [one.value for one in reading.pages.history(mark)] == list(range(500))
    marks = [one.id for one in reading.pages.sorted()]
    assert marks != sorted(marks), "the two did not write at the same time"


HOLDER = """
import sys, time
from pathlib import Path
from swteach.journal.store import Store
held = Store(Path(sys.argv[1]))
with held._lock:
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a process that holds the journal's lock until it gets a line or dies."""
    process = run(HOLDER, path)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_notebook_that_died_with_the_lock_stops_nobody(
    path: Path, holder: subprocess.Popen[str]
) -> None:
    """The operating system gives the lock back at once."""
    opened = Store(path)
    assert "another notebook" in opened.notices[0]
    holder.kill()
    holder.wait()
    began = time.monotonic()
    assert opened.change(lambda pages: OLD) is None
    assert time.monotonic() - began < store.SECONDS_TO_WAIT / 2


def test_a_notebook_that_hangs_with_the_lock_costs_a_wait_and_no_word(
    path: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change stays in memory, reading needs no lock, and the next change saves both."""
    monkeypatch.setattr(store, "SECONDS_TO_WAIT", 0.2)
    opened = Store(path)
    assert isinstance(opened.change(lambda pages: pages | answers(1)), TimeoutError)
    assert opened.unsaved and opened.pages == answers(1) and not path.exists()
    holder.communicate("\n")
    assert opened.change(lambda pages: pages.add(entry("next", id="x"))) is None
    assert len(disk.read_file(path).pages) == 2 and not opened.unsaved


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """Return a disk of 64 kB, where this account may make one."""
    place = folder / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this account may not mount a disk; the quota test stands in for it")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_said_and_the_old_journal_stays_whole(small_disk: Path) -> None:
    """Nothing half written; what did not fit is saved when there is room again."""
    path = small_disk / "journal.json"
    make(path)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="space"), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    opened = Store(path)
    before, names = path.read_bytes(), set(small_disk.iterdir())
    error = opened.change(lambda pages: pages.add(entry("new words")))
    assert isinstance(error, OSError) and error.errno == 28
    assert path.read_bytes() == before and set(small_disk.iterdir()) == names
    assert opened.unsaved and len(opened.pages) == 5
    filler.unlink()
    assert opened.change(lambda pages: pages) is None
    assert len(disk.read_file(path).pages) == 5


@pytest.fixture
def closed_disk(small_disk: Path) -> Iterator[Path]:
    """Return a disk with a journal on which nothing may be written, not even by root."""
    make(small_disk / "journal.json")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    yield small_disk
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


def test_a_folder_that_may_only_be_read_gives_its_journal_and_says_so(closed_disk: Path) -> None:
    """The old words are shown; the new ones stay in memory, and why is said."""
    opened = Store(closed_disk / "journal.json")
    assert opened.pages == OLD and "may be written" in opened.notices[0]
    assert isinstance(opened.change(lambda pages: pages.add(entry("new"))), OSError)
    assert len(opened.pages) == 5 and opened.unsaved


QUOTA = """
import resource, sys
from pathlib import Path
from swteach.journal.book import Journal
journal = Journal(Path(sys.argv[1]))
journal.record("answer", "x", "small")
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
outcome = journal.record("reflection", "x", "long " * 1000)
print(bool(outcome), outcome.message)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
print(bool(journal.save()), journal.latest("x").value == "long " * 1000)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
def test_a_quota_is_said_and_costs_no_word(path: Path) -> None:
    """The message is in plain words, and what did not fit goes with the next attempt."""
    told, then = run(QUOTA, path).communicate()[0].splitlines()
    assert told.startswith("False Not saved: the disk is full.")
    assert "still on this page" in told
    assert then == "True True"
    assert len(read_pages(path.read_bytes()).pages) == 2
