"""The chart that asks: private share of what? Of homes, of places or of children."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.rows import find_misreading, say_days
from swteach.charts.snapshots import Bar, complete_bars, load_bars
from swteach.charts.theme import COUNCIL, PRIVATE, VOLUNTARY, Group

_SECTIONS = {
    "homes_share_by_sector": "Of children's homes",
    "places_share_by_sector": "Of places in children's homes",
    "cla_provider_share": "Of all children looked after",
}
_SECTORS = {
    "Private": ("Private", "Private provision", PRIVATE),
    "Council": ("Local authority", "Own provision (by the LA)", COUNCIL),
    "Voluntary": ("Voluntary", "Voluntary/third sector provision", VOLUNTARY),
}
_GROUPS = [Group(name, name, look) for name, (_, _, look) in _SECTORS.items()]


def which_denominator(year: int = 2025) -> alt.LayerChart:
    """Draw each sector's share of children's homes, of their places and of all children.

    Parameters
    ----------
    year
        A year for which all three are known.

    Returns
    -------
    altair.LayerChart
        Three groups of three bars. A share of all children also counts foster care and every
        other kind of place, not only homes.

    Raises
    ------
    ValueError
        If one of the three has no figures for the year; the message says which years have.

    Notes
    -----
    Source: Ofsted's registers; Department for Education, children looked after in England.
    """
    rows = _keep_year(load_bars([bar for series in _SECTIONS for bar in _name_bars(series)]), year)
    rows = place_bars(rows, "group", "section")
    return complete_bars(
        draw_bars(rows, _GROUPS, top=100),
        rows,
        file="which_denominator",
        one_year=True,
        title="Private share: of what?",
        unit=f"Percent of each whole in England, {_say_year(rows, year)}",
        description=_describe(rows, year),
        notice=(
            "One sector, three figures: a share changes when the whole that it is a part of "
            "changes. Look for the whole before you quote a share."
        ),
        misreading=(
            f"{find_misreading('homes_share_by_sector')} The three bars of a whole need not add "
            "to 100: other providers, and children whose provider is not reported, make up the "
            "rest."
        ),
        columns={"section": "Of what", "shown": "Share", "group": "Sector", "period": "When"},
    )


def _name_bars(series: str) -> list[Bar]:
    children = series == "cla_provider_share"
    return [
        Bar(series, provider if children else sector, name, _SECTIONS[series])
        for name, (sector, provider, _) in _SECTORS.items()
    ]


def _keep_year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    years = rows["date"].dt.year
    held = rows.groupby(years)["section"].nunique()
    whole = held.index[held == len(_SECTIONS)]
    if year not in whole:
        listed = ", ".join(map(str, whole))
        raise ValueError(f"year={year!r}: all three shares are known for {listed} only.")
    return rows[years == year].reset_index(drop=True)


def _say_year(rows: pd.DataFrame, year: int) -> str:
    return f"{say_days(rows)}" if (rows["period"] != str(year)).any() else f"31 March {year}"


def _describe(rows: pd.DataFrame, year: int) -> str:
    private = rows[rows["group"] == "Private"].set_index("section")["shown"]
    homes, places, children = (private[section] for section in _SECTIONS.values())
    return (
        f"In {year} private bodies ran {homes} of children's homes, with {places} of the places, "
        f"and provided for {children} of all children looked after."
    )
