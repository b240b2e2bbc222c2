"""Where the journal lies, and what Binder does to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from swteach.journal.place import BINDER, find_journal, find_notebook, reminder


def test_it_lies_beside_the_notebook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel's working folder is the notebook's."""
    monkeypatch.chdir(folder)
    assert find_journal() == folder.resolve() / "journal.json"


def test_a_setting_names_the_file_or_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends in .json is the file; anything else holds it."""
    for named, found in (("mine.json", "mine.json"), ("mine", "mine/journal.json")):
        monkeypatch.setenv("SWTEACH_JOURNAL", str(folder / named))
        assert find_journal() == folder.resolve() / found


def test_a_link_is_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the link would be replaced, and the file it leads to would stay as it was."""
    (folder / "link.json").symlink_to(folder / "real.json")
    monkeypatch.setenv("SWTEACH_JOURNAL", str(folder / "link.json"))
    assert find_journal() == folder.resolve() / "real.json"


def test_no_notebook_has_an_empty_name() -> None:
    """In a console there is none."""
    assert find_notebook() == ""


@pytest.mark.parametrize("name", BINDER)
def test_binder_is_known_and_the_reminder_counts_nothing_down(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to do, with no figure that runs; elsewhere there is no reminder."""
    assert reminder() == ""
    monkeypatch.setenv(name, "10.0.0.1")
    assert "download your journal" in reminder()
    assert not re.search(r"\d", reminder())
