"""The grid of councils by first and latest grade."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.figure import complete
from swteach.charts.grades import GRADES
from swteach.charts.grids import draw_grid, place_cells
from swteach.charts.joining import give
from swteach.charts.rows import find_misreading, gather_caveats, load_rows
from swteach.charts.theme import INK, PAPER

_SERIES = "sif_to_2026_flow_count"
_ALL = "All"
_SAME, _EMPTY = "#dbe6f0", PAPER
_CAVEAT = (
    "The latest grade is the last overall grade in a report to 29 June 2026. Reports since April "
    "2026 carry none, and councils abolished since their first inspection are left out."
)


def first_to_latest() -> alt.LayerChart:
    """Draw how many councils went from each first grade to each latest grade.

    Returns
    -------
    altair.LayerChart
        A grid with a number in each cell: rows are first grades under the single framework,
        columns the latest overall grades; the last column adds up the row. Cells of councils
        with the same grade twice are shaded.

    Notes
    -----
    Source: Ofsted's reports, read council by council for the course.
    """
    rows = place_cells(_load(), "first", "group")
    return complete(
        give(draw_grid(rows), data=rows),
        title="From the first grade to the latest",
        unit="Councils in England: a row for the first grade, a column for the latest",
        description=_describe(rows),
        notice=_say_notice(rows),
        misreading=find_misreading(_SERIES),
        sources=rows["source_id"],
        caveats=[*gather_caveats([_SERIES]), _CAVEAT],
        table={
            "caption": "Councils by first single framework grade and latest overall grade",
            "file": "first_to_latest",
            "columns": {"first": "First grade"},
            "group": "group",
        },
        sides=20,
    )


def _load() -> pd.DataFrame:
    rows = load_rows(_SERIES)
    halves = rows["part"].str.split(" | ", regex=False, expand=True)
    rows = rows.assign(start=halves[0], end=halves[1])
    order = list(GRADES)
    rows = rows.assign(row=rows["start"].map(order.index), column=rows["end"].map(order.index))
    rows = pd.concat([rows, _add_up(rows, len(order))]).sort_values(["row", "column"])
    return rows.assign(
        first=["First: " + GRADES[start].name.lower() for start in rows["start"]],
        group=[GRADES[end].name if end in GRADES else _ALL for end in rows["end"]],
        shown=[f"{value:.0f}" for value in rows["value"]],
        fill=[_SAME if same else _EMPTY for same in rows["start"] == rows["end"]],
        ink=INK,
    ).reset_index(drop=True)


def _add_up(rows: pd.DataFrame, column: int) -> pd.DataFrame:
    first = rows.drop_duplicates("row")
    total = first["row"].map(rows.groupby("row")["value"].sum())
    return first.assign(value=total, column=column, end="", series_id="", part="")


def _describe(rows: pd.DataFrame) -> str:
    cells = rows.set_index(["start", "group"])["shown"]
    poor, total = cells["inadequate"], cells["inadequate"][_ALL]
    better = [grade for name, grade in GRADES.items() if name != "inadequate"]
    up = ", ".join(f"{poor[grade.name]} {grade.name.lower()}" for grade in better)
    return (
        f"Of {total} councils inadequate at their first single framework inspection, "
        f"{poor['Inadequate']} were inadequate at their latest; the others were: {up}."
    )


def _say_notice(rows: pd.DataFrame) -> str:
    cells = rows.set_index(["start", "group"])["shown"]
    lost, good = cells["good"]["Requires improvement"], cells["good"][_ALL]
    return (
        "Look on both sides of the shaded cells. Not all moves are upward: of "
        f"{good} councils good at first, {lost} were later judged to require improvement and "
        f"{cells['good']['Inadequate']} inadequate."
    )
