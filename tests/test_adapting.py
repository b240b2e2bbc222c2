"""The five worked changes of docs/adapting.md, made word for word from the page."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from swteach.exercises import exercise_files
from swteach.exercises.reading import read_exercises
from swteach.exercises.record import read_record

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "adapting.md").read_text(encoding="utf-8")
CHANGES = re.findall(r"^## (\d\. .+)$", PAGE, re.MULTILINE)
STEP = re.compile(
    r"In `(?P<file>[^`]+)`, find:\n\n```\w+\n(?P<old>.*?)\n```\n\n"
    r"Write in its place:\n\n```\w+\n(?P<new>.*?)\n```"
    r"|Save as `(?P<path>[^`]+)`:\n\n```\w+\n(?P<text>.*?\n)```"
    r"|Copy `(?P<source>[^`]+)` to `(?P<target>[^`]+)`\."
    r"|```shell\n(?P<commands>.*?)\n```"
    r"|```text\n(?P<said>.*?)\n```"
    r"|The answer of `(?P<question>[^`]+)` is now (?P<answer>[\d.]+\d)",
    re.DOTALL,
)


class Told(NamedTuple):
    """What the commands of one change said, and how the last of them ended."""

    words: str
    status: int


def part(heading: str) -> str:
    """Return what stands below a heading of the page, up to the next."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def run(line: str, folder: Path) -> Told:
    """Run one line of the page in a folder."""
    program, *arguments = shlex.split(line)
    assert program == "swteach", line
    done = subprocess.run(
        [sys.executable, "-m", "swteach", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    return Told(done.stdout + done.stderr, done.returncode)


@pytest.fixture(scope="module")
def new_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course made by the page's first command."""
    folder = tmp_path_factory.mktemp("teaching")
    first, second = re.findall(r"```shell\n(.*?)\n```", PAGE, re.DOTALL)[0].splitlines()
    told = run(first, folder)
    assert told.status == 0, told.words
    return folder / second.removeprefix("cd ")


@pytest.fixture
def course(new_course: Path, tmp_path: Path) -> Path:
    """Return a copy of that course, to change."""
    return Path(copytree(new_course, tmp_path / "my-course"))


def change(path: Path, old: str, new: str) -> None:
    """Put new words in the place of old ones, which must be there once at least."""
    if path.suffix == ".ipynb":
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = [one for one in notebook["cells"] if old in "".join(one["source"])]
        assert len(cells) == 1, (path.name, old)
        cells[0]["source"] = "".join(cells[0]["source"]).replace(old, new)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path.name, text.count(old), old)
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def find_answer(course: Path, question: str) -> float:
    """Return the answer that the course now gives to a question."""
    data = course / "data"
    for path in exercise_files(data).values():
        for exercise in read_exercises(path, read_record(data)):
            if exercise.id == question:
                return round(exercise.answer, 1)
    raise AssertionError(question)


def follow(words: str, course: Path) -> Iterator[Told]:
    """Do what a part of the page says, in its order, and yield what its commands said."""
    told = Told("", 0)
    for step in STEP.finditer(words):
        if step["file"]:
            change(course / step["file"], step["old"], step["new"])
        elif step["path"]:
            (course / step["path"]).write_text(step["text"], encoding="utf-8", newline="")
        elif step["source"]:
            (course / step["target"]).write_bytes((course / step["source"]).read_bytes())
        elif step["question"]:
            assert find_answer(course, step["question"]) == float(step["answer"])
        elif step["commands"]:
            each = [run(line, course) for line in step["commands"].splitlines()]
            told = Told("".join(one.words for one in each), each[-1].status)
            yield told
        elif step["said"]:
            for line in step["said"].splitlines():
                assert line in told.words, told.words


@pytest.mark.parametrize("heading", CHANGES)
def test_a_worked_change_ends_in_a_clean_check(heading: str, course: Path) -> None:
    """Every edit finds its place, every command says what the page says it says."""
    told = list(follow(part(heading), course))
    assert told and told[-1].status == 0, told[-1].words if told else heading
    last = run("swteach check --fast", course)
    assert last.status == 0 and "No problems found" in last.words, last.words


def test_the_page_has_five_changes_and_a_test_reads_all_of_each() -> None:
    """No block of a change is skipped because its words are unlike the others."""
    assert len(CHANGES) == 5
    for heading in CHANGES:
        fences = part(heading).count("```") // 2
        read = sum(step[0].count("```") // 2 for step in STEP.finditer(part(heading)))
        assert read == fences, heading


def test_a_change_half_made_is_caught(course: Path) -> None:
    """With a year that is not in the table, the check says where, and offers the nearest."""
    path = course / "data" / "exercises" / "07_more_investigations_less_help.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("from: 2014-15", "from: 2014-51"))
    told = run("swteach check --fast", course)
    assert told.status == 1 and "2014-15" in told.words and path.name in told.words


def test_the_commands_of_the_page_are_there() -> None:
    """Each command that the page names is one that swteach has, with that option."""
    for line in sorted(set(re.findall(r"swteach [a-z]+[^`\n]*", PAGE))):
        command, *rest = line.split()[1:]
        help_text = run(f"swteach {command} --help", ROOT).words
        assert "Usage" in help_text, line
        for option in (word for word in rest if word.startswith("--")):
            assert option in help_text, line
