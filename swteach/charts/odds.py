"""The chart that turns an odds ratio into chances, with a slider that needs no kernel."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.intervals import load_estimate
from swteach.charts.joining import give, join_layers
from swteach.charts.rows import find_misreading, gather_caveats
from swteach.charts.theme import COUNCIL, PRIVATE, Group

_SERIES, _PART = "bm2022_or", "For-profit vs local authority, adjusted"
_COUNCIL, _PRIVATE = "Council homes (assumed)", "Private homes"
_GROUPS = [Group(_COUNCIL, "Council", COUNCIL), Group(_PRIVATE, "Private", PRIVATE)]


def odds_and_chances(
    start: int = 95, rates: Sequence[int] = tuple(range(5, 100, 5))
) -> alt.LayerChart:
    """Draw what an odds ratio means in chances, for a base rate that the reader sets.

    Parameters
    ----------
    start
        How many of 100 council homes clear the bar at first; one of ``rates``.
    rates
        The base rates on offer, evenly spaced, between 1 and 99.

    Returns
    -------
    altair.LayerChart
        Two bars, of 100 homes each. The slider under the chart sets the assumed rate for
        council homes; it works in the browser alone.

    Raises
    ------
    ValueError
        If the rates are not evenly spaced between 1 and 99, or the start is none of them.

    Notes
    -----
    Source: the adjusted odds ratio and its 95% interval in Bach-Mortensen and others, 2022.
    The base rate is an assumption of the reader, not a finding.
    """
    step = _check(start, list(rates))
    found = load_estimate(_SERIES, _PART)
    rows = _place(_work_out(list(rates), found))
    return complete(
        give(_draw(rows, start, list(rates), step), data=rows),
        title="From odds to chances",
        unit=f"Of 100 homes, how many clear the bar; odds ratio {found['value']:g}",
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
                "base": "Assumed of 100 council homes", "shown": "Of 100 homes",
                "group": "Which homes", "range": "95% interval",
            },
        },
        sides=20,
    )  # fmt: skip


_ASSUMED = "The rate for council homes is assumed, so that you can try others: it is no finding."


def _check(start: int, rates: list[int]) -> int:
    steps = {after - before for before, after in pairwise(rates)}
    if len(steps) != 1 or min(rates) < 1 or max(rates) > 99:
        raise ValueError(f"rates={rates!r} must rise by one step, between 1 and 99.")
    if start not in rates:
        raise ValueError(f"start={start!r} is not one of: {', '.join(map(str, rates))}.")
    return steps.pop()


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
    # Each position of the slider draws its two bars in the same two places.
    first = place_bars(rows.head(2), "group")
    place = rows["group"].map(first.set_index("group")["place"])
    names = rows["range"].map(lambda words: f"Private ({words})" if words else _COUNCIL)
    return rows.assign(place=place, start=0.0, end=rows["value"], name=names, heading="")


def _draw(rows: pd.DataFrame, start: int, rates: list[int], step: int) -> alt.LayerChart:
    slide = alt.binding_range(
        min=rates[0], max=rates[-1], step=step, name="Of 100 council homes, assume: ",
    )  # fmt: skip
    base = alt.param(name="base_rate", value=start, bind=slide)
    drawn = draw_bars(rows, _GROUPS, top=100)
    layers = [layer.transform_filter("datum.base == base_rate") for layer in drawn.layer]
    chart = join_layers(layers, width=drawn.width, height=drawn.height, name="odds")
    return chart.add_params(base)


def _describe(rows: pd.DataFrame, start: int, found: dict[str, float]) -> str:
    private = rows[(rows["base"] == start) & (rows["group"] == _PRIVATE)].iloc[0]
    return (
        f"If {start} of 100 council homes clear the bar, an odds ratio of {found['value']:g} "
        f"means {private['shown']} of 100 private homes, with a 95% interval of "
        f"{private['range']}."
    )


def _say_notice(rows: pd.DataFrame, start: int) -> str:
    private = rows[rows["group"] == _PRIVATE].set_index("base")["shown"]
    middle = min(private.index, key=lambda base: abs(base - 50))
    return (
        "A large change in odds can be a small change in chances. Move the slider: at "
        f"{middle} of 100 the matching figure is {private[middle]}, at {start} it is "
        f"{private[start]}."
    )
