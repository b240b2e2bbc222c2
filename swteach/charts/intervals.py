"""Estimates with the intervals that their sources give, read from the rows' notes."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from swteach.charts.rows import load_rows
from swteach.tables import load_observations

_INTERVAL = re.compile(r"95% CI (-?[\d.,]+) to (-?[\d.,]*\d)")


def load_estimate(series: str, part: str, geography: str = "England") -> dict[str, Any]:
    """Return one estimate and its 95% interval.

    Parameters
    ----------
    series
        A ``series_id`` with one figure for the part.
    part
        A value of ``breakdown``.
    geography
        The place that the figure is for.

    Returns
    -------
    dict
        The columns of ``load_rows``, ``low`` and ``high``, and ``range`` (both, as stated).

    Raises
    ------
    ValueError
        If the figure is not there or may not be shown, or its row states no interval.
    """
    row = load_rows(series, geography, [part]).iloc[-1]
    found = load_observations(series=series, geography=geography, breakdown=part)
    stated = _INTERVAL.search(str(found["note"].iloc[-1]))
    if stated is None:
        raise ValueError(
            f"{series} ({part}): the row states no 95% interval, so none can be drawn. "
            "Choose a figure whose note gives one."
        )
    low, high = (float(end.replace(",", "")) for end in stated.groups())
    words = " to ".join(stated.groups())
    return {**row.to_dict(), "low": low, "high": high, "range": words}


def load_estimates(wanted: dict[tuple[str, str], str]) -> pd.DataFrame:
    """Return several estimates, one a row, with ``name`` from the values of the mapping.

    Raises
    ------
    ValueError
        As :func:`load_estimate` does.
    """
    rows = [{**load_estimate(*key), "label": name} for key, name in wanted.items()]
    return pd.DataFrame(rows)
