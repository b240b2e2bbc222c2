"""The chart that turns an odds ratio into chances, for a rate that the reader types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_number, listed
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.intervals import load_estimate
from swteach.charts.joining import add_control, give
from swteach.charts.rows import find_misreading, gather_caveats
from swteach.charts.theme import COUNCIL, PRIVATE, Group

_SERIES, _PART = "bm2022_or", "For-profit vs local authority, adjusted"
_GRADE = "above inadequate"
_LEAST, _MOST = 1, 99
_COUNCIL, _PRIVATE = "Council homes (assumed)", "Private homes"
_GROUPS = [Group(_COUNCIL, "Council", COUNCIL), Group(_PRIVATE, "Private", PRIVATE)]


def odds_and_chances(
    start: int = 95, rates: Sequence[int] = tuple(range(5, 100, 5))
) -> alt.LayerChart:
    """Draw what an odds ratio means in chances, for a base rate that the reader sets.

    Parameters
    ----------
    start
        How many of 100 council homes are assumed at first; one of ``rates``.
    rates
        The base rates in the table, between 1 and 99. The reader may type any other.

    Returns
    -------
    altair.LayerChart
        Two bars, of 100 homes each. The number under the chart sets the assumed rate for
        council homes; it works in the browser alone.

    Raises
    ------
    ValueError
        If a rate is not between 1 and 99, or the start is none of them.

    Notes
    -----
    Source: the adjusted odds ratio and its 95% interval in Bach-Mortensen and others, 2022.
    The base rate is an assumption of the reader, not a finding.
    """
    rates = listed(rates)
    _check(start, rates)
    found = load_estimate(_SERIES, _PART)
    rows = _place(_work_out(rates, found))
    return complete(
        give(_draw(rows, start, found), data=rows),
        title="From odds to chances",
        unit=f"Of 100 homes, how many get a grade {_GRADE}; odds ratio {found['value']:g}",
        description=_describe(rows, start, found),
        notice=_say_notice(rows, start),
        misreading=find_misreading(_SERIES),
        sources=[found["source_id"]],
        caveats=[*gather_caveats([_SERIES]), _ASSUMED],
        table={
            "caption": f"Chances that match an odds ratio of {found['value']:g} "
            f"({found['low']:g} to {found['high']:g})",
            "file": "odds_and_chances",
            "columns": {
                "base": "Assumed of 100 council homes", "shown": f"Of 100 homes, {_GRADE}",
                "group": "Which homes", "range": "95% interval",
            },
        },
        sides=20,
    )  # fmt: skip


_ASSUMED = "The rate for council homes is assumed, so that you can try others: it is no finding."


def _check(start: int, rates: Sequence[int]) -> None:
    for rate in rates:
        check_number("rates", rate, _LEAST, _MOST)
    if start not in rates:
        listed_rates = ", ".join(map(str, rates))
        raise ValueError(f"start={start!r} is not one of the rates: {listed_rates}.")


def convert(base: float, ratio: float) -> float:
    """Return the rate of 100 that an odds ratio turns a base rate of 100 into.

    Examples
    --------
    >>> round(convert(95, 0.663), 1)
    92.6
    """
    odds = base / (100 - base) * ratio
    return 100 * odds / (1 + odds)


def _work_out(rates: list[int], found: dict[str, float]) -> pd.DataFrame:
    rows = []
    for base in rates:
        low, value, high = (convert(base, found[key]) for key in ("low", "value", "high"))
        rows.append((base, _COUNCIL, float(base), f"{base}", "", base, base))
        rows.append(
            (base, _PRIVATE, round(value, 1), f"{value:.1f}", f"{low:.1f} to {high:.1f}", low, high)
        )
    frame = pd.DataFrame(rows, columns=["base", "group", "value", "shown", "range", "low", "high"])
    return frame.assign(caveat="", source_id=found["source_id"])


def _place(rows: pd.DataFrame) -> pd.DataFrame:
    # Each rate draws its two bars in the same two places.
    first = place_bars(rows.head(2), "group")
    place = rows["group"].map(first.set_index("group")["place"])
    names = rows["range"].map(lambda words: f"Private ({words})" if words else _COUNCIL)
    return rows.assign(place=place, start=0.0, end=rows["value"], name=names, heading="")


def _draw(rows: pd.DataFrame, start: int, found: dict[str, Any]) -> alt.LayerChart:
    # A number, since JupyterLab takes the arrow keys of a slider for itself.
    words = f"Of 100 council homes, assume ({_LEAST} to {_MOST}): "
    rate = alt.param(name="rate", value=start, bind=alt.binding(input="number", name=words))
    chart = give(draw_bars(rows, _GROUPS, top=100), name="odds")
    return add_control(give(chart, transform=_calculate(start, found)), rate)


def _calculate(start: int, found: dict[str, Any]) -> list[dict[str, str]]:
    """Return the steps by which the page itself does the sum of :func:`convert`."""
    odds = "datum.base / (100 - datum.base)"
    ends = {
        name: f"100 * {odds} * {found[end]} / (1 + {odds} * {found[end]})"
        for name, end in (("low", "low"), ("end", "value"), ("high", "high"))
    }
    said = "'Private (' + format(datum.low, '.1f') + ' to ' + format(datum.high, '.1f') + ')'"
    steps = {
        "base": f"clamp(toNumber(rate), {_LEAST}, {_MOST})",
        **{name: f"{_IS_PRIVATE} ? {sum} : datum.base" for name, sum in ends.items()},
        "shown": f"format(datum.end, {_IS_PRIVATE} ? '.1f' : '~r')",
        "name": f"{_IS_PRIVATE} ? {said} : datum.name",
    }
    calculated = [{"calculate": sum, "as": name} for name, sum in steps.items()]
    return [{"filter": f"datum.base == {start}"}, *calculated]


_IS_PRIVATE = f"datum.group == '{_PRIVATE}'"


def _describe(rows: pd.DataFrame, start: int, found: dict[str, float]) -> str:
    private = rows[(rows["base"] == start) & (rows["group"] == _PRIVATE)].iloc[0]
    return (
        f"If {start} of 100 council homes get a grade {_GRADE}, an odds ratio of "
        f"{found['value']:g} means {private['shown']} of 100 private homes, with a 95% interval of "
        f"{private['range']}."
    )


def _say_notice(rows: pd.DataFrame, start: int) -> str:
    private = rows[rows["group"] == _PRIVATE].set_index("base")["shown"]
    middle = min(private.index, key=lambda base: abs(base - 50))
    return (
        "A large change in odds can be a small change in chances. Change the number: at "
        f"{middle} of 100 the matching figure is {private[middle]}, at {start} it is "
        f"{private[start]}."
    )
