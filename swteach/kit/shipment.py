"""The note of what came with swteach, by which an update sees what the lecturer changed."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from swteach.kit.fingerprint import take
from swteach.kit.wheel import find_version

NAME = ".swteach/shipped.json"


def make_note(files: dict[str, bytes]) -> bytes:
    """Return the note: the version, and the fingerprint of each file as it was shipped."""
    prints = {name: take(name, content) for name, content in sorted(files.items())}
    return (json.dumps({"version": find_version(), "files": prints}, indent=1) + "\n").encode()


def read_note(folder: Path) -> tuple[str, dict[str, str]] | None:
    """Return the version and the fingerprints that a course notes, or None if it cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        note = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return str(note["version"]), {str(key): str(one) for key, one in note["files"].items()}
    return None
