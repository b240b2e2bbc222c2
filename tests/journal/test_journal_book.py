"""What widgets call: record, bring back, import."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from journal_cases import answers, entry, gather, json_values, pages, typing

from swteach.journal import book
from swteach.journal.book import Journal
from swteach.journal.disk import read_file
from swteach.journal.entry import store
from swteach.journal.fileformat import write_pages
from swteach.journal.pages import Pages


@pytest.fixture
def journal(path: Path) -> Journal:
    """Return an empty journal."""
    return Journal(path)


def test_what_is_recorded_comes_back_in_another_notebook(journal: Journal, path: Path) -> None:
    """Answers are found by id and kind, newest last, in the same and in the next session."""
    assert journal.latest("n3-mcq-1") is None
    assert journal.record("prediction", "n3-mcq-1", 2, prompt="Which year?", notebook="03_homes")
    assert journal.record("confidence", "n3-mcq-1", 60)
    assert journal.record("prediction", "n3-mcq-1", 0)
    for opened in (journal, Journal(path)):
        assert opened.latest("n3-mcq-1", "prediction").value == 0
        assert [one.value for one in opened.history("n3-mcq-1")] == [2, 60, 0]
        assert opened.history("n3-mcq-1")[0].notebook == "03_homes"


def test_two_open_notebooks_see_each_other(journal: Journal, path: Path) -> None:
    """What one saves, the other brings back without being opened again."""
    other = Journal(path)
    journal.record("answer", "x", "mine")
    assert other.latest("x").value == "mine"
    other.record("answer", "x", "theirs")
    assert [one.value for one in journal.history("x")] == ["mine", "theirs"]


def test_the_outcome_says_saved_and_gives_the_entry(journal: Journal) -> None:
    """It is true, it can be shown, and it knows the notebook it came from."""
    outcome = journal.record("answer", "x", (1, 2))
    assert outcome and outcome.message == repr(outcome) == "Saved in your journal."
    assert outcome.entry == journal.latest("x") and outcome.entry.value == [1, 2]
    assert not journal.unsaved


def test_the_notebook_is_known_from_its_kernel(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab tells the kernel whom it serves; without it the name is empty."""
    assert journal.record("answer", "x", 1).entry.notebook == ""
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/03_homes.ipynb")
    assert journal.record("answer", "x", 1).entry.notebook == "03_homes"


def test_only_barometers_are_private_unless_said_otherwise(journal: Journal) -> None:
    """Positions are left out of what is handed in without a widget having to think of it."""
    for kind, private in (("barometer", True), ("reflection", False), ("answer", False)):
        assert journal.record(kind, "x", 1).entry.private is private
    assert journal.record("reflection", "x", 1, private=True).entry.private


def test_each_notice_is_told_once(path: Path) -> None:
    """What became of a damaged file is told to the first who asks, and stays in the list."""
    path.write_bytes(b"Dear diary")
    journal = Journal(path)
    assert "not thrown away" in journal.tell_notices()[0]
    path.write_bytes(b"Dear diary, again")
    journal.record("answer", "x", 1)
    assert len(journal.tell_notices()) == 1
    assert journal.tell_notices() == [] and len(journal.notices) == 2


@pytest.mark.parametrize("value", [{1}, float("nan"), object(), "x" * 2_000_000])
def test_what_the_journal_cannot_hold_is_said_not_raised(journal: Journal, value: object) -> None:
    """A widget's mistake costs one message, and nothing that was there before."""
    journal.record("answer", "x", "before")
    outcome = journal.record("answer", "x", value)
    assert not outcome and outcome.message.startswith("Not saved: the journal cannot hold this")
    assert [one.value for one in journal.history("x")] == ["before"]


