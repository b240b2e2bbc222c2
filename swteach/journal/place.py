"""Where this notebook runs, and where its journal lies."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

FILE_NAME = "journal.json"
BINDER = ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST")
REMINDER = (
    "You are on Binder, which keeps nothing: when it stops, what you wrote here is gone. It may "
    "stop after ten minutes in which you do nothing. Before each break, download your journal: "
    "in the list of files, right-click journal.json and choose Download. Next time, import it "
    "and go on where you were."
)


def find_journal() -> Path:
    """
    Return where the journal lies, whether or not it is there yet.

    The environment variable ``SWTEACH_JOURNAL`` names the file, or a folder for it (a name that
    ends in .json is a file). Without it: journal.json in the notebook's folder. A link is
    followed, so that the file it leads to is the one that is written.
    """
    named = Path(os.environ.get("SWTEACH_JOURNAL") or FILE_NAME).expanduser()
    path = named if named.suffix == ".json" else named / FILE_NAME
    return Path(os.path.realpath(path))


def find_notebook() -> str:
    """Return the name of the notebook that this kernel serves, without .ipynb; "" if unknown."""
    return PurePath(os.environ.get("JPY_SESSION_NAME", "")).stem


def on_binder() -> bool:
    """Return whether this runs on Binder."""
    return any(os.environ.get(name) for name in BINDER)


def reminder() -> str:
    """Return what to tell students where nothing is kept; empty where there is no need."""
    return REMINDER if on_binder() else ""
