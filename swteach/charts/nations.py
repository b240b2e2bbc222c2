"""The chart of children's homes in three nations, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.rows import find_misreading
from swteach.charts.snapshots import Bar, complete_bars, load_bars
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group

_SERIES = {"Wales": "wales_homes", "Scotland": "scotland_homes", "England": "homes_by_sector"}
_SECTORS = {
    "Private": Group("Private", "Private", PRIVATE),
    "Local authority": Group("Council", "Council", COUNCIL),
    "Voluntary": Group("Voluntary", "Voluntary", VOLUNTARY),
}
_NO_VOLUNTARY = "For Wales no count of voluntary homes is held. For Northern Ireland none at all."


def three_nations(nations: str | Sequence[str] = tuple(_SERIES)) -> alt.LayerChart:
    """Draw children's homes by sector in Wales, Scotland and England, at two dates each.

    Parameters
    ----------
    nations
        Of ``Wales``, ``Scotland`` and ``England``, in the order to draw.

    Returns
    -------
    altair.LayerChart
        Bars under a heading for each nation, first and last date with a count of every sector.
        Each nation has its own scale, from zero, so that directions can be compared.

    Raises
    ------
    ValueError
        If a nation is unknown.

    Notes
    -----
    Source: local press (Wales); Scottish Government; Ofsted (England).
    """
    nations = check_choices("nations", nations, list(_SERIES))
    rows = pd.concat([_load(nation) for nation in nations], ignore_index=True)
    rows = place_bars(rows, "bar", "section")
    largest = rows.groupby("section")["value"].transform("max")
    rows = rows.assign(end=rows["end"] / largest, start=0.0)
    series = [_SERIES[nation] for nation in nations]
    return complete_bars(
        draw_bars(rows, list(_SECTORS.values()), top=1),
        rows,
        file="three_nations",
        title="Children's homes in three nations",
        unit="Number of homes by who runs them; each nation has a scale of its own",
        description=_describe(rows),
        notice=(
            "Compare directions, not sizes, and look at the dates: they differ. In each nation see "
            "first which way the private bars go."
        ),
        misreading=" ".join(find_misreading(name) for name in series),
        caveats=[_NO_VOLUNTARY],
        columns={"section": "Nation", "shown": "Homes", "group": "Sector", "period": "When"},
    )


def _load(nation: str) -> pd.DataFrame:
    series = _SERIES[nation]
    parts = [part for part in _SECTORS if not (nation == "Wales" and part == "Voluntary")]
    bars = [Bar(series, part, _SECTORS[part].name, nation, nation) for part in parts]
    rows = load_bars(bars)
    whole = rows.groupby("date")["part"].nunique()
    dates = whole.index[whole == len(parts)]
    rows = rows[rows["date"].isin([dates.min(), dates.max()])]
    return rows.assign(bar=rows["group"] + ", " + rows["period"])


def _describe(rows: pd.DataFrame) -> str:
    said = []
    for (nation, sector), mine in rows.groupby(["section", "group"], sort=False):
        before, after = mine.iloc[0], mine.iloc[-1]
        said.append(
            f"{nation}, {sector.lower()}: {before['shown']} in {before['period']}, "
            f"{after['shown']} in {after['period']}"
        )
    return f"Children's homes. {'; '.join(said)}."
