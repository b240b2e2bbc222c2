"""A course of a lecturer's own, made once, and a copy of it for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from own_course import CHOICES

from swteach.kit.new import make_course


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with three of the notebooks, for reading only."""
    folder = tmp_path_factory.mktemp("made") / "course"
    make_course(folder, CHOICES)
    return folder


@pytest.fixture
def course(made: Path, tmp_path: Path) -> Path:
    """Return a copy of that course, which a test may change."""
    return Path(shutil.copytree(made, tmp_path / "course"))
