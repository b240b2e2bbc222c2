"""`swteach run`: which notebooks are run, and what is said of one that cannot be."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result
from nbformat import v4

from swteach.cli import main
from swteach.kit import outputs

NB_00 = "notebooks/00_start_here.ipynb"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the notebooks that would be run, in place of running them."""
    paths: list[Path] = []
    monkeypatch.setattr(
        outputs, "bring_up_to_date", lambda path, check: paths.append(path.resolve()) or True
    )
    return paths


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["run", *(str(one) for one in arguments)])


@pytest.mark.parametrize("inside", [True, False])
def test_a_notebook_is_found_from_here_and_from_the_course(
    course: Path, ran: list[Path], monkeypatch: pytest.MonkeyPatch, inside: bool
):
    """In the course its name alone will do; from outside, the course's name and its own."""
    monkeypatch.chdir(course if inside else course.parent)
    done = run(NB_00) if inside else run(course.name, NB_00)
    assert done.exit_code == 0, done.output
    assert ran == [(course / NB_00).resolve()]


def test_a_notebook_that_is_not_there_is_said(course: Path, ran: list[Path]):
    """The notebooks that are there are named, and none is run."""
    done = run(course, NB_00, "7")
    assert isinstance(done.exception, SystemExit) and done.exit_code == 1
    assert "There is no" in done.output and NB_00 in done.output and ran == []


def test_the_kernel_s_own_warnings_are_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    """What a lecturer reads is what was done, and nothing of ports and keys."""
    path = tmp_path / "a.ipynb"
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell("1 + 1")]), path)
    assert outputs.bring_up_to_date(path, check=False)
    told = capfd.readouterr()
    assert told.err == "" and len(told.out.splitlines()) == 1


def test_a_damaged_notebook_is_said_and_none_is_run(course: Path, ran: list[Path]):
    """Whoever runs them all learns which is damaged, before minutes have gone by."""
    (course / "notebooks/07_more_investigations_less_help.ipynb").write_text('{"cells": [')
    done = run(course)
    assert isinstance(done.exception, SystemExit) and done.exit_code == 1
    assert "is no notebook any more" in done.output and "JupyterLab" in done.output and ran == []


def test_outside_any_course_nothing_is_run(
    tmp_path: Path, ran: list[Path], monkeypatch: pytest.MonkeyPatch
):
    """The notebooks that came with swteach are not written to by somebody who is elsewhere."""
    monkeypatch.chdir(tmp_path)
    for arguments in ([], [NB_00]):
        done = run(*arguments)
        assert done.exit_code == 1 and "You are in no course" in done.output and ran == []
