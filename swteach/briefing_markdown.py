"""A briefing as Markdown, in which a student's words stay words."""

from __future__ import annotations

from collections.abc import Sequence

from swteach.briefing_outline import Grid, Links, Part
from swteach.claim_record import Source
from swteach.journal.exports.markdown import escape, write_markdown
from swteach.journal.exports.outline import Block

NO_PICTURES = "A picture has no place in this kind of file. The table below has every figure of it."


def write_briefing_markdown(parts: Sequence[Part]) -> bytes:
    """Return a briefing as a Markdown file; a chart is its words and its table."""
    written = (_write(part) for part in parts)
    return "\n\n".join(text for text in written if text).encode() + b"\n"


def _write(part: Part) -> str:
    if isinstance(part, Block):
        return write_markdown([part]).decode().rstrip("\n")
    if isinstance(part, Grid):
        return _write_grid(part)
    if isinstance(part, Links):
        return "\n".join([escape(part.title), "", *(_write_source(one) for one in part.sources)])
    return NO_PICTURES  # a chart: its words and its table come next


def _write_grid(grid: Grid) -> str:
    cells = [[" ".join(escape(cell).split()) for cell in row] for row in (grid.columns, *grid.rows)]
    lines = [cells[0], ["---"] * len(grid.columns), *cells[1:]]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{escape(grid.caption)}\n\n{table}"


def _write_source(source: Source) -> str:
    title = escape(source.title)
    cited = f"[{title}](<{source.url}>)" if source.url else title
    return f"- {escape(source.publisher)}, {cited}"
