"""The pages for lecturers hold for the course as it comes, and for a course of their own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import venv
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from shutil import copy

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ANCHOR = "own_course.md#the-command-swteach"
LINKING = ("adapting.md", "handing_out.md", "hosting.md", "vle.md")
COMES, OWN, BOTH = "The course as it comes", "A course of your own", "Both"


def read(path: Path) -> str:
    """Return the text of a page."""
    return path.read_text(encoding="utf-8")


def row(begin: str) -> list[str]:
    """Return the cells of a row of the page's table of how to get the command."""
    page = read(ROOT / "docs/own_course.md").partition("## The command swteach\n")[2]
    [line] = [one for one in page.splitlines() if one.startswith(f"| {begin}")]
    return [cell.strip().strip("`") for cell in line.strip("|").split("|")][1:]


def windows_lines(folder: Path) -> list[str]:
    """Return what the README of a course says to type on Windows."""
    [line] = [one for one in read(folder / "README.md").splitlines() if "| `make lab` | `py" in one]
    return re.findall(r"`([^`]+)`", line)[1:]


@pytest.mark.parametrize("name", [*(f"docs/{name}" for name in LINKING), "README.md"])
def test_each_page_with_commands_leads_to_where_the_command_is(name: str, made: Path):
    """In the course as it comes and in a new one, the link is there, and the heading it names."""
    for folder in (ROOT, made):
        assert f"]({'docs/' * (name == 'README.md')}{ANCHOR})" in read(folder / name), folder
        assert "\n## The command swteach\n" in read(folder / "docs/own_course.md")


def test_the_line_for_macos_and_linux_makes_what_is_switched_on(made: Path, tmp_path: Path):
    """In a copy without .venv and in a new course, make would make it and install swteach."""
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-test.txt"):
        copy(ROOT / name, tmp_path / name)
    for folder in (tmp_path, made):
        line = [*shlex.split(row("once")[0]), "--dry-run", "-C", str(folder)]
        done = subprocess.run(line, capture_output=True, text=True)
        assert "-m venv" in done.stdout and ".venv/bin" in done.stdout, done.stderr
        assert re.search(r"install .*--no-deps .*(-e \.|package/\S+\.whl)", done.stdout)
        assert re.search("requirements-(check|test).txt", done.stdout)  # and so nbval


def test_the_lines_for_windows_make_it_too(made: Path):
    """The first three make .venv, and put the libraries and swteach into it."""
    assert "first three lines for Windows" in row("once")[1]
    for folder, program in ((ROOT, "-e ."), (made, "package\\")):
        make, libraries, course = windows_lines(folder)[:3]
        assert make == "py -m venv .venv"
        assert libraries.startswith(".venv\\Scripts\\python -m pip install -r requirements.txt")
        assert course.startswith(".venv\\Scripts\\python -m pip install --no-deps ")
        assert program in course
    assert (made / course.rpartition(" ")[2].replace("\\", "/")).is_file()


@pytest.mark.skipif(os.name == "nt", reason="the line for macOS and Linux")
def test_switched_on_the_command_is_found_from_any_folder(tmp_path: Path):
    """After the page's second line, `swteach` is the one in .venv, wherever the terminal goes."""
    venv.create(tmp_path / ".venv", symlinks=True)
    command = tmp_path / ".venv/bin/swteach"
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    line = f"{row('in each')[0]} && cd / && command -v swteach"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.strip() == str(command), done.stderr


def list_lines(page: str) -> Iterator[tuple[str, str]]:
    """Yield each line to type, and for which course it is said to be."""
    course = BOTH
    for line in page.splitlines():
        if line.startswith("#"):
            course = BOTH
        course = next((one for one in (COMES, OWN, BOTH) if line.startswith(one)), course)
        if line.startswith("    "):
            yield course, line.strip()


def test_the_page_on_hosting_is_true_for_the_course_that_it_names(made: Path):
    """Each line finds what it installs, and `swteach lab` is given for the course as it came."""
    lines = list(list_lines(read(ROOT / "docs/hosting.md")))
    assert {course for course, _ in lines} == {COMES, OWN, BOTH} and len(lines) > 10
    for course, line in lines:
        for folder in {COMES: [ROOT], OWN: [made]}.get(course, [ROOT, made]):
            words = line.split()
            assert folder == ROOT or "swteach lab" not in line, line
            for option, name in pairwise(words):
                assert option != "-r" or (folder / name).is_file(), line
            assert "." not in words or (folder / "pyproject.toml").is_file(), line
            for name in (word for word in words if "*" in word):
                assert len(list(folder.glob(name))) == 1, line


def test_the_page_on_hosting_says_what_binder_installs(made: Path):
    """The last line of environment.yml is the one that it says, in each of the two."""
    said = " ".join(read(ROOT / "docs/hosting.md").split())
    assert "in the course as it comes, the line is `-e .`, and in a course of your own" in (
        said.replace("In the", "in the")
    )
    assert "it names the file in `package/`" in said
    last = [
        yaml.safe_load(read(folder / "environment.yml"))["dependencies"][-1]["pip"][-1]
        for folder in (ROOT, made)
    ]
    assert last[0] == "-e ." and last[1].startswith("./package/")


@pytest.mark.skipif(os.name == "nt", reason="the page says to write the file's name out there")
def test_a_course_of_one_s_own_installs_without_a_network(course: Path, tmp_path: Path):
    """The page's own lines put swteach into the folder of wheels, and install it from there."""
    lines = list_lines(read(ROOT / "docs/hosting.md").partition("## Without a network")[2])
    mine = [one for course, one in lines if course != COMES and "requirements" not in one]
    assert len(mine) == 2
    for line in mine:
        line = line.replace("python ", f"{shlex.quote(sys.executable)} ", 1)
        line += f" --target {shlex.quote(str(tmp_path / 'there'))}" * ("pip install" in line)
        done = subprocess.run(["sh", "-c", line], cwd=course, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "there/swteach/cli.py").is_file()
