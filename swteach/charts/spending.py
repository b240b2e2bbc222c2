"""The chart of how much of councils' spending on children in care goes to private providers."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from swteach.charts.arguments import check_choices
from swteach.charts.joining import give, join_panels
from swteach.charts.rows import Years, pick
from swteach.charts.theme import CHANNELS, COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    say_change,
)

_SHARE = "s251_private_share"
_KINDS = {
    "all": ("Total children looked after", Group("All care", "All", COUNCIL)),
    "residential": ("Residential care", Group("Residential", "Homes", PRIVATE)),
    "fostering": ("Fostering services", Group("Fostering", "Foster", VOLUNTARY)),
}


def private_spending(
    years: Years | None = None, kinds: str | Sequence[str] = tuple(_KINDS)
) -> alt.VConcatChart:
    """Draw the private share of what councils spend on children looked after.

    Parameters
    ----------
    years
        First and last year to 31 March, both drawn; by default all there are.
    kinds
        Of ``all``, ``residential`` and ``fostering``; the last two end in 2013-14.

    Returns
    -------
    altair.VConcatChart
        One line a kind of care, cut wherever the form that councils fill in changed.

    Raises
    ------
    ValueError
        If a kind is unknown or the data have no such years; the message says what they have.

    Notes
    -----
    Source: councils' section 251 outturn returns, added up for the course; cash, not prices of
    one year.
    """
    kinds = check_choices("kinds", kinds, list(_KINDS))
    trend = load_trend([Line(_SHARE, *_KINDS[kind]) for kind in kinds], years)
    said = "; ".join(
        f"{line.group.name.lower()}, {say_change(trend.rows, line.group.name)}"
        for line in trend.lines
    )
    first = pick(trend.rows, trend.lines[0].group.name).iloc[0]
    return complete_trend(
        _draw(trend),
        trend,
        file="private_spending",
        title="Private share of spending on children looked after",
        unit="Percent of councils' gross spending in England, years to 31 March",
        description=f"Private share of councils' spending on children looked after: {said}.",
        notice=(
            f"Private providers already had {first['shown']} of the first line in "
            f"{first['period']}. The line stops where the form changed: read each stretch by "
            "itself, and do not take the steps between stretches for change."
        ),
        sides=150,
    )


def _draw(trend: Trend) -> alt.VConcatChart:
    # Apart, since labels of lines that end early would lie across the long one.
    whole = [line for line in trend.lines if line.group.name == _KINDS["all"][1].name]
    parts = [line for line in trend.lines if line not in whole]
    panels = [
        _draw_panel(trend, lines, title)
        for lines, title in ((whole, "All care"), (parts, "Homes and fostering"))
        if lines
    ]
    chart = join_panels(panels, spacing=30)
    return give(chart, resolve={"scale": dict.fromkeys(CHANNELS, "independent")})


def _draw_panel(trend: Trend, lines: list[Line], title: str) -> alt.LayerChart:
    mine = trend.rows[trend.rows["group"].isin([line.group.name for line in lines])]
    panel = Trend(mine, lines, trend.breaks)
    drawn = draw_trend(panel, top=70, height=200, width=390, prefix=title.lower().split()[0])
    return give(drawn, title=alt.Title(title, fontSize=16, fontWeight="normal"))
