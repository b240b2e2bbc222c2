"""A journal as Markdown in which a student's words stay words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from swteach.journal.exports.outline import JOINER, Block

_ALWAYS = re.compile(r"[`*_{}\[\]<>#|~@&$^]|:(?=\S)")
_AT_START = re.compile(rf"^({JOINER}?)([-+=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])", re.ASCII)
_ADDRESS = re.compile(r"www\.", re.IGNORECASE)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}


def write_markdown(blocks: Sequence[Block]) -> bytes:
    """Return blocks as a Markdown file; a student's words stand in quotation blocks."""
    return "\n\n".join(_write(block) for block in blocks).encode() + b"\n"


def _write(block: Block) -> str:
    lines = [escape(line) for line in block.lines]
    if block.kind in _HEADINGS:
        return _HEADINGS[block.kind] + " ".join(lines)
    prefix = "> " if block.kind == "words" else ""
    return "\n".join((prefix + line).rstrip() for line in _break(lines))


def _break(lines: list[str]) -> list[str]:
    """Mark the end of each line that another follows, so that both stay lines."""
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return [line + "\\" if line and after else line for line, after in pairs]


def escape(line: str) -> str:
    """Return a line as Markdown that shows it as it is: no markup, link, list, code or HTML."""
    # A number for the backslash: JupyterLab takes an escaped one before a bracket for a formula.
    parts = line.strip().split("\\")
    text = "&#92;".join(_ALWAYS.sub(r"\\\g<0>", part) for part in parts)
    text = _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\1\\\2", text))
    return _ADDRESS.sub(lambda match: match[0][:-1] + "\\.", text)
