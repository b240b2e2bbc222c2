"""What came of an attempt to save, in words that a page can show as they are."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from swteach.journal.entry import Entry

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
STILL_HERE = "Your words are still on this page, and are tried again with your next change."


@dataclass(frozen=True)
class Outcome:
    """
    Whether it is on the disk, and what to tell the student.

    Attributes
    ----------
    saved
        True once the words are in the journal's file; also what ``bool(outcome)`` says.
    message
        Plain text, complete sentences.
    entry
        What was recorded, where something was.
    path
        The file that was written, for an export.
    added
        How many entries an import brought.
    """

    saved: bool
    message: str
    entry: Entry | None = None
    path: Path | None = None
    added: int = 0

    def __bool__(self) -> bool:
        return self.saved

    def _repr_html_(self) -> str:
        from html import escape

        return f'<p role="status">{escape(self.message)}</p>'

    def __repr__(self) -> str:
        return self.message


def explain(error: Exception, folder: Path) -> str:
    """Say in plain words why nothing could be written into a folder, and what to do."""
    number = getattr(error, "errno", None)
    if isinstance(error, TimeoutError):
        return "another notebook is busy with the journal. Close notebooks you do not need."
    if number in _FULL:
        return "the disk is full. Delete files that you do not need."
    if number in _FORBIDDEN:
        return f"nothing may be written in the folder {folder}. Copy the course to another one."
    if number == errno.ENOENT:
        return f"the folder {folder} is not there any more. Make it again."
    if isinstance(error, OSError):
        return f"the disk would not take it ({error.strerror or error}). Download your journal."
    return f"{str(error) or type(error).__name__}."


def report_failure(error: Exception, folder: Path) -> str:
    """Return the whole message for words that are on the page and not on the disk."""
    return f"Not saved: {explain(error, folder)} {STILL_HERE}"
