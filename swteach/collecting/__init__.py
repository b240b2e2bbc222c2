"""
Students' exported journals, read together: ``swteach collect FOLDER``.

``folder`` goes through the files; ``reading`` takes each in or says why not, and sets copies apart;
``proof`` reads one fast; ``scoring`` marks, ``answers`` has a row for each question answered,
``sheets`` the tables to mark in, ``spreadsheet`` their files, ``placing`` the folder for them,
``frame`` a data frame, ``commands`` the command. What a student keeps private is gone before
anything else is done.
"""

from __future__ import annotations

from typing import Any

__all__ = ["load_answers"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from swteach.collecting.frame import load_answers

        return load_answers
    raise AttributeError(f"module 'swteach.collecting' has no attribute {name!r}")
