"""Figures of single days and periods, ready for bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.rows import finish, gather_caveats, load_rows
from swteach.charts.trends import find_percent, leave_other_years, say_once


class Bar(NamedTuple):
    """What a bar or several stand for: a part of a series, its look's name and its heading."""

    series: str
    part: str
    group: str
    section: str
    geography: str = "England"


def load_bars(bars: Sequence[Bar]) -> pd.DataFrame:
    """Return the rows of some bars, those of one section together, in order of date.

    Returns
    -------
    pandas.DataFrame
        The columns of ``finish``, ``section`` and ``order`` (the place of the bar in the list).

    Raises
    ------
    ValueError
        If a series has no such part or place; the message says what it has.
    """
    loaded = [
        load_rows(bar.series, bar.geography, [bar.part]).assign(
            group=bar.group, section=bar.section, order=order
        )
        for order, bar in enumerate(bars)
    ]
    rows = pd.concat(loaded, ignore_index=True)
    groups = list(dict.fromkeys(bar.group for bar in bars))
    done = finish(rows, groups, [], find_percent([bar.series for bar in bars]))
    return done.sort_values(["order", "date"], kind="stable").reset_index(drop=True)


def complete_bars(chart: Any, rows: pd.DataFrame, *, file: str, **words: Any) -> Any:
    """Return a chart of bars with its data and all that :func:`complete` asks for.

    Parameters
    ----------
    chart
        The drawn bars, without data.
    rows
        The rows that they draw; sources and caveats are taken from them.
    file
        The name of the file of the data.
    **words
        Passed to :func:`complete`: at least ``title``, ``unit``, ``description``, ``notice``,
        ``misreading`` and ``columns`` (of the table). ``caveats`` are added to those of the
        series; with ``one_year`` these are kept only as far as they are about the years drawn.
    """
    columns, caveats = words.pop("columns"), words.pop("caveats", ())
    known = gather_caveats(rows["series_id"])
    if words.pop("one_year", False):
        known = leave_other_years(known, set(rows["date"].dt.year))
    return complete(
        give(chart, data=rows),
        sources=rows["source_id"],
        caveats=say_once([*known, *caveats]),
        table={
            "caption": f"{words['title']}: {words['unit']}",
            "file": file,
            "columns": columns,
        },
        sides=20,
        **words,
    )
