"""What every chart of the course must carry, and the refusal of a chart that lacks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from swteach.charts.joining import give
from swteach.charts.rows import check_sources

_NEEDED = ("title", "description", "notice", "misreading", "sources", "table")


def complete(
    chart: Any,
    *,
    title: str,
    unit: str,
    description: str,
    notice: str,
    misreading: str,
    sources: Sequence[str],
    table: dict[str, Any],
    breaks: Sequence[dict[str, Any]] = (),
    caveats: Sequence[str] = (),
    key: Sequence[str] = (),
    sides: int = 60,
) -> Any:
    """Return a chart with everything that :func:`swteach.show` puts beside it.

    Parameters
    ----------
    chart
        An Altair chart whose own ``data`` is the frame that it draws.
    title
        What the chart shows, in a few words.
    unit
        What is counted, of what and where; drawn under the title.
    description
        A sentence with the finding, made from the data. Screen readers read it.
    notice, misreading
        What to notice, and the mistake to avoid.
    sources
        Ids of the publications.
    table
        The table twin: ``caption``; ``columns`` (column of the data to heading; the first heads
        the rows); for figures also ``group`` (the column whose values head the columns).
    breaks
        As :func:`swteach.charts.rows.find_breaks` gives them.
    caveats
        Sentences that must stand beside the chart.
    key
        Lines that explain numbers drawn in the chart.
    sides
        Pixels beside the plot on a narrow screen, for labels.

    Raises
    ------
    ValueError
        If a part is empty or a source is unknown.
    """
    usermeta = {
        "sources": list(dict.fromkeys(sources)),
        "notice": notice,
        "misreading": misreading,
        "breaks": list(breaks),
        "caveats": list(dict.fromkeys(caveats)),
        "key": list(key),
        "table": table,
        "sides": sides,
    }
    heading = alt.Title(title, subtitle=unit)
    done = give(chart, title=heading, description=description, usermeta=usermeta)
    check(done)
    return done


def check(chart: Any) -> None:
    """Raise ValueError unless a chart carries what the course asks of every chart."""
    spoken = {name: _read(chart, name) for name in ("title", "description")}
    carried = {**_read_meta(chart), **spoken}
    missing = [name for name in _NEEDED if not carried.get(name)]
    if missing:
        raise ValueError(
            f"This chart has no {', no '.join(missing)}. "
            "Use swteach.charts.figure.complete() to add what every chart must carry."
        )
    check_sources(carried["sources"])


def _read(chart: Any, name: str) -> Any:
    value = getattr(chart, name, None)
    return None if value is alt.Undefined else value


def _read_meta(chart: Any) -> dict[str, Any]:
    return _read(chart, "usermeta") or {}
