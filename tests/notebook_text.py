"""The words of a notebook as a reader meets them: Markdown without its marks, outputs as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from nbformat import NotebookNode

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>")


def strip_marks(markdown: str) -> str:
    """Return Markdown as plain sentences: each heading and list item ends like a sentence."""
    text = re.sub(r"```.*?```", "", markdown, flags=re.DOTALL)
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"^\s*(?:#+|[-*]|\d+\.)\s+(.*?)[.;:]?\s*$", r"\1.", text, flags=re.MULTILINE)
    return re.sub(r"[*_`>|]", "", text)


def read_outputs(notebook: NotebookNode) -> Iterator[str]:
    """Yield all that the cells show, charts with their data."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield output.get("text", "")
            for value in output.get("data", {}).values():
                text = value if isinstance(value, str) else json.dumps(value)
                yield unescape(_TAG.sub(" ", text))
