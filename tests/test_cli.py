"""The command line: what is typed reaches the right place, and nothing ends in a traceback."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from swteach import lab
from swteach.cli import main


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    """Run the command in this process, with `typed` as what the reader types."""
    return CliRunner().invoke(main, [str(a) for a in arguments], input=typed)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, tuple[str, ...]]]:
    """Record what JupyterLab would be opened with, and open nothing."""
    calls: list[tuple[Path, tuple[str, ...]]] = []
    monkeypatch.setattr(lab, "open_lab", lambda folder, options: calls.append((folder, options)))
    return calls


def test_version_is_the_installed_package_s() -> None:
    """There is one version, and the command tells it."""
    assert run("--version").output == f"main {version('swteach')}\n"


def test_lab_opens_the_folder_named(
    tmp_path: Path, opened: list[tuple[Path, tuple[str, ...]]]
) -> None:
    """The first word is the folder; everything after it goes to JupyterLab unchanged."""
    result = run("lab", tmp_path / "course", "--no-browser", "--port", "8890", "--ip=127.0.0.1")
    assert result.exit_code == 0, result.output
    options = ("--no-browser", "--port", "8890", "--ip=127.0.0.1")
    assert opened == [(tmp_path / "course", options)]
    assert (tmp_path / "course" / lab.FIRST_NOTEBOOK).is_file()


def test_lab_asks_for_a_folder(
    tmp_path: Path, opened: list[tuple[Path, tuple[str, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder it asks, offers one, and passes the options on all the same."""
    monkeypatch.chdir(tmp_path)
    result = run("lab", "--no-browser", typed="\n")
    assert "Folder for the notebooks [swteach-course]" in result.output
    assert opened == [(tmp_path / "swteach-course", ("--no-browser",))]


def test_lab_without_an_answer_says_how_to_name_a_folder(tmp_path: Path) -> None:
    """Where nobody can answer, as in a script, the message gives the line to type."""
    result = run("lab", typed="")
    assert result.exit_code == 2
    assert "Try: swteach lab my-course" in result.output


def test_lab_no_open_only_unpacks(
    tmp_path: Path, opened: list[tuple[Path, tuple[str, ...]]]
) -> None:
    """With --no-open, wherever it stands, the notebooks are laid out and nothing starts."""
    assert run("lab", tmp_path / "course", "--no-open").exit_code == 0
    assert (tmp_path / "course" / lab.FIRST_NOTEBOOK).is_file()
    assert opened == []


def test_lab_error_is_one_line(tmp_path: Path) -> None:
    """A folder that is a file ends with 1 and a sentence, not a traceback."""
    (tmp_path / "course").write_text("mine", encoding="utf-8")
    result = run("lab", tmp_path / "course")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ") and "is a file" in result.output
    assert isinstance(result.exception, SystemExit)


def test_check_passes_the_course_s_own_data() -> None:
    """The course as it stands has no problem, and the command ends with 0."""
    result = run("check", "--fast")
    assert result.exit_code == 0, result.output


def test_check_reports_a_damaged_copy(tmp_path: Path) -> None:
    """A folder may be named; a problem in it is printed with its file, and the command ends 1."""
    from swteach.datapackage import find_data

    damaged = copytree(find_data(), tmp_path / "data")
    (damaged / "regimes.csv").unlink()
    result = run("check", damaged)
    assert result.exit_code == 1
    assert "regimes.csv" in result.output
    assert isinstance(result.exception, SystemExit)


def test_help_loads_nothing_heavy() -> None:
    """`swteach --help` answers without loading the libraries that the course draws with."""
    code = (
        "import sys\nfrom swteach.cli import main\n"
        "main(['lab', '--help'], standalone_mode=False)\n"
        "print(sorted({'pandas', 'altair', 'ipywidgets', 'jupyterlab'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Unpack the notebooks into FOLDER" in done.stdout
