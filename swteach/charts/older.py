"""The chart of children's homes before and after the law on registering them changed."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.joining import give, join_panels
from swteach.charts.rows import Years, find_misreading, pick
from swteach.charts.theme import CHANNELS, COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import Line, Trend, complete_trend, draw_trend, load_trend, say_change

_OLD, _NEW = "homes_by_sector_pre2002", "homes_by_sector"
_SECTORS = {
    "Private": Group("Private", "Private", PRIVATE),
    "Local authority": Group("Council", "Council", COUNCIL),
    "Voluntary": Group("Voluntary", "Volunt.", VOLUNTARY),
}
_BEFORE = ", before 2002"


def homes_then_and_now(years: Years | None = None) -> alt.VConcatChart:
    """Draw children's homes by sector under the old and under the new rules of registration.

    Parameters
    ----------
    years
        First and last year of the lower panel, both drawn; by default all there are.

    Returns
    -------
    altair.VConcatChart
        Above, the counts of 1997 and 2000; below, Ofsted's. The panels are never joined, and
        in the upper one no line joins two counts that lie years apart.

    Raises
    ------
    ValueError
        If the data have no such years; the message says what they have.

    Notes
    -----
    Source: a press report of official statistics (1997, 2000); Ofsted's registers.
    """
    old = load_trend(_name_lines(_OLD, _BEFORE), None)
    new = load_trend(_name_lines(_NEW, ""), years)
    panels = [
        _draw(old, "Old rules, to 2001", "old_", 120, 1000),
        _draw(new, "Rules since 2002", "new_", 260, None),
    ]
    both = Trend(
        pd.concat([old.rows, new.rows], ignore_index=True), [*old.lines, *new.lines], new.breaks
    )
    return complete_trend(
        join_panels(panels, spacing=30).resolve_scale(**dict.fromkeys(CHANNELS, "independent")),
        both,
        file="homes_then_and_now",
        title="Children's homes under old and new rules",
        unit="Homes in England by who runs them; each panel has its own scale",
        description=_describe(old, new),
        notice=_say_notice(old, new),
        misreading=find_misreading(_OLD),
        sides=160,
    )


def _name_lines(series: str, suffix: str) -> list[Line]:
    return [
        Line(series, part, group._replace(name=group.name + suffix))
        for part, group in _SECTORS.items()
    ]


def _draw(trend: Trend, title: str, prefix: str, height: int, top: int | None) -> alt.LayerChart:
    sizes = {} if top is None else {"top": top}
    panel = draw_trend(trend, height=height, prefix=prefix, width=400, **sizes)
    return give(panel, title=alt.Title(title, fontSize=16, fontWeight="normal"))


def _describe(old: Trend, new: Trend) -> str:
    said = [
        f"{group.name.lower()} homes {say_change(old.rows, group.name + _BEFORE)} under the old "
        f"rules, {say_change(new.rows, group.name)} under the new"
        for group in _SECTORS.values()
    ]
    return f"Children's homes in England: {'; '.join(said)}."


def _say_notice(old: Trend, new: Trend) -> str:
    council = pick(old.rows, f"Council{_BEFORE}").iloc[0]
    private = pick(new.rows, "Private").iloc[0]
    return (
        f"Under the old rules councils ran most of the homes counted: {council['shown']} in "
        f"{council['period']}. In the lower panel the private line leads from the start, "
        f"{private['shown']} homes. Nothing here says how the one became the other: the years "
        "between have no count by sector."
    )
