"""`swteach build`: whole or not at all, the same every day, and nobody's files overwritten."""

from __future__ import annotations

import re
import time
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from swteach.cli import main
from swteach.editions import commands

ROOT = Path(__file__).resolve().parents[2]
LATER = 40 * 24 * 60 * 60


def build(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["build", *map(str, arguments)])


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return what each file of a folder holds, by its path within it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the course's notebooks and data, as a lecturer has it."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("notebooks", "data"):
        copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def built(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one build."""
    out = tmp_path_factory.mktemp("first") / "vle"
    result = build("vle", "--out", out, "--course", course)
    assert result.exit_code == 0, result.output
    return out


def test_two_builds_are_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another folder, into another folder, on another day: no byte differs, zips included."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LATER)
    monkeypatch.chdir(ROOT)
    result = build("vle", "--out", tmp_path / "elsewhere" / "second")
    assert result.exit_code == 0, result.output
    assert read_tree(tmp_path / "elsewhere" / "second") == read_tree(built)


def test_what_was_made_is_told(built: Path) -> None:
    """The summary lists every file with its size, and stays in the folder."""
    files = read_tree(built)
    summary = files.pop(commands.SUMMARY).decode()
    for name, data in files.items():
        assert f"  {name}, {len(data)} bytes" in summary
    assert len(files) > 30


def test_a_folder_is_not_overwritten_unless_asked(
    built: Path, course: Path, tmp_path: Path
) -> None:
    """The first run says what to add; with it the folder is made anew, with no left-overs."""
    out = copytree(built, tmp_path / "vle")
    (out / "moodle").rename(out / "was-moodle")
    result = build("vle", "--out", out, "--course", course)
    assert result.exit_code == 1
    assert "is there already" in result.output
    assert "--replace" in result.output
    assert (out / "was-moodle").is_dir()
    (out / "was-moodle").rename(out / "moodle")
    (out / "questions.csv").write_text("spoilt", encoding="utf-8")
    assert build("vle", "--out", out, "--course", course, "--replace").exit_code == 0
    assert read_tree(out) == read_tree(built)
    assert [path.name for path in tmp_path.iterdir()] == ["vle"]


@pytest.mark.parametrize("place", ["marks.csv", "moodle/marks.csv"])
def test_a_file_of_the_reader_s_own_is_never_replaced(
    built: Path, course: Path, tmp_path: Path, place: str
) -> None:
    """A file that no build made stops --replace, by name."""
    out = copytree(built, tmp_path / "vle")
    (out / place).write_text("mine", encoding="utf-8")
    result = build("vle", "--out", out, "--course", course, "--replace")
    assert result.exit_code == 1
    assert place in result.output
    assert (out / place).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_no_build_made_is_never_replaced(course: Path) -> None:
    """Not even the course itself, named by mistake."""
    result = build("vle", "--out", course, "--course", course, "--replace")
    assert result.exit_code == 1
    assert "did not make" in result.output
    assert (course / "notebooks").is_dir()


def test_the_course_s_own_folders_are_not_written_in(course: Path) -> None:
    """An export among the notebooks would become part of the course."""
    result = build("vle", "--out", course / "notebooks" / "vle", "--course", course)
    assert result.exit_code == 1
    assert "beside them" in result.output
    assert not (course / "notebooks" / "vle").exists()


def test_a_folder_beside_the_course_s_own_may_be_named_from_within_them(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--out ../vv` from inside data/ lies beside it; `data/../notebooks/vv` does not."""
    copy = copytree(course, tmp_path / "course")
    monkeypatch.chdir(copy / "data")
    result = build("vle", "--out", "../vv")
    assert result.exit_code == 0, result.output
    assert (copy / "vv" / "summary.txt").is_file()
    inside = build("vle", "--out", "../vv/../notebooks/vv")
    assert inside.exit_code == 1 and "beside them" in inside.output
    assert not (copy / "notebooks" / "vv").exists()


def test_the_folder_of_somebody_who_is_not_here_is_a_sentence(course: Path) -> None:
    """A home that this machine does not have ends in words, not in Python's own."""
    result = build("vle", "--out", "~nobody-of-this-name/vle", "--course", course)
    assert result.exit_code == 1 and "names no home" in result.output


def test_a_course_with_a_slip_builds_nothing(course: Path, tmp_path: Path) -> None:
    """The message gives file, line and remedy, and no half-made folder stays behind."""
    copy = copytree(course, tmp_path / "course")
    path = next((copy / "data" / "exercises").glob("07_*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("(?m)^    tolerance: .*\n", "", text, count=1), encoding="utf-8")
    result = build("vle", "--out", tmp_path / "out" / "vle", "--course", copy)
    assert result.exit_code == 1
    assert re.search(rf"{path.name}, line \d+", result.output), result.output
    assert "tolerance" in result.output
    assert "Traceback" not in result.output
    assert not list((tmp_path / "out").iterdir())


def test_a_builder_that_fails_leaves_nothing(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk half-way is told in a line, and what was there before is still there."""

    def fail(folder: Path, out: Path) -> None:
        (out / "half.txt").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("swteach.editions.vle.build", fail)
    result = build("vle", "--out", tmp_path / "vle", "--course", course)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert not list(tmp_path.iterdir())


def test_a_missing_file_is_named(course: Path, tmp_path: Path) -> None:
    """A data file that a tool needs and that is gone is said to be gone; nothing is half made."""
    poor = tmp_path / "poor"
    copytree(course, poor)
    (poor / "data" / "briefing.yaml").unlink()
    result = build("site", "--out", tmp_path / "out", "--course", poor, "--notebook", 9)
    assert result.exit_code == 1 and "Could not write" not in result.output
    assert "There is no " in result.output and "briefing.yaml. swteach check" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["poor"]


def test_a_wrong_kind_is_answered_with_the_right_ones() -> None:
    """Nothing, two things or an unknown one: the message says what there is."""
    assert "vle" in build("slides", "--out", "x").output
    assert "Name one thing" in build("--out", "x").output
    assert "Name one thing" in build("vle", "--for", "tutors", "--out", "x").output
    assert "--for" in build("students", "--out", "x").output
    assert not Path("x").exists()


def test_a_folder_without_a_course_is_named(tmp_path: Path) -> None:
    """The message says what a course's folder holds and how to name one."""
    result = build("vle", "--out", tmp_path / "vle", "--course", tmp_path)
    assert result.exit_code == 1
    assert "holds no course" in result.output
    assert "--course" in result.output


def test_the_course_is_found_from_within_it(
    course: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its notebooks folder no name is needed, and the course is only read."""
    before = read_tree(course)
    monkeypatch.chdir(course / "notebooks")
    result = build("vle", "--out", tmp_path / "vle")
    assert f"Built from {course}" in result.output
    assert read_tree(course) == before
