"""The whole check as a command: what it says, what it accepts, and that it runs what it says."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lecturer_slips import (
    ASKS_07,
    FIGURES,
    FIRST_YEAR,
    NB_07,
    both,
    drop,
    put,
    save_on_windows,
    swap,
)

from swteach.cli import main
from swteach.datapackage import read_package
from swteach.kit.rehearsal import rehearse


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


def keep(course: Path, *numbers: str) -> None:
    """Leave only some notebooks, so that a full check is quick."""
    for path in (course / "notebooks").iterdir():
        if path.name[:2] not in numbers:
            path.unlink()


def test_a_good_course_is_said_to_be_good(course: Path):
    """The report names the folder and how much was looked at, and the command ends with 0."""
    done = run("check", course, "--fast")
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"No problems found in {course}.\nChecked: 4 notebooks, ")
    assert "not run" in done.output


def test_without_a_folder_the_course_one_is_in_is_checked(
    course: Path, monkeypatch: pytest.MonkeyPatch
):
    """From any folder within a course, it is that course."""
    put("map.svg", "")(course / "notebooks")
    monkeypatch.chdir(course / "data" / "exercises")
    done = run("check", "--fast")
    assert done.exit_code == 1 and "map.svg" in done.output and str(course) in done.output


@pytest.mark.parametrize("part", ["data/datapackage.json", "data", "notebooks"])
def test_a_course_that_lost_a_part_is_not_said_to_be_good(
    course: Path, monkeypatch: pytest.MonkeyPatch, part: str
):
    """No other course is checked in its place, and the report names this one."""
    (course / part).rename(course / "elsewhere")
    monkeypatch.chdir(course)
    done = run("check", "--fast")
    assert done.exit_code == 1 and str(course) in done.output.split("\n\n")[0]


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_text("\t")])
def test_questions_that_cannot_be_read_are_not_said_once_for_each_cell(
    course: Path, change: Callable[[Path], object]
):
    """The file is named, or the plan where there is none, and nothing that follows from it."""
    change(course / ASKS_07)
    done = run("check", course, "--fast", "--json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["file"] == (ASKS_07 if (course / ASKS_07).is_file() else "data/course.yaml")


@pytest.mark.parametrize("command", ["build --for tutors", "build --for students", "collect"])
def test_a_slip_in_a_file_of_questions_is_named_by_every_command(
    course: Path, tmp_path: Path, command: str
):
    """Whoever builds or collects learns the file and the line, not what follows from it."""
    swap(ASKS_07, "    type: numeric", "\ttype: numeric")(course)
    folder = [tmp_path] if command == "collect" else []
    done = run(*command.split(), *folder, "--course", course, "--out", tmp_path.parent / "out")
    assert done.exit_code == 1 and "there is a tab" in done.output, done.output
    assert ASKS_07.rpartition("/")[2] in done.output and "course.yaml" not in done.output


def test_a_file_of_questions_that_notepad_renamed_is_named(course: Path):
    """Windows does not show the second ending, so the check does."""
    (course / ASKS_07).rename(course / f"{ASKS_07}.txt")
    done = run("check", course, "--fast")
    assert f"{ASKS_07}.txt\n  line 1: it is not read" in done.output


def test_the_summary_comes_first(course: Path):
    """A person reads first how many problems there are, and in which files."""
    both(swap(ASKS_07, "bloom: apply", "bloom: applied"), put("notebooks/map.svg", ""))(course)
    done = run("check", course, "--fast")
    first, _, *files = done.output.split("\n")[:4]
    assert first == f"2 problems in 2 files of {course}"
    assert [line.split() for line in files] == [["1", f"{ASKS_07}"], ["1", "notebooks/map.svg"]]


def test_machines_are_told_the_same(course: Path):
    """The JSON holds each problem with the six fields that the report is made from."""
    put("notebooks/map.svg", "<svg/>")(course)
    done = run("check", course, "--fast", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1 and told["checked"]["notebooks"] == 4
    (problem,) = told["problems"]
    assert set(problem) == {"file", "line", "field", "value", "message", "remedy"}
    assert problem["file"] == "notebooks/map.svg"


def test_machines_can_read_what_comes_of_accepting(course: Path):
    """What was accepted is said beside the JSON, not in it."""
    done = run("check", course, "--accept", "--json")
    assert json.loads(done.stdout)["problems"] == [] and "Nothing had changed" in done.stderr


def test_accept_writes_nothing_while_something_else_is_wrong(course: Path):
    """A changed figure is not taken over beside a mistake."""
    both(swap(FIGURES, f"{FIRST_YEAR}89300", f"{FIRST_YEAR}90000"), drop(NB_07, "test-num-1"))(
        course
    )
    before = (course / "data/datapackage.json").read_bytes()
    done = run("check", course, "--accept")
    assert done.exit_code == 1 and done.output.startswith("Nothing was accepted")
    assert (course / "data/datapackage.json").read_bytes() == before


def test_accept_takes_over_figures_and_answers(course: Path):
    """It names the table and the question, and the next check has nothing to say."""
    swap(FIGURES, f"{FIRST_YEAR}89300", f"{FIRST_YEAR}90000")(course)
    done = run("check", course, "--accept")
    assert done.exit_code == 0, done.output
    assert "Accepted the changed table observations.csv." in done.output
    assert "Accepted the new answer of n7-num-1." in done.output
    assert run("check", course, "--fast").exit_code == 0


def test_accept_tidies_what_a_spreadsheet_program_did_to_line_ends(course: Path):
    """Every table may have been saved so: each is as it was, and nothing else is found in any."""
    tables = [course / "data" / one.path for one in read_package(course / "data").values()]
    before = {path: path.read_bytes() for path in tables}
    for path in tables:
        save_on_windows(path.relative_to(course).as_posix())(course)
    told = json.loads(run("check", course, "--fast", "--json").stdout)["problems"]
    stale = [one for one in told if one["message"].startswith("is not the file whose hash")]
    assert len(told) == 3 * len(tables) == 3 * len(stale)
    built = run("build", "--for", "tutors", "--course", course, "--out", course / "tutor-pack")
    assert built.exit_code == 0, built.output
    done = run("check", course, "--accept")
    assert done.exit_code == 0 and "Tidied the line ends of observations.csv." in done.output
    assert {path: path.read_bytes() for path in tables} == before


def test_old_figures_are_found_in_the_words_of_the_notebook_too(course: Path):
    """The cell that still quotes the old count is named, with the count."""
    swap(FIGURES, f"{FIRST_YEAR}89300", f"{FIRST_YEAR}90000")(course)
    told = json.loads(run("check", course, "--fast", "--json").stdout)["problems"]
    cells = {(one["field"], one["value"]) for one in told if one["file"] == NB_07}
    assert cells == {("cell read-base", "89,300")}


def test_a_damaged_notebook_is_one_problem_and_the_rest_is_checked(course: Path):
    """A merge gone wrong in one notebook names its line; the others are still read."""
    swap(NB_07, '"cells": [', '"cells": [\n<<<<<<< mine')(course)
    told = json.loads(run("check", course, "--fast", "--json").stdout)
    assert told["checked"]["notebooks"] == 3
    (problem,) = told["problems"]
    assert (problem["file"], problem["line"]) == (NB_07, 3)


def test_a_course_whose_data_cannot_be_read_is_said_so(course: Path):
    """A descriptor or a plan that is damaged, or gone, ends in a report and in no traceback."""
    for name in ("datapackage.json", "course.yaml", "documents.csv"):
        kept = (course / "data" / name).read_bytes()
        for content in (b"{", b"", b"\xff\xfe", None):
            (course / "data" / name).unlink(missing_ok=True)
            if content is not None:
                (course / "data" / name).write_bytes(content)
            done = run("check", course, "--fast")
            assert done.exit_code == 1 and isinstance(done.exception, SystemExit), (name, content)
            assert name in done.output
        (course / "data" / name).write_bytes(kept)


def test_the_full_check_runs_every_cell_and_every_task(course: Path):
    """A cell that fails, one that shows something else, and a task gone wrong are each named."""
    from swteach.kit.notebook_file import read_notebooks

    keep(course, "00")
    done = run("run", course)
    assert done.exit_code == 0, done.output
    name = "notebooks/00_start_here.ipynb"
    swap(name, '"import swteach as sw"', '"import swteach as sw\\n",\n    "sw.no_such_thing"')(
        course
    )
    swap("data/challenges/07.yaml", "gives: 43.7", "gives: 44.7")(course)
    run_again = rehearse(course, read_notebooks(course)[0])
    found = run_again.problems
    assert run_again.ran == 1
    assert any("no_such_thing" in one.message and one.field == "cell setup" for one in found)
    task = next(one for one in found if one.file == "data/challenges/07.yaml")
    assert (task.field, task.remedy) == ("n7-ch-1", "Write gives: 43.7")
    lines = (course / task.file).read_text(encoding="utf-8").split("\n")
    assert lines[task.line - 1].strip() == "gives: 44.7"


def test_without_nbval_the_full_check_does_not_call_itself_whole(
    course: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where the notebooks cannot be run, that is a problem with a way out, not a pass."""
    monkeypatch.setattr("swteach.kit.rehearsal.find_spec", lambda name: None)
    swap("data/challenges/07.yaml", "gives: 43.7", "gives: 44.7")(course)
    done = run("check", course)
    assert done.exit_code == 1 and "nbval is not installed" in done.output
    assert f"{sys.executable} -m pip install" in done.output
    assert "No notebook was run." in done.output and "Every" not in done.output
    assert "Write gives: 43.7" in done.output, "the tasks need no nbval"


def test_a_damaged_notebook_is_not_said_to_have_been_run(course: Path):
    """The others were run, and the report says how many of how many."""
    keep(course, "00", "07")
    swap(NB_07, '"cells": [', '"cells": [\n<<<<<<< mine')(course)
    done = run("check", course)
    assert "1 of 2 notebooks were run." in done.output, done.output


def test_a_data_folder_alone_is_checked_as_before(course: Path, tmp_path: Path):
    """What is no course but data is held to the rules of data."""
    data = shutil.copytree(course / "data", tmp_path / "data")
    assert run("check", data).output == f"No problems found in {data}.\n"
    save_on_windows("glossary.csv")(data)
    assert run("check", data).exit_code == 1
    done = run("check", data, "--accept")
    assert done.exit_code == 0 and "Tidied the line ends of glossary.csv." in done.output
