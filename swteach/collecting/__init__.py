"""
Students' exported journals, read together: ``swteach collect FOLDER``.

``reading`` finds the files and takes each in or says why not, ``proof`` reads one fast, ``copies``
tells hand-ins that are the same, ``scoring`` marks what is closed, ``answers`` has a row for each
question that a student answered, ``sheets`` the tables to mark in, ``spreadsheet`` their files,
``commands`` the command. What a student keeps private is gone before anything else is done.
"""

from __future__ import annotations

from typing import Any

__all__ = ["load_answers"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from swteach.collecting.frame import load_answers

        return load_answers
    raise AttributeError(f"module 'swteach.collecting' has no attribute {name!r}")
