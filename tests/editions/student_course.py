"""The course with nearly every question set to `show_answers: never`, for the student copy."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree, ignore_patterns

ROOT = Path(__file__).resolve().parents[2]
# Their replies are sentences that the notebooks say too.
OPEN = ("n0-several-1", "n0-order-1", "n8-match-1")


def copy_course(folder: Path) -> Path:
    """Copy the course's notebooks and data, but no reader's own files."""
    for name in ("notebooks", "data"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("journal*", ".*"))
    (folder / "requirements.txt").write_bytes((ROOT / "requirements.txt").read_bytes())
    return folder


def close_questions(folder: Path, open_still: tuple[str, ...] = OPEN) -> Path:
    """Set every question but a few to `show_answers: never`."""
    for path in (folder / "data" / "exercises").glob("*.yaml"):
        parts = re.split(r"(?m)^(?=  - id: )", path.read_text(encoding="utf-8"))
        closed = [part if _name(part) in open_still else _close(part) for part in parts]
        path.write_text("".join(closed), encoding="utf-8")
    return folder


def _name(part: str) -> str:
    return part.partition("\n")[0].removeprefix("  - id: ")


def _close(part: str) -> str:
    return part.replace("show_answers: after_attempt", "show_answers: never")
