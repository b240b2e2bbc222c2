"""A kernel killed at any moment: what was acknowledged is there, and the file can be read."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from journal_cases import answers, gather

from swteach.journal import disk
from swteach.journal.entry import holds
from swteach.journal.fileformat import write_pages
from swteach.journal.pages import Pages
from swteach.journal.store import Store

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
ENDED = '"ended"\n'

# Loads the package once, then has a child answer and type for each line that it is sent. A child
# is a whole process with a journal of its own, killed as a kernel is.
KERNELS = """
import json, os, random, sys
from pathlib import Path
from swteach.journal import book

def say(told):
    # In one call: print may write the end of the line by itself, and a kill may come between.
    os.write(1, json.dumps(told).encode() + b"\\n")

WORDS = "the a council homes children in care private public inspection".split()

def work(seed):
    chance = random.Random(seed)
    book.SESSION = f"session {seed}"
    journal = book.Journal(Path(sys.argv[1]))
    say([])
    text, number = "", 0
    while True:
        number += 1
        text = text[: chance.randrange(len(text) + 1)] if chance.random() < 0.1 else text
        text += chance.choice(WORDS)[: chance.randint(1, 9)] + " " * chance.randrange(2)
        typed = journal.record("reflection", f"typing {seed}", text, draft=True)
        answered = journal.record("answer", f"question {seed}", number)
        assert typed and answered
        say([seed, number, text])

for line in sys.stdin:
    child = os.fork()
    if not child:
        work(int(line))
    say({"child": child})
    os.waitpid(child, 0)
    say("ended")
"""


@pytest.fixture
def kernels(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a process that starts a kernel for each line."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", KERNELS, path], env=environment, **pipes)
    yield process
    process.stdin.close()
    process.wait(10)
    process.stdout.close()


def kill_one(kernels: subprocess.Popen[str], seed: int, delay: float, wanted: int) -> list[Any]:
    """Let one kernel say so many lines, and a little more; kill it; return what it acknowledged.

    The first two lines are that it is there and that its journal is open. Lines, not seconds, for
    a busy machine must not turn this into a test of kernels that did nothing.
    """
    kernels.stdin.write(f"{seed}\n")
    kernels.stdin.flush()
    lines: list[Any] = []
    while len(lines) < wanted or not any("child" in line for line in lines):
        lines.append(json.loads(kernels.stdout.readline()))
    time.sleep(delay)
    os.kill(next(line["child"] for line in lines if "child" in line), signal.SIGKILL)
    lines += [json.loads(line) for line in iter(kernels.stdout.readline, ENDED)]
    return [line for line in lines if line and "child" not in line]


def assert_kept(pages: Pages, acknowledged: list[Any]) -> None:
    """Fail where an answer or a typed word that was acknowledged is missing."""
    for seed, number, text in acknowledged:
        assert number in {one.value for one in pages.history(f"question {seed}")}
        typed = pages.history(f"typing {seed}")
        assert any(holds(one.words, tuple(text.split())) for one in typed), text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_killed_at_two_hundred_moments_nothing_acknowledged_is_missing(
    path: Path, kernels: subprocess.Popen[str]
) -> None:
    """After each kill the file is whole, without mending, and holds all that was acknowledged."""
    # Some size, so that a write takes long enough to be hit.
    earlier = gather(answers(200).sorted())
    disk.write_whole(path, write_pages(earlier))
    chance, count = random.Random(1), 0
    for seed in range(KILLS):
        acknowledged = kill_one(kernels, seed, chance.uniform(0, 0.03), 1 + seed % 5)
        reading = disk.read_file(path)
        assert not reading.trouble
        assert earlier.entries.items() <= reading.pages.entries.items()
        assert_kept(reading.pages, acknowledged)
        earlier, count = reading.pages, count + len(acknowledged)
    assert count > KILLS, "hardly anything was written before the kills"
    opened = Store(path)
    assert opened.pages == earlier and not opened.notices
    assert not list(path.parent.glob(".journal-*.tmp"))
