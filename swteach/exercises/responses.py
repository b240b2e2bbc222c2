"""The shapes in which an answer comes from a page, or back from a journal."""

from __future__ import annotations

from typing import Any

MOST_SURE = 5


def is_place(response: Any, count: int) -> bool:
    """Return whether a response is a place from 0 to count - 1."""
    return isinstance(response, int) and not isinstance(response, bool) and 0 <= response < count


def are_places(response: Any, count: int) -> bool:
    """Return whether a response is a list of different places."""
    if not isinstance(response, list | tuple):
        return False
    return all(is_place(one, count) for one in response) and len(set(response)) == len(response)


def split_confidence(response: Any) -> tuple[Any, int | None]:
    """Return an answer and how sure it is, from 1 to 5; None where that is not said."""
    if not isinstance(response, dict):
        return None, None
    confidence = response.get("confidence")
    sure = is_place(confidence, MOST_SURE + 1) and confidence >= 1
    return response.get("answer"), confidence if sure else None
