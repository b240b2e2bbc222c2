"""The chart of spending on early and on late help since 2010-11."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.bars import place_bars
from swteach.charts.diverging import draw_diverging
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.rows import find_misreading, finish, gather_caveats, load_rows
from swteach.charts.theme import COUNCIL, PRIVATE, Group

_SERIES = "sp_change_pct"
_GROUPS = {
    "early": Group("Early help", "Early", COUNCIL),
    "late": Group("Late help", "Late", PRIVATE),
}
_APART = (
    "Each year's figures come from a report of their own, with its own prices and list of "
    "services. No line may join them, and the years must not be compared as a trend."
)


def early_and_late_spending() -> alt.LayerChart:
    """Draw how spending on early and on late help had changed since 2010-11, in real terms.

    Returns
    -------
    altair.LayerChart
        Bars from zero to both sides, grouped by the year that a report ends with. National
        figures only.

    Notes
    -----
    Source: reports for charities, one for each end year.
    """
    rows = _load()
    return complete(
        give(draw_diverging(rows, list(_GROUPS.values())), data=rows),
        title="Spending on early and on late help",
        unit="Percent change since 2010-11 in real terms, England, by the last year of the report",
        description=_describe(rows),
        notice=_say_notice(rows),
        misreading=find_misreading(_SERIES),
        sources=rows["source_id"],
        caveats=[_APART, *gather_caveats([_SERIES])],
        table={
            "caption": "Percent change in spending since 2010-11, real terms, England",
            "file": "early_and_late_spending",
            "columns": {"period": "To"},
            "group": "group",
        },
        sides=20,
    )


def _load() -> pd.DataFrame:
    rows = load_rows(_SERIES)
    rows = rows[~rows["part"].str.contains("areas")]
    kinds = rows["part"].str.split(",").str[0]
    rows = rows.assign(group=kinds.map({kind: group.name for kind, group in _GROUPS.items()}))
    rows = finish(rows, [group.name for group in _GROUPS.values()], [], [_SERIES])
    rows = rows.sort_values("date", kind="stable").reset_index(drop=True)
    rows = rows.assign(to=["To " + period for period in rows["period"]], what=rows["group"])
    return place_bars(rows, "what", "to")


def _describe(rows: pd.DataFrame) -> str:
    said = []
    for group in _GROUPS.values():
        mine = rows[rows["group"] == group.name]
        values = [
            f"{'down' if row.value < 0 else 'up'} {row.shown.lstrip('-')} by {row.period}"
            for row in mine.itertuples()
        ]
        said.append(f"{group.name.lower()} {', '.join(values)}")
    return f"Change in spending in England since 2010-11 in real terms: {'; '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    both = rows.groupby("period")["group"].nunique()
    paired = both.index[both == len(_GROUPS)].tolist()
    return (
        f"In each report that has both ({', '.join(paired)}) one bar points left and the other "
        "right. What could make early help fall while late help rises?"
    )
