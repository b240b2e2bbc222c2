"""A course is found where the reader stands, or where they say it is."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from swteach.course_folder import NoCourseError, find_course, is_course

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a lecturer's own course, with as little in it as makes one."""
    (tmp_path / "course" / "notebooks" / "deeper").mkdir(parents=True)
    copytree(ROOT / "data", tmp_path / "course" / "data", ignore=ignore_patterns("*.csv"))
    return tmp_path / "course"


@pytest.mark.parametrize("place", [".", "notebooks", "notebooks/deeper", "data"])
def test_the_course_around_the_reader_is_found(
    own: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """From anywhere within it, and before the one that came with the package."""
    monkeypatch.chdir(own / place)
    assert find_course() == own.resolve()


def test_a_named_folder_comes_first(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the reader stands."""
    monkeypatch.chdir(ROOT)
    assert find_course(own) == own.resolve()


def test_elsewhere_the_course_that_came_with_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a lecturer who only installed the package can build from it."""
    monkeypatch.chdir(tmp_path)
    assert is_course(find_course())
    assert find_course() == ROOT


@pytest.mark.parametrize("part", ["data/datapackage.json", "notebooks"])
def test_a_course_that_lost_a_part_is_not_taken_for_another(
    own: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """What came with the package must not be built or run in its place without a word."""
    (own / "swteach.yaml").touch()
    (own / part).rename(own / "elsewhere")
    monkeypatch.chdir(own / "data")
    with pytest.raises(NoCourseError, match="not whole") as caught:
        find_course()
    assert str(own) in str(caught.value)


def test_a_folder_that_is_no_course_is_said_to_be_none(tmp_path: Path) -> None:
    """The message names the folder, what is missing in it, and the way out."""
    (tmp_path / "notebooks").mkdir()
    with pytest.raises(NoCourseError) as caught:
        find_course(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "datapackage.json" in str(caught.value)
    assert "--course" in str(caught.value)
