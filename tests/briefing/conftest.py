"""What the tests of the briefing share: a journal of their own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty journal; returns its folder."""
    folder = tmp_path / "journal"
    folder.mkdir()
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder))
    return folder
