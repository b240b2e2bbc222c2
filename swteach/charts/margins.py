"""The chart of the profit margins of the largest providers."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.rows import find_misreading
from swteach.charts.snapshots import Bar, complete_bars, load_bars
from swteach.charts.theme import COUNCIL, OTHER, PRIVATE, Group

_CMA, _COVERED, _LGA = "cma_margin", "cma_large_coverage", "lga_top20_margin"
_FIFTEEN = "Margin of the 15 largest, 2016 to 2020"
_HELD = "Part of independent home places"
_TWENTY = "Margin of the 20 largest, 2021-22"
_ALL_FIFTEEN = "All 15 together"
_UK = "Great Britain"
_STUDIES = {
    "cma": [
        Bar(_CMA, "Children's homes", "cma", _FIFTEEN, _UK),
        Bar(_CMA, "Fostering agencies", "cma", _FIFTEEN, _UK),
        Bar(_COVERED, "15 largest providers, about", "held", _HELD, _UK),
    ],
    "lga": [Bar(_LGA, "20 largest providers", "lga", _TWENTY, "England and wider UK groups")],
}
_GROUPS = [
    Group("cma", "cma", COUNCIL),
    Group("held", "held", OTHER),
    Group("lga", "lga", PRIVATE),
]


def margins_of_the_largest(studies: str | Sequence[str] = tuple(_STUDIES)) -> alt.LayerChart:
    """Draw the profit margins of the largest providers, and how much these provide.

    Parameters
    ----------
    studies
        ``cma`` (Competition and Markets Authority: 15 largest, 2016 to 2020) and ``lga``
        (Local Government Association: 20 largest, 2021-22).

    Returns
    -------
    altair.LayerChart
        Bars under a heading for each measure: the two studies cannot be compared.

    Raises
    ------
    ValueError
        If a study is unknown.

    Notes
    -----
    Source: reports of both studies in the press, as the sources say.
    """
    studies = check_choices("studies", studies, list(_STUDIES))
    rows = load_bars([bar for study in studies for bar in _STUDIES[study]])
    rows = rows.assign(of=rows["part"].replace({_STUDIES["cma"][2].part: _ALL_FIFTEEN}))
    rows = place_bars(rows, "of", "section")
    groups = [group for group in _GROUPS if group.name in set(rows["group"])]
    series = [name for name in (_CMA, _LGA) if name in set(rows["series_id"])]
    return complete_bars(
        draw_bars(rows, groups),
        rows,
        file="margins_of_the_largest",
        title="Margins of the largest providers",
        unit="Percent of income, before interest and tax; for the places, percent of all of them",
        description=_describe(rows),
        notice=_say_notice(rows),
        misreading=" ".join(find_misreading(name) for name in series),
        columns={
            "of": "Of what", "shown": "Percent", "section": "Measure", "period": "Period",
        },
    )  # fmt: skip


def _describe(rows: pd.DataFrame) -> str:
    said = [
        f"{section}: " + ", ".join(f"{row.of.lower()} {row.shown}" for row in mine.itertuples())
        for section, mine in rows.groupby("section", sort=False)
    ]
    return f"{'. '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    held = rows.loc[rows["series_id"] == _COVERED, "shown"]
    text = "Notice the word “largest”: it stands in the name of every margin here."
    if held.empty:
        return text
    return (
        f"{text} The 15 largest held {held.iloc[0]} of the independent places in children's "
        "homes, so most places belong to providers whose margins this chart does not show."
    )
