"""Charts of one area's weight in the overall grade: as graded, and in every combination."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.bars import place_bars
from swteach.charts.figure import complete
from swteach.charts.grades import GRADES, NO_GRADE, draw_stacks
from swteach.charts.joining import give
from swteach.charts.rows import find_misreading, finish, gather_caveats, load_rows
from swteach.charts.theme import OTHER, Group
from swteach.charts.trends import say_months
from swteach.inspection_rules import Rules, count_combinations, load_rules

_SERIES = "limiting_rule_derived_count"
_POOR = GRADES["inadequate"]
_BETTER = Group("Better than inadequate", "Better", OTHER)
_ENDS = {"overall inadequate": _POOR, "overall better": _BETTER}
_AREAS = "SIF overall inadequate"
_FRAMEWORKS = {"SIF": "Single inspection framework", "ILACS": "ILACS"}


def one_inadequate_area() -> alt.LayerChart:
    """Draw the overall grade of reports in which at least one area was inadequate.

    Returns
    -------
    altair.LayerChart
        One bar for the single inspection framework and one for ILACS, counted in reports. The
        table adds in how many areas the reports of the single framework were inadequate.

    Notes
    -----
    Source: Ofsted's reports, read one by one for the course; repeat visits count again.
    """
    rows = _load()
    drawn = rows[rows["group"].isin([group.name for group in _ENDS.values()])]
    drawn = place_bars(drawn.reset_index(drop=True), "period", stacked=True)
    chart = draw_stacks(drawn, [_POOR, _BETTER])
    return complete(
        give(chart, data=drawn),
        title="When one area is inadequate, what is the whole?",
        unit="Reports with at least one inadequate key area, by overall grade",
        description=_describe(drawn),
        notice=_say_notice(drawn),
        misreading=find_misreading(_SERIES),
        sources=drawn["source_id"],
        caveats=[_say_areas(), *gather_caveats([_SERIES])],
        table={
            "caption": "Reports with an inadequate area, by framework and overall grade",
            "file": "one_inadequate_area",
            "columns": {"period": "Framework"},
            "group": "group",
        },
        sides=20,
    )


def _load() -> pd.DataFrame:
    rows = load_rows(_SERIES)
    halves = rows["part"].str.split(" | ", regex=False, expand=True)
    rows = rows.assign(start=halves[0], group=halves[1].map(_name_end))
    rows = rows.dropna(subset="group")
    frameworks = rows["start"].str.split(":").str[0]
    rows = rows.assign(
        period=frameworks.map(_FRAMEWORKS), order=frameworks.map(list(_FRAMEWORKS).index)
    )
    rows = finish(rows, [group.name for group in _ENDS.values()], [], [])
    return rows.sort_values("order", kind="stable").drop(columns=["start", "order"])


def _name_end(end: str) -> str | None:
    return _ENDS[end].name if end in _ENDS else None


def _describe(rows: pd.DataFrame) -> str:
    said = []
    for framework, mine in rows.groupby("period", sort=False):
        counts = mine.set_index("group")["shown"]
        said.append(
            f"{framework}: {counts[_POOR.name]} inadequate overall, {counts[_BETTER.name]} better"
        )
    return f"Reports with at least one inadequate area. {'. '.join(said)}."


def _say_notice(rows: pd.DataFrame) -> str:
    better = rows[rows["group"] == _BETTER.name]
    said = [f"{row.shown} of {row.end:.0f} under “{row.period}”" for row in better.itertuples()]
    return (
        f"Look for the reports that were better overall all the same: {', '.join(said)}. Does "
        "that show a rule, or a habit?"
    )


def _say_areas() -> str:
    rows = load_rows(_SERIES)
    rows = rows[rows["part"].str.startswith(_AREAS)]
    many = rows["part"].str.extract(r"\| (\d) of (\d)")
    said = [
        f"{value:.0f} in {one} of {all_}"
        for value, one, all_ in zip(rows["value"], many[0], many[1], strict=True)
    ]
    when = say_months(rows["period"].iloc[0])
    return f"Areas inadequate in single framework reports ({when}): {', '.join(said)}."


_NOT_REAL = (
    "Not all combinations are equally likely in real life, and inspectors do not add up: they "
    "judge against written descriptions. These are model rules, for thinking with."
)


def all_combinations(structure: str = "ilacs_2018") -> alt.LayerChart:
    """Draw what each rule makes of every combination of area grades.

    Parameters
    ----------
    structure
        What is graded: ``sif``, ``ilacs_2018``, ``ilacs_2023`` or ``ilacs_2026``.

    Returns
    -------
    altair.LayerChart
        One bar a rule, cut into the overall grades that it gives.

    Raises
    ------
    ValueError
        If the structure is unknown; the message says which there are.

    Notes
    -----
    Source: counted for the course from ``inspection_rules.yaml``; no council's grades are used.
    """
    rules = load_rules()
    check_choice("structure", structure, list(rules.structures))
    rows = place_bars(_count(rules, structure), "period", stacked=True)
    shown = [group for group in [*GRADES.values(), NO_GRADE] if group.name in set(rows["group"])]
    areas, many = len(rules.structures[structure].counting), _add_up(rows)
    return complete(
        give(draw_stacks(rows, shown), data=rows),
        title="Every combination of grades under each rule",
        unit=f"All {many} combinations of {areas} areas, {rules.structures[structure].name}",
        description=_describe_rules(rows, many),
        notice=(
            "The same combinations stand behind every bar. What moves the bar is the rule, not "
            "the service."
        ),
        misreading=_NOT_REAL,
        sources=rows["source_id"],
        table=_say_table(f"{many} combinations of {areas} areas, by rule and overall grade"),
        sides=20,
    )


def _say_table(caption: str) -> dict[str, Any]:
    columns = {"period": "Rule"}
    return {"caption": caption, "file": "all_combinations", "columns": columns, "group": "group"}


def _count(rules: Rules, structure: str) -> pd.DataFrame:
    names = {grade.id: grade.name for grade in rules.grades} | {None: NO_GRADE.name}
    counted = [
        {
            "series_id": "",
            "period": rules.rules[rule].name,
            "group": names[grade],
            "value": count[grade],
            "shown": f"{count[grade]}",
            "caveat": "",
            "source_id": rules.structures[structure].source_id,
        }
        for rule, count in count_combinations(rules, structure).items()
        for grade in names
        if count[grade]
    ]
    return pd.DataFrame(counted)


def _add_up(rows: pd.DataFrame) -> int:
    return int(rows.groupby("period")["value"].sum().iloc[0])


def _describe_rules(rows: pd.DataFrame, many: int) -> str:
    poor = rows[rows["group"] == _POOR.name]
    said = [f"“{row.period}” {row.shown}" for row in poor.itertuples()]
    return f"Of {many} combinations these become inadequate overall: {', '.join(said)}."
