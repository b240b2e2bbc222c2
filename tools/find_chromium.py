"""Print the path of the Chromium that the browser tests drive, or say how to get one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = """The browser tests need Chromium (or Chrome), and none was found.
  Debian:          apt-get install chromium
  Ubuntu:          snap install chromium
  Fedora:          dnf install chromium
  macOS, Homebrew: brew install --cask chromium
  anywhere else:   SWTEACH_CHROMIUM=/path/to/chromium make test-browser"""


def find_chromium() -> str | None:
    """Return the path of a Chromium to drive, or None.

    Returns
    -------
    str or None
        What ``SWTEACH_CHROMIUM`` names, and only that, where it is set; else the first
        usual name on the path; else the first usual place.
    """
    named = os.environ.get("SWTEACH_CHROMIUM")
    if named:
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next(filter(None, found), None) or next((p for p in PLACES if Path(p).exists()), None)


def main() -> int:
    """Print the path and return 0, or the advice and 1."""
    path = find_chromium()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
