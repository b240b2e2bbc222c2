"""From a lecturer's own copies of pages to tables of counts, at any size.

The course may not ship other people's texts.  It ships counts and positions made from them, and
this package makes those tables again from lawful copies, or makes new ones from another corpus.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Loaded on first use: the command line lists its commands without numpy.
_HOMES = {
    "CorpusError": "problems",
    "Problem": "problems",
    "build": "builder",
    "compare": "comparison",
    "suggest": "suggestions",
}

__all__ = ["CorpusError", "Problem", "build", "compare", "suggest"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"swteach.corpus.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'swteach.corpus' has no attribute {name!r}")
