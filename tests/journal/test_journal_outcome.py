"""Plain words for what stands in the way."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from swteach.journal.outcome import Outcome, report_failure


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "the disk is full"),
        (OSError(errno.EDQUOT, "x"), "the disk is full"),
        (OSError(errno.EROFS, "x"), "nothing may be written in the folder"),
        (OSError(errno.EACCES, "x"), "nothing may be written in the folder"),
        (OSError(errno.ENOENT, "x"), "is not there any more"),
        (TimeoutError(), "another notebook is busy"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (ValueError("the journal is full"), "the journal is full"),
        (KeyError(), "KeyError"),
    ],
)
def test_each_failure_has_its_words(error: Exception, words: str) -> None:
    """What is wrong, what to do, and that the words are still there."""
    message = report_failure(error, Path("course"))
    assert message.startswith("Not saved: ") and words in message
    assert "still on this page" in message and "Errno" not in message


def test_a_message_is_never_markup() -> None:
    """A file's name may hold anything."""
    assert Outcome(False, "<b>")._repr_html_() == '<p role="status">&lt;b&gt;</p>'
