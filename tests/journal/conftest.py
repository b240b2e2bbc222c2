"""What the journal's tests share: a folder of their own, and chance that repeats itself."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", tempfile.gettempdir() + "/hypothesis")
settings.register_profile(
    "course",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("course")


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what would lead the journal elsewhere."""
    for name in (
        "SWTEACH_JOURNAL",
        "BINDER_SERVICE_HOST",
        "BINDER_LAUNCH_HOST",
        "JPY_SESSION_NAME",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def new_folder() -> Iterator[Callable[[], Path]]:
    """Return what makes empty folders, in memory where the system has such a place."""
    memory = Path("/dev/shm")
    place = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as name:
        yield lambda: Path(tempfile.mkdtemp(dir=name))


@pytest.fixture
def folder(new_folder: Callable[[], Path]) -> Path:
    """Return an empty folder."""
    return new_folder()


@pytest.fixture
def path(folder: Path) -> Path:
    """Return where a journal would lie in that folder."""
    return folder / "journal.json"
