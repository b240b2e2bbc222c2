"""
The journal: what a student writes and answers, in one file beside the notebook.

``record`` saves, ``latest`` and ``history`` bring back; nothing leaves the machine but by the
student's own download. docs/journal.md describes the file and what is promised about it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "swteach.journal.opening": ("history", "latest", "open_journal", "record", "tell_notices"),
    "swteach.journal.exports": ("export_journal", "import_journal"),
    "swteach.journal.place": ("reminder",),
}
_NAMES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_NAMES)


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        return getattr(import_module(_NAMES[name]), name)
    raise AttributeError(f"module 'swteach.journal' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
