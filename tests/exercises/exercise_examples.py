"""The examples of docs/exercises.md as one file, for the tests of the rules to read and break."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exercises.md"
NAME = "07_examples.yaml"


def read_examples() -> str:
    """Return the page's YAML blocks, one below the other."""
    text = PAGE.read_text(encoding="utf-8")
    return "".join(re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def write(folder: Path, text: str, name: str = NAME) -> Path:
    """Write an exercise file into a folder and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
