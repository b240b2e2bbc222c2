"""Laying out the notebooks: never over anything, and a plain reason where it cannot be done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from swteach import lab

FIRST = lab.FIRST_NOTEBOOK


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand a small course beside what a reader's own work leaves in the same folder."""
    source = tmp_path / "package" / "notebooks"
    (source / ".ipynb_checkpoints").mkdir(parents=True)
    (source / "pictures").mkdir()
    for name in (FIRST, "03_next.ipynb", "pictures/map.svg"):
        (source / name).write_text(f"the course's {name}", encoding="utf-8")
    for name in ("journal.json", "journal-old.json", f".ipynb_checkpoints/{FIRST}"):
        (source / name).write_text("private", encoding="utf-8")
    monkeypatch.setattr(lab, "PACKAGE", source.parent)
    return source


def test_unpacks_the_course_and_nobody_s_own_files(course: Path, tmp_path: Path) -> None:
    """Notebooks and the files beside them are copied; journals and checkpoints stay behind."""
    unpacked = lab.unpack_notebooks(tmp_path / "new" / "folder")
    names = {p.relative_to(unpacked.folder).as_posix() for p in unpacked.folder.rglob("*")}
    assert names == {FIRST, "03_next.ipynb", "pictures", "pictures/map.svg"}
    assert (unpacked.folder / FIRST).read_bytes() == (course / FIRST).read_bytes()


def test_keeps_and_names_what_is_already_there(course: Path, tmp_path: Path) -> None:
    """A file, a folder or a broken link under a notebook's name is left as it is, and named."""
    target = tmp_path / "mine"
    target.mkdir()
    (target / FIRST).write_text("my answers", encoding="utf-8")
    (target / "03_next.ipynb").symlink_to(tmp_path / "gone")
    unpacked = lab.unpack_notebooks(target)
    assert (target / FIRST).read_text(encoding="utf-8") == "my answers"
    assert (target / "03_next.ipynb").is_symlink()
    assert unpacked.kept == (FIRST, "03_next.ipynb")
    assert unpacked.written == ("pictures/map.svg",)
    assert f"not changed: {FIRST}, 03_next.ipynb" in str(unpacked)


def test_a_file_for_a_folder_is_refused(course: Path, tmp_path: Path) -> None:
    """A file, or a place under one, is no folder to unpack into, and the file is kept."""
    note = tmp_path / "note.txt"
    note.write_text("mine", encoding="utf-8")
    with pytest.raises(lab.LabError, match=r"note\.txt is a file"):
        lab.unpack_notebooks(note)
    with pytest.raises(lab.LabError, match="Could not write"):
        lab.unpack_notebooks(note / "inner")
    assert note.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_may_not_be_written_to_is_refused(course: Path, tmp_path: Path) -> None:
    """The system's own reason is passed on; /proc refuses even the administrator."""
    target = Path("/proc/swteach")
    if not Path("/proc").is_dir():
        target = tmp_path / "locked"
        target.mkdir(mode=0o500)
    with pytest.raises(lab.LabError, match=f"Could not write {target}.*: [A-Z].*another folder"):
        lab.unpack_notebooks(target)


def run_with_little_room(target: Path, largest: int) -> subprocess.CompletedProcess[str]:
    """Run `swteach lab` where no file may grow past `largest` bytes."""
    resource = pytest.importorskip("resource", reason="only Unix can limit the size of files")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    command = [sys.executable, "-c", "from swteach.cli import main; main()", "lab", "--no-open"]
    return subprocess.run([*command, target], capture_output=True, text=True, preexec_fn=limit)


def test_a_disk_that_fills_up_leaves_no_half_notebook(tmp_path: Path) -> None:
    """Running out of room is one line without a traceback, and a second run finishes the work."""
    sizes = {p.name: p.stat().st_size for p in lab.find_notebooks().glob("*.ipynb")}
    target = tmp_path / "course"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    short = run_with_little_room(target, max(sizes.values()) - 1)
    assert short.returncode == 1
    assert "Could not write" in short.stderr and "Traceback" not in short.stderr
    for path in target.rglob("*"):
        assert path.name == "mine.txt" or path.stat().st_size == sizes[path.name], path
    assert run_with_little_room(target, max(sizes.values())).returncode == 0
    assert {p.name for p in target.glob("*.ipynb")} == set(sizes)


def test_jupyterlab_is_given_the_first_notebook_and_the_options(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab starts on the first notebook of the folder, with the options as they were."""
    started: list[list[str]] = []
    monkeypatch.setattr("jupyterlab.labapp.LabApp.launch_instance", started.append)
    lab.open_lab(tmp_path, ("--no-browser", "--port", "8890"))
    assert started == [[os.fspath(tmp_path / FIRST), "--no-browser", "--port", "8890"]]


def test_a_package_without_notebooks_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken installation is named as such instead of unpacking nothing."""
    monkeypatch.setattr(lab, "PACKAGE", tmp_path / "swteach")
    with pytest.raises(lab.LabError, match="has no 00_start_here"):
        lab.unpack_notebooks(tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_a_home_that_is_not_there_is_said_plainly(course: Path) -> None:
    """A slip after the tilde ends in a sentence, not in a traceback."""
    with pytest.raises(lab.LabError, match=r"~nosuch/x names no home"):
        lab.unpack_notebooks(Path("~nosuch/x"))
