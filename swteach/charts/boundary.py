"""The chart of children who live outside their council's area, and of those far from home."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.joining import give, join_panels
from swteach.charts.rows import Years, find_misreading
from swteach.charts.theme import (
    CHANNELS,
    COUNCIL,
    HEALTH,
    OTHER,
    PRIVATE,
    UNKNOWN,
    VOLUNTARY,
    Group,
)
from swteach.charts.trends import (
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_OUTSIDE, _DISTANCE, _BY_PROVIDER = (
    "cla_outside_share",
    "cla_distance_pct",
    "cla_outside_share_by_provider",
)
_ALL = "All children"
_BOUNDARY = Line(_OUTSIDE, _ALL, Group("All children, outside", "All", COUNCIL))
_PROVIDERS = [
    Line(_BY_PROVIDER, "Private provision", Group("Private, outside", "Private", PRIVATE)),
    Line(
        _BY_PROVIDER,
        "Voluntary/third sector provision",
        Group("Voluntary, outside", "Voluntary", VOLUNTARY),
    ),
    Line(_BY_PROVIDER, "Own provision (by the LA)", Group("Council's own, outside", "Own", OTHER)),
]
_MILES = [
    Line(
        _DISTANCE,
        "Secure homes and children's homes",
        Group("Over 20 miles, homes", "Homes", HEALTH),
    ),
    Line(_DISTANCE, _ALL, Group("Over 20 miles, all", "All", COUNCIL)),
    Line(_DISTANCE, "Foster placements", Group("Over 20 miles, foster", "Foster", UNKNOWN)),
]


def out_of_area(years: Years | None = None, providers: bool = False) -> alt.VConcatChart:
    """Draw the share of children placed outside their council, and over 20 miles from home.

    Parameters
    ----------
    years
        First and last year of the upper panel, both drawn; by default all there are.
    providers
        Whether the upper panel also shows children by who provides their place, 2020 to 2024.

    Returns
    -------
    altair.VConcatChart
        Above, the share outside the boundary of the council that looks after the child; below,
        on the same scale, the share more than 20 miles from home, from 2020.

    Raises
    ------
    ValueError
        If the data have no such years; the message says what they have.

    Notes
    -----
    Source: Department for Education, children looked after in England.
    """
    outside = load_trend([_BOUNDARY, *(_PROVIDERS if providers else [])], years)
    miles = load_trend(_MILES, None)
    top = 75 if providers else 60
    panels = [
        _draw(outside, "Outside the area", "outside_", top),
        _draw(miles, "Over 20 miles away", "miles_", 60),
    ]
    chart = join_panels(panels, spacing=30)
    return complete_trend(
        give(chart, resolve={"scale": dict.fromkeys(CHANNELS, "independent")}),
        _join(outside, miles),
        file="out_of_area",
        title="Out of area, and far from home",
        unit="Percent of children looked after in England, 31 March",
        description=_describe(outside, miles),
        notice=(
            "Compare the two panels: do they tell the same story? Of children in children's homes, "
            f"those over 20 miles away were {say_change(miles.rows, _MILES[0].group.name)}."
        ),
        misreading=f"{find_misreading(_OUTSIDE)} {find_misreading(_DISTANCE)}",
        sides=170,
    )


def _draw(trend: Trend, title: str, prefix: str, top: int) -> alt.LayerChart:
    panel = draw_trend(trend, height=200, prefix=prefix, top=top, width=390)
    return give(panel, title=alt.Title(title, fontSize=16, fontWeight="normal"))


def _join(one: Trend, other: Trend) -> Trend:
    rows = pd.concat([one.rows, other.rows], ignore_index=True)
    return Trend(rows, [*one.lines, *other.lines], [*one.breaks, *other.breaks])


def _describe(outside: Trend, miles: Trend) -> str:
    own = _PROVIDERS[-1].group.name
    by_provider = [
        f" Outside the boundary were, of children in councils' own places, "
        f"{say_change(outside.rows, own)}; of those in private ones, "
        f"{say_change(outside.rows, _PROVIDERS[0].group.name)}."
        for line in outside.lines
        if line.group.name == own
    ]
    return (
        "Of all children looked after in England, those placed outside the boundary of their "
        f"council were {say_change(outside.rows, _BOUNDARY.group.name)}; those placed more than "
        f"20 miles from home, {say_change(miles.rows, _MILES[1].group.name)}.{''.join(by_provider)}"
    )
