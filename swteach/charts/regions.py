"""The chart of one measure across the regions of England, in one year."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.rows import find_misreading, finish, gather_caveats, load_rows
from swteach.charts.theme import COUNCIL, OTHER, Group
from swteach.charts.trends import find_percent
from swteach.tables import load_observations, load_series

MEASURES = {
    "vacancy": "wf_vacancy_rate_fte",
    "turnover": "wf_turnover_rate_fte",
    "agency": "wf_agency_rate_fte",
    "caseload": "wf_caseload",
    "absence": "wf_absence_rate",
    "conferences": "dm_s47_to_icpc_pct",
}
_WHOLE = "England"
_PART_OF_LONDON = ("Inner London", "Outer London")
_REGION, _ENGLAND = Group("Region", "Region", COUNCIL), Group(_WHOLE, _WHOLE, OTHER)
_ORDER = (
    "In alphabetical order: a region holds many councils that differ, so no ranking follows. "
    "Inner and Outer London are parts of London."
)


def by_region(measure: str = "vacancy", year: int = 2025) -> alt.LayerChart:
    """Draw one measure for each region of England in one year.

    Parameters
    ----------
    measure
        ``vacancy``, ``turnover``, ``agency``, ``caseload``, ``absence`` (social workers, 30
        September) or ``conferences`` (initial conferences per 100 section 47 enquiries).
    year
        The year in which the period ends.

    Returns
    -------
    altair.LayerChart
        One bar a region, in alphabetical order after England.

    Raises
    ------
    ValueError
        If the measure is unknown, or the regions have no figures for that year; the message
        says which years there are.

    Notes
    -----
    Source: Department for Education. Regions only where the department publishes them.
    """
    check_choice("measure", measure, list(MEASURES))
    series = MEASURES[measure]
    rows = _load(series, year)
    said = load_series(series=series).iloc[0]
    rows = place_bars(rows, "place_name")
    return complete(
        give(draw_bars(rows, [_ENGLAND, _REGION]), data=rows),
        title=f"{said['title']}, by region",
        unit=f"{rows['period'].iloc[0]}; {_say_unit(said)}",
        description=_describe(rows, said["title"]),
        notice=_say_notice(rows),
        misreading=find_misreading(series),
        sources=rows["source_id"],
        caveats=[_ORDER, *gather_caveats([series])],
        table=_say_table(said["title"], rows["period"].iloc[0]),
        sides=20,
    )


def _say_unit(said: pd.Series) -> str:
    unit, of = str(said["unit"]), said["unit_of"]
    return of if unit == "ratio" else f"{unit} {of}"


def _say_table(title: str, period: str) -> dict[str, Any]:
    return {
        "caption": f"{title} by region, {period}",
        "file": "by_region",
        "columns": {"place_name": "Region", "shown": "Figure"},
    }


def _load(series: str, year: int) -> pd.DataFrame:
    known = load_observations(series=series)["geography"].unique()
    regions = sorted(name for name in known if name != _WHOLE)
    loaded = [load_rows(series, name).assign(place_name=name) for name in (_WHOLE, *regions)]
    rows = pd.concat(loaded, ignore_index=True)
    regional = rows.loc[rows["place_name"] != _WHOLE, "date"].dt.year
    if year not in set(regional):
        years = ", ".join(str(found) for found in sorted(set(regional)))
        raise ValueError(f"{series} has figures by region for {years}, not for {year}.")
    rows = rows[rows["date"].dt.year == year]
    rows = rows.assign(group=rows["place_name"].map(lambda name: _name(name).name))
    rows = finish(rows, [_ENGLAND.name, _REGION.name], [], find_percent([series]))
    return rows.assign(place_name=rows["place_name"].map(_say_place))


def _name(place: str) -> Group:
    return _ENGLAND if place == _WHOLE else _REGION


def _say_place(place: str) -> str:
    return f"{place} (part of London)" if place in _PART_OF_LONDON else place


def _describe(rows: pd.DataFrame, title: str) -> str:
    regions = _list_regions(rows)
    low, high = (regions.loc[getattr(regions["value"], end)()] for end in ("idxmin", "idxmax"))
    whole = rows[rows["group"] == _WHOLE].iloc[0]
    return (
        f"{title} by region, {whole['period']}: between {low['shown']} in {low['place_name']} and "
        f"{high['shown']} in {high['place_name']}; in England {whole['shown']}."
    )


def _list_regions(rows: pd.DataFrame) -> pd.DataFrame:
    parts = rows["place_name"].str.endswith("(part of London)")
    return rows[(rows["group"] == _REGION.name) & ~parts].reset_index(drop=True)


def _say_notice(rows: pd.DataFrame) -> str:
    whole = rows[rows["group"] == _WHOLE].iloc[0]
    above = int((_list_regions(rows)["value"] > whole["value"]).sum())
    return (
        f"England's figure is {whole['shown']}. See which regions lie above it, and ask how much "
        "councils within a region may differ."
        if above
        else f"No region lies above England's figure, {whole['shown']}."
    )
