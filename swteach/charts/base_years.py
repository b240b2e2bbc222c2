"""The chart in which the reader chooses the base year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice, check_choices
from swteach.charts.enquiries import STEPS
from swteach.charts.joining import add_control, give
from swteach.charts.lines import find_top
from swteach.charts.renderer import NARROW
from swteach.charts.theme import COUNCIL, SOFT_INK
from swteach.charts.trends import (
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    mark_first_year,
)

BASES = ("2010-11", "2009-10", "2014-15")
_INDEX = "Index, {} = 100"


def base_year(step: str = "enquiries", bases: str | Sequence[str] = BASES) -> alt.LayerChart:
    """Draw an index of yearly counts whose base year the reader chooses in the page.

    Parameters
    ----------
    step
        What is counted: ``enquiries``, ``conferences`` or ``plans``.
    bases
        Base years for the table; the chart opens with the first. The reader may choose any
        year of the record.

    Returns
    -------
    altair.LayerChart
        One line, 100 in the base year, and a list to choose that year from; it is redrawn in
        the browser and needs no kernel.

    Raises
    ------
    ValueError
        If the step or a base year is unknown; the message says which there are.

    Notes
    -----
    Source: Department for Education, children in need; index worked out for the course.
    """
    check_choice("step", step, list(STEPS))
    line = STEPS[step]
    line = line._replace(group=line.group._replace(look=COUNCIL))
    counts = load_trend([line], None)
    years = counts.rows["period"].tolist()
    bases = check_choices("bases", bases, years)
    indexed = [_index(counts.rows, base) for base in bases]
    trend = counts._replace(rows=pd.concat([counts.rows, *indexed], ignore_index=True))
    return complete_trend(
        _draw(counts, line, bases[0], years),
        trend,
        file="base_year",
        title=f"{line.group.name}: choose the base year",
        unit="Index of yearly counts, England, year to March; the base year is 100",
        description=_describe(trend.rows, line, bases),
        notice=_NOTICE,
        misreading=_CHOSEN,
        caveats=[_KEYS],
        when="Year to March",
        sides=115,
    )


_NOTICE = (
    "Choose another base year and watch the end of the line. The counts stay the same. Every "
    "base is correct, and each tells another story."
)
# JupyterLab takes an arrow key on a closed list as a move to the next cell.
_KEYS = (
    "With the keyboard: Tab to the list of years, Space to open it, the arrows to choose, Enter."
)
_CHOSEN = (
    "Do not pick a base because it suits. An index from the experimental first year compares "
    "across a change of source."
)


def _index(rows: pd.DataFrame, base: str) -> pd.DataFrame:
    whole = rows.set_index("period")["value"][base]
    value = (100 * rows["value"] / whole).round(1)
    return rows.assign(
        series_id="",
        group=_INDEX.format(base),
        value=value,
        shown=[f"{number:.1f}" for number in value],
    )


def _describe(rows: pd.DataFrame, line: Line, bases: Sequence[str]) -> str:
    last = rows["period"].iloc[-1]
    ends = rows[rows["period"] == last].set_index("group")["shown"]
    said = [f"{ends[_INDEX.format(base)]} with base {base}" for base in bases]
    return (
        f"Index of {line.group.name.lower()} in England, 100 in a base year that you choose: in "
        f"{last} it stands at {', '.join(said)}."
    )


def _draw(counts: Trend, line: Line, base: str, years: list[str]) -> alt.LayerChart:
    values = counts.rows["value"]
    top = find_top(100 * values / values.min())
    chart = mark_first_year(draw_trend(counts, top=top), counts)
    # The label at the end of the line is the reader's, not one made before.
    end = chart.layer[-2].encoding
    labels = _label_end(counts.rows["period"].iloc[-1]).encode(x=end.x, y=end.y)
    layers = [_draw_hundred(end.y), *chart.layer[:-2], chart.layer[-1], labels]
    chosen = alt.param(
        name="base", value=base, bind=alt.binding_select(options=years, name="Base year (100): ")
    )
    chart.layer = layers
    return add_control(give(chart, transform=_calculate(line.group.name)), chosen)


def _calculate(group: str) -> list[dict[str, Any]]:
    return [
        {"filter": {"equal": group, "field": "group"}},
        {"calculate": "datum.period == base ? datum.value : null", "as": "is_base"},
        {"joinaggregate": [{"op": "max", "field": "is_base", "as": "whole"}]},
        {"calculate": "100 * datum.value / datum.whole", "as": "value"},
        {"calculate": "format(datum.value, '.1f')", "as": "shown"},
    ]


def _label_end(last: str) -> alt.Chart:
    text = alt.Chart().transform_filter(f"datum.period == '{last}'")
    words = alt.expr(f"(windowSize()[0] < {NARROW} ? '' : 'Index ') + datum.shown")
    return text.mark_text(align="left", baseline="middle", dx=12, text=words)


def _draw_hundred(y: Any) -> alt.Chart:
    hundred = alt.Chart(pd.DataFrame({"value": [100]}))
    return hundred.mark_rule(color=SOFT_INK, strokeWidth=2, strokeDash=[6, 4]).encode(y=y)
