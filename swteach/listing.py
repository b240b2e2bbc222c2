"""Several things in one sentence."""

from __future__ import annotations

from collections.abc import Iterable


def list_with_and(parts: Iterable[str]) -> str:
    """
    Return parts as a sentence names them; nothing where there is none.

    Examples
    --------
    >>> list_with_and(["2018", "2021", "2023"])
    '2018, 2021 and 2023'
    >>> list_with_and(["2018"])
    '2018'
    """
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} and {last}" if most else last
