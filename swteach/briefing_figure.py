"""A chart as a briefing carries it: its words, sources and table, and its picture if it can."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from swteach.charts.twin import Twin
from swteach.claim_record import Source

NO_PICTURE = (
    "The picture of this chart is not in this file, because pictures need a part of the course "
    "that is not installed here. The table has every figure of it."
)


@dataclass(frozen=True)
class Figure:
    """A chart of the course in words; ``chart`` is what it was read from.

    Attributes
    ----------
    description
        The finding in a sentence, made from the data.
    caution
        The mistake to avoid.
    caveats
        What must stand beside the chart: breaks, doubts.
    table
        Every figure in it.
    """

    name: str
    title: str
    unit: str
    description: str
    caution: str
    caveats: tuple[str, ...]
    sources: tuple[Source, ...]
    table: Twin
    chart: Any

    def draw(self) -> str:
        """Return the chart as SVG, or nothing without the extra."""
        from swteach.charts.saving import make_svg

        with suppress(ImportError):
            return make_svg(self.chart)
        return ""

    def paint(self) -> bytes:
        """Return the chart as PNG, or nothing without the extra."""
        from swteach.charts.saving import save

        with suppress(ImportError), TemporaryDirectory() as folder:
            return save(self.chart, Path(folder) / "chart.png").read_bytes()
        return b""


@lru_cache(maxsize=64)
def make_figure(name: str) -> Figure:
    """Return one of the course's charts, by its name in ``sw.charts``, in words and figures."""
    from swteach import charts
    from swteach.charts.rows import find_sources
    from swteach.charts.twin import make_table

    chart = getattr(charts, name)()
    said = chart.usermeta
    breaks = [f"{one['mark']}, from {one['at'][:4]}: {one['why']}" for one in said["breaks"]]
    rows = find_sources(said["sources"]).to_dict("records")
    title = chart.title
    return Figure(
        name,
        title.text,
        title.subtitle,
        chart.description,
        said["misreading"],
        (*said["key"], *breaks, *said["caveats"]),
        tuple(_cite(row) for row in rows),
        make_table(chart),
        chart,
    )


def _cite(row: dict[str, Any]) -> Source:
    url = row["url"] if isinstance(row["url"], str) else ""
    return Source(f"{row['title']}, {row['published']}", row["publisher"], url)
