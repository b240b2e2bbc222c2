"""A journal's pages in memory and on the disk, kept in step with what other notebooks write."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from swteach.journal import disk
from swteach.journal.fileformat import Reading, Trouble, write_pages
from swteach.journal.outcome import explain
from swteach.journal.pages import Pages

if TYPE_CHECKING:
    from filelock import FileLock

SECONDS_TO_WAIT = 3.0
_NEVER: disk.Signature = (-1, -1, -1)


class Store:
    """
    The pages of one journal file.

    Attributes
    ----------
    path
        The file. It is made with the first change.
    unsaved
        Whether something in memory is not on the disk.
    notices
        What a student should be told about the file, in complete sentences.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unsaved = False
        self.notices: list[str] = []
        self._pages = Pages()
        self._seen = _NEVER
        self._threads = RLock()
        self._open()

    @cached_property
    def _lock(self) -> FileLock:
        """One lock for the kernel, whichever thread asks, from the first time one is needed."""
        from filelock import FileLock

        # The operating system frees it when the process ends, however it ends.
        place = self.path.with_name(f".{self.path.stem}.lock")
        return FileLock(place, timeout=SECONDS_TO_WAIT, poll_interval=0.005, thread_local=False)

    @property
    def pages(self) -> Pages:
        """All that is known now, other open notebooks' work included; never raises."""
        with self._threads, contextlib.suppress(OSError, ValueError):
            # No lock to read: a file is only ever replaced whole.
            if disk.sign(self.path) != self._seen and self._look():
                self._settle()
        return self._pages

    def change(self, change: Callable[[Pages], Pages]) -> Exception | None:
        """
        Read what others wrote, change it, and write it whole, all under the lock.

        Parameters
        ----------
        change
            From the pages as they are to the pages as they shall be.

        Returns
        -------
        Exception or None
            What stood in the way. The change is then in memory, and goes to the disk with the
            next one; but one that no file could hold is taken back.
        """
        with self._threads:
            before = None
            try:
                with self._lock:
                    self._take_in()
                    before, self._pages = self._pages, change(self._pages)
                    self._write(before)
            except Exception as error:  # whatever it is, a student's page must not break over it
                if before is None:
                    self._pages, self.unsaved = change(self._pages), True
                return error
            return None

    def write_beside(self, path: Path, data: bytes) -> None:
        """
        Write another file into the journal's folder, whole.

        Under the lock, for its holder sweeps away what looks half written there.

        Raises
        ------
        OSError
            Where it cannot be written.
        """
        with self._threads, self._lock:
            disk.write_whole(path, data)

    def _write(self, before: Pages) -> None:
        try:
            data = write_pages(self._pages)
        except ValueError:
            self._pages = before
            raise
        self.unsaved = True
        disk.write_whole(self.path, data)
        self._seen, self.unsaved = disk.sign(self.path), False
        # The words are safe already; a copy that finds no room must not alarm anyone.
        with contextlib.suppress(OSError):
            disk.keep_version(self.path, data)

    def _open(self) -> None:
        try:
            # Where there is no journal yet, looking at the course leaves no trace either.
            if disk.has_traces(self.path):
                with self._lock:
                    disk.sweep(self.path)
                self._settle()
        except Exception as error:
            with contextlib.suppress(OSError):
                self._look()
            self.notices.append(
                f"Nothing can be saved yet: {explain(error, self.path.parent)} You can go on; "
                "your words stay on the page and are tried again with each change."
            )

    def _settle(self) -> None:
        """Take in what the file says; where that mended something, write it at once."""
        with self._lock:
            self._take_in()
            if self.unsaved:
                self._write(self._pages)

    def _take_in(self) -> None:
        """Join what is on the disk with memory; only for the holder of the lock."""
        if disk.sign(self.path) == self._seen:
            return
        trouble = self._look()
        if trouble:
            name = disk.set_aside(self.path)
            self.notices.append(_say_aside(self.path.name, trouble, name, len(self._pages)))

    def _look(self) -> Trouble | None:
        seen = disk.sign(self.path)
        reading = disk.read_file(self.path, self._pages.entries) if seen else Reading(Pages())
        found = reading.pages
        if self._seen == _NEVER or seen is None or reading.trouble:
            found = disk.read_versions(self.path, found)
        self._pages |= found
        usable = Pages() if reading.trouble else reading.pages
        self.unsaved = self._pages != usable
        self._seen = None if reading.trouble else seen
        return reading.trouble


def _say_aside(file: str, trouble: Trouble, name: str, entries: int) -> str:
    left = (
        f"The course goes on with the {entries} entries that are in good order."
        if entries
        else "The course goes on with an empty journal."
    )
    # It is the course's own file: whatever stands in it now is damage.
    trouble = Trouble.NO_JSON if trouble is Trouble.OTHER_KIND else trouble
    newer = "Update the course, then import that file. " if trouble is Trouble.NEWER else ""
    return (
        f"The file {file} {trouble.value}. It was not thrown away: it is now called {name}. "
        f"{newer}{left}"
    )
