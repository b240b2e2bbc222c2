"""Tools whose kernel is killed at any moment, or whose disk is full: no word is lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from live_examples import send

import swteach as sw
from swteach import journal
from swteach.barometer import ISSUES, POINTS, SURE
from swteach.journal import disk
from swteach.journal.entry import holds
from swteach.journal.pages import Pages

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
ENDED = '"ended"\n'
CLAIM = "jones-2025-lswg-briefing-c05"

# Loads the course once, then has a child work for each line that it is sent. A child is a whole
# process, killed as a kernel is, that takes the messages which a page sends.
KERNELS = f"""
import json, os, random, sys
import swteach as sw
from swteach.barometer import ISSUES, POINTS
from swteach.journal import book

WORDS = "the a council homes children in care private public inspection".split()

def say(told):
    os.write(1, json.dumps(told).encode() + b"\\n")

def ask(tool, **message):
    tool._handle_custom_msg(message, [])

def show():
    essay, number = sw.exercise("n1-ref-1"), sw.exercise("n7-num-1")
    return essay, number, sw.stance_barometer("n1"), sw.claim_checker(["{CLAIM}"])

def work(seed):
    chance = random.Random(seed)
    os.environ["SWTEACH_JOURNAL"], book.SESSION = sys.argv[1], f"session {{seed}}"
    essay, number, barometer, checker = show()
    say([])
    text, turn = "", 0
    while True:
        turn += 1
        text = text[: chance.randrange(len(text) + 1)] if chance.random() < 0.1 else text
        text += chance.choice(WORDS)[: chance.randint(1, 9)] + " " * chance.randrange(2)
        ask(essay, do="save", answer={{"text": text, "private": False}}, turn=turn)
        ask(number, do="answer", answer=f"{{seed}}.{{turn}}", turn=turn)
        points = {{issue: chance.choice(POINTS) for issue in ISSUES}}
        ask(barometer, do="keep", reading=points, turn=turn)
        sure = chance.randint(1, 5)
        ask(checker, do="check", mark="supports", sure=sure, turn=turn)
        assert essay.saved["saved"] and number.reply["saved"], "not saved"
        assert not barometer.view["trouble"] and not checker.view["trouble"], "not saved"
        say([seed, text, f"{{seed}}.{{turn}}", points, sure])

show()  # over another journal, so that a child has the tables, and opens its own journal
for line in sys.stdin:
    child = os.fork()
    if not child:
        work(int(line))
    say({{"child": child}})
    os.waitpid(child, 0)
    say("ended")
"""


@pytest.fixture
def kernels(own_journal: Path) -> Iterator[subprocess.Popen[str]]:
    """Return a process that starts a kernel for each line; its journal is this test's."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    other = str(own_journal.with_name("other.json"))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SWTEACH_JOURNAL": other}
    command = [sys.executable, "-c", KERNELS, str(own_journal)]
    process = subprocess.Popen(command, env=environment, **pipes)
    yield process
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def _kill_one(
    kernels: subprocess.Popen[str], seed: int, delay: float, wanted: int
) -> list[list[Any]]:
    """Let one kernel say so many lines, and a little more; kill it; return what it told.

    The first two lines are that it is there and that its tools are shown. Lines, not seconds, for
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


def _assert_kept(pages: Pages, seed: int, told: list[list[Any]]) -> None:
    """Fail where anything that a tool had taken in is missing."""
    mine = [one for one in pages.sorted() if one.session == f"session {seed}"]
    typed = [one.words for one in mine if one.id == "n1-ref-1"]
    values = [(one.id, one.value) for one in mine]
    for _, text, number, points, sure in told:
        assert any(holds(words, tuple(text.split())) for words in typed), text
        assert ("n7-num-1", number) in values
        assert ("barometer-n1", {**points, SURE: None}) in values
        assert (CLAIM, {"answer": "It supports it", SURE: sure}) in values


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_tools_killed_at_two_hundred_moments_lose_nothing(
    own_journal: Path, kernels: subprocess.Popen[str]
) -> None:
    """After each kill the file is whole and holds all that was told; then it is all shown again."""
    chance, count, path = random.Random(2), 0, own_journal / "journal.json"
    earlier = Pages()
    for seed in range(KILLS):
        told = _kill_one(kernels, seed, chance.uniform(0, 0.06), 1 + seed % 5)
        reading = disk.read_file(path) if path.exists() else None
        assert reading is None or not reading.trouble
        pages = reading.pages if reading else Pages()
        assert earlier.entries.items() <= pages.entries.items()
        _assert_kept(pages, seed, told)
        earlier, count = pages, count + len(told)
    assert count > KILLS, "hardly anything was answered before the kills"
    assert sw.exercise("n7-num-1").given == earlier.history("n7-num-1")[-1].value
    assert sw.exercise("n1-ref-1").given["text"] == earlier.history("n1-ref-1")[-1].value
    newest = earlier.history("barometer-n1", "barometer")[-1].value
    assert sw.stance_barometer("n1").view["reading"] == newest
    assert sw.claim_checker([CLAIM]).view["record"]
    assert journal.open_journal().notices == ()
    assert not list(own_journal.glob(".journal-*.tmp"))


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a disk with a journal on which there is no room, where this account may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this account may not mount a disk; the quota test stands in for it")
    monkeypatch.setenv("SWTEACH_JOURNAL", str(place))
    assert journal.record("answer", "n3-mcq-1", "from before")
    with pytest.raises(OSError, match="space"), (place / "filler").open("wb", 0) as file:
        while True:
            file.write(b"x" * 4096)
    yield place
    subprocess.run(["umount", place], check=True)


FULL = "Not saved: the disk is full. Delete files that you do not need."


def test_a_full_disk_is_said_by_each_tool_and_its_words_stay(full_disk: Path) -> None:
    """What was typed is in the tool and the old journal is whole; with room again, all is saved."""
    path = full_disk / "journal.json"
    before = path.read_bytes()
    essay, number = sw.exercise("n1-ref-1"), sw.exercise("n7-num-1")
    text = {"text": "Half a thought", "private": False}
    essay._handle_custom_msg({"do": "save", "answer": text, "turn": 1}, [])
    assert essay.saved["message"].startswith(FULL) and essay.given == text
    number._handle_custom_msg({"do": "answer", "answer": "12", "turn": 1}, [])
    assert number.reply["message"].startswith(FULL) and number.given == "12"
    assert number.reply["verdict"] == "not quite"
    barometer, simulator = sw.stance_barometer("n1"), sw.inspection_simulator()
    points = dict.fromkeys(ISSUES, POINTS[0])
    view = send(barometer, do="keep", reading=points, words="A figure")
    assert view["trouble"].startswith(FULL) and view["words"] == "A figure"
    assert view["reading"]["inspection"] == POINTS[0]
    grades = {"leadership": "good"}
    view = send(simulator, structure="sif", grades=grades)
    assert view["trouble"].startswith(FULL) and view["grades"] == grades
    assert path.read_bytes() == before
    (full_disk / "filler").unlink()
    view = send(simulator, structure="sif", grades={**grades, "looked_after": "good"})
    assert not view["trouble"]
    kept = disk.read_file(path).pages
    ids = ("n3-mcq-1", "n1-ref-1", "n7-num-1", "barometer-n1", "inspection-simulator")
    assert [one for one in ids if not kept.history(one)] == []
