"""One name for each page, however its name is spelled in the manifest and the omit list."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath

from swteach.corpus.readers import locate


class Spellings:
    """Gives a page's first spelling for every other one.

    ``./page.txt`` and ``page.txt`` are one page, and so is a name with an accent in one character
    or in two.  With the folder of pages at hand, so are two names that differ in case on a disk
    that does not tell them apart, and a link within the folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files: dict[int, str] = {}

    def __call__(self, spelled: str) -> str:
        """Return the name to use for a page."""
        name = _plain(spelled)
        number = self._number(name)
        first = self._files.setdefault(number, name) if number else name
        return first if first != name and self._same(first, name) else name

    def _number(self, name: str) -> int:
        # The file's number on its disk: one look at the disk finds most pages to be like no other.
        if self._folder is None or "\0" in name or leaves(name):
            return 0
        try:
            found = locate(self._folder, name).stat()
        except OSError:
            return 0
        return found.st_dev << 64 | found.st_ino

    def _same(self, first: str, name: str) -> bool:
        # Two hard links are one file too, but their names were made to differ.
        if _fold(first) == _fold(name):
            return True
        paths = [os.path.realpath(locate(self._folder, one)) for one in (first, name)]
        return paths[0] == paths[1]


def leaves(name: str) -> bool:
    """Say whether a name is empty, absolute or climbs out of the folder with ``..``."""
    path = PurePosixPath(name)
    return not name or path.is_absolute() or ".." in path.parts


def _plain(spelled: str) -> str:
    if spelled.isascii() and "/" not in spelled and "\\" not in spelled:
        return spelled
    path = PurePosixPath(spelled.replace("\\", "/")) if spelled else spelled
    return unicodedata.normalize("NFC", str(path))


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
