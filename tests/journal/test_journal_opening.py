"""The public functions: one journal for a kernel, and an import that costs nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from swteach import journal


def test_every_widget_shares_one_journal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened once for each place, and the functions speak to it."""
    monkeypatch.chdir(folder)
    assert journal.record("answer", "x", 1, private=True)
    assert journal.record("answer", "x", 2)
    assert journal.open_journal() is journal.open_journal()
    assert journal.latest("x").value == 2 and journal.history("x")[0].private
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder / "other.json"))
    assert journal.latest("x") is None


def test_nothing_is_raised_where_there_is_no_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words stay in memory, and why is said."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder / "file" / "deep" / "journal.json"))
    (folder / "file").touch()
    outcome = journal.record("answer", "x", "words")
    assert not outcome and outcome.message.startswith("Not saved: ")
    assert journal.latest("x").value == "words"


def test_the_names_are_there_and_load_late(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the lock nor the Word library is loaded before something is written."""
    monkeypatch.delenv("SWTEACH_JOURNAL", raising=False)
    code = (
        "import sys; from swteach import journal"
        "; assert not {'filelock', 'docx'} & set(sys.modules)"
        "; [getattr(journal, name) for name in journal.__all__]; journal.history('n1-mcq-1')"
        "; assert not {'filelock', 'docx'} & set(sys.modules)"
        "; assert journal.record('answer', 'n1-mcq-1', 'b'); assert 'filelock' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=folder)
    with pytest.raises(AttributeError, match="no_such"):
        journal.no_such  # noqa: B018
