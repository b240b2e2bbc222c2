"""`swteach collect` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from swteach.cli import main

FILES = {
    *("students.csv", "notebooks.csv", "reflections.csv", "questions.csv", "answers.csv"),
    *("files.csv", "marking.xlsx", "summary.txt"),
}


def run(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["collect", *map(str, arguments)])


@pytest.fixture
def out(tmp_path: Path, class_folder: Path) -> Path:
    """Return a folder of tables, made by the command."""
    made = tmp_path / "made"
    result = run(class_folder, "--out", made)
    assert result.exit_code == 0, result.output
    return made


def test_the_tables_are_made_and_told(tmp_path: Path, class_folder: Path) -> None:
    """The summary says what was read and what was left out, and is kept with the files."""
    out = tmp_path / "made"
    result = run(class_folder, "--out", out)
    assert {path.name for path in out.iterdir()} == FILES
    assert "12 journals to mark, 0 files left out." in result.output
    assert "Left out, as the students chose" in (out / "summary.txt").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_the_course_that_answers_were_marked_against_is_named(
    tmp_path: Path, class_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the screen and in the summary; whoever is in no course is told that it is not theirs."""
    root = Path(__file__).resolve().parents[2]
    monkeypatch.chdir(root)
    inside = run(class_folder, "--out", tmp_path / "a").output
    monkeypatch.chdir(tmp_path)
    named = run(class_folder, "--out", tmp_path / "b", "--course", root).output
    outside = run(class_folder, "--out", tmp_path / "c").output
    for output, place in ((inside, "a"), (named, "b"), (outside, "c")):
        assert f"Marked against {root} (" in output and " questions)." in output
        told = (tmp_path / place / "summary.txt").read_text(encoding="utf-8")
        assert ("You are in no course" in told) == (place == "c") == ("in no course" in output)


def test_marks_are_never_written_over(out: Path, class_folder: Path) -> None:
    """A folder stays unless --replace is given, and even then where something was changed."""
    assert "there already" in run(class_folder, "--out", out).output
    assert run(class_folder, "--out", out, "--replace").exit_code == 0
    students = out / "students.csv"
    students.write_bytes(students.read_bytes().replace(b'"",""', b'"62","Fair to both sides"', 1))
    result = run(class_folder, "--out", out, "--replace")
    assert result.exit_code == 1 and "your marks may be in it" in result.output
    assert b"Fair to both sides" in students.read_bytes()


def test_other_files_are_never_replaced(out: Path, class_folder: Path) -> None:
    """What the command did not make stops it."""
    (out / "notes.txt").write_text("Mine.", encoding="utf-8")
    assert run(class_folder, "--out", out, "--replace").exit_code == 1
    assert (out / "notes.txt").read_text(encoding="utf-8") == "Mine."


def test_tables_do_not_go_among_the_journals(class_folder: Path) -> None:
    """They would be taken for hand-ins the next time."""
    result = run(class_folder, "--out", class_folder / "marking")
    assert result.exit_code == 1 and "folder of the journals" in result.output
    assert len(list(class_folder.iterdir())) == 12


def test_one_notebook_alone(tmp_path: Path, class_folder: Path) -> None:
    """With --notebook every table keeps to it; a number that asks nothing is refused."""
    assert run(class_folder, "--out", tmp_path / "a", "--notebook", "7").exit_code == 0
    for name in ("answers", "reflections", "notebooks"):
        lines = (tmp_path / "a" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()
        assert [line for line in lines if '"n7-' in line or ",7," in line]
        assert not [line for line in lines if '"n3-' in line]
    result = run(class_folder, "--out", tmp_path / "b", "--notebook", "77")
    assert result.exit_code == 2 and "There are: 0, 1, 2" in result.output


def test_a_folder_without_a_journal_makes_no_tables(tmp_path: Path) -> None:
    """Empty, it says what to put there; with a damaged file alone, what is wrong with that."""
    folder = tmp_path / "handed-in"
    folder.mkdir()
    result = run(folder, "--out", tmp_path / "made")
    assert result.exit_code == 1 and "nothing to collect" in result.output
    assert "Put the students' journals (.json) into it" in result.output
    (folder / "a.json").write_bytes(b"{")
    result = run(folder, "--out", tmp_path / "made")
    assert result.exit_code == 1 and "a.json is damaged" in result.output
    assert not (tmp_path / "made").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It ends with a sentence, and makes nothing."""
    result = run(tmp_path / "nowhere", "--out", tmp_path / "made")
    assert result.exit_code == 2 and not (tmp_path / "made").exists()