def test_the_order_holds_when_the_clock_stands_still_or_goes_back(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter orders one instant, and an earlier time than the newest is never given."""

    class Clock(datetime):
        hours = iter([9, 9, 8, 8, 10, 10])

        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 11, 25, next(cls.hours), tzinfo=UTC)

    monkeypatch.setattr(book, "datetime", Clock)
    made = [journal.record("answer", "x", number).entry for number in range(3)]
    assert [one.value for one in Journal(path).history("x")] == [0, 1, 2]
    assert [(one.at[11:13], one.count) for one in made] == [("09", 0), ("09", 1), ("10", 0)]


@given(values=json_values)
def test_any_value_comes_back_from_the_disk(new_folder: Callable[[], Path], values: object) -> None:
    """What JSON can hold is held exactly."""
    path = new_folder() / "journal.json"
    assert Journal(path).record("answer", "x", values)
    assert Journal(path).latest("x").value == store(values)


def test_an_hour_of_typing_stays_small(journal: Journal) -> None:
    """A thousand words typed, saved at each word, are one entry; a deletion adds one."""
    words = [f"word{number}" for number in range(200)]
    for number in range(1, len(words) + 1):
        assert journal.record("reflection", "r", " ".join(words[:number]), draft=True)
    assert [one.value for one in journal.history("r")] == [" ".join(words)]
    journal.record("reflection", "r", "word0", draft=True)
    assert [one.value for one in journal.history("r")] == [" ".join(words), "word0"]


def test_a_name_is_empty_until_given_and_can_be_taken_away(journal: Journal, path: Path) -> None:
    """It is kept in place of the one before, and the old one leaves the file."""
    assert journal.name == ""
    assert journal.set_name("  Sam Ó ") and Journal(path).name == "Sam Ó"
    assert journal.set_name("") and Journal(path).name == ""
    assert b"Sam" not in path.read_bytes()


@settings(max_examples=100)
@given(mine=pages, theirs=pages)
def test_a_downloaded_journal_is_joined_and_twice_is_once(
    new_folder: Callable[[], Path], mine: Pages, theirs: Pages
) -> None:
    """Import is the join of both, by bytes or by file, and importing again changes nothing."""
    folder = new_folder()
    path, download = folder / "journal.json", folder / "download.json"
    path.write_bytes(write_pages(mine))
    download.write_bytes(write_pages(theirs))
    journal = Journal(path)
    assert journal.merge(download)
    assert journal.pages == mine | theirs == read_file(path).pages
    again = journal.merge(download.read_bytes())
    assert again and again.added == 0 and journal.pages == mine | theirs
    assert Journal(path).merge(journal.to_bytes()) and journal.pages == mine | theirs


def test_an_import_says_what_came_of_it(journal: Journal, path: Path) -> None:
    """A foreign file changes nothing; of a damaged one, what is whole is taken."""
    journal.record("answer", "x", 1)
    before = path.read_bytes()
    for bad in (b"", b"{}", b"Dear diary", path.with_name("missing.json"), path.parent):
        outcome = journal.merge(bad)
        assert not outcome and outcome.message.startswith("Nothing was imported: the file ")
    assert path.read_bytes() == before
    assert journal.merge(write_pages(answers(1))).message == "Imported. 1 entry was new."
    damaged = journal.merge(write_pages(answers(3))[:-120])
    assert damaged and damaged.added == 1 and "part of it could be read" in damaged.message


def test_an_import_too_large_is_refused_and_the_journal_goes_on(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not stay in memory, where it would stop every later save."""
    journal.record("answer", "x", 1)
    download = write_pages(answers(9))
    monkeypatch.setattr("swteach.journal.fileformat.MOST_BYTES", len(download))
    outcome = journal.merge(download)
    assert not outcome and "the journal is full" in outcome.message
    assert journal.record("answer", "x", 2) and len(journal.pages) == 2


@given(typed=typing)
def test_a_download_from_before_brings_back_no_half_words(
    new_folder: Callable[[], Path], typed: str
) -> None:
    """Typing that was typed on since the download is not doubled by importing it."""
    now = gather([entry(typed, draft=True), entry(f"{typed} more", draft=True, count=1)])
    journal = Journal(new_folder() / "journal.json")
    journal.merge(write_pages(now))
    journal.merge(write_pages(gather([entry(typed, draft=True)])))
    assert [one.value for one in journal.pages.sorted()] == [f"{typed} more"]


def test_it_shows_itself_without_what_changes(journal: Journal, path: Path) -> None:
    """The same text whatever is in it, so that a notebook's output can be compared."""
    shown = repr(journal)
    journal.record("answer", "x", "<b>")
    assert repr(journal) == shown == "What you write is kept in journal.json, beside this notebook."
    path.write_bytes(b"Dear diary")
    told = Journal(path)
    assert "set aside" not in shown and "not thrown away" in repr(told)
    assert 'role="status"' in told._repr_html_() and "<b>" not in told._repr_html_()
