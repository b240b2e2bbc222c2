"""An answer and how sure it is, as the journal keeps the two."""

from __future__ import annotations

from typing import Any

SURE = "how sure, from 1 to 5"


def join_confidence(answer: Any, response: dict[str, Any]) -> dict[str, Any]:
    """Return one value for both, so that neither is ever kept without the other."""
    return {"answer": answer, SURE: response["confidence"]}


def split_confidence(value: Any) -> dict[str, Any] | None:
    """Return what the journal kept in the form that a page sends; None for anything else."""
    if not isinstance(value, dict):
        return None
    return {"answer": value.get("answer"), "confidence": value.get(SURE)}
