"""The chart of estimates with their intervals: how sure a study is of each."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.figure import complete
from swteach.charts.intervals import load_estimates
from swteach.charts.joining import give, join_layers
from swteach.charts.labels import draw_names, measure_names, wrap_names
from swteach.charts.rows import find_misreading, gather_caveats
from swteach.charts.theme import COUNCIL, INK, PAPER, SOFT_INK
from swteach.charts.trends import say_once

_MEASURES: dict[str, dict[tuple[str, str], str]] = {
    "points": {
        ("bm2023_effect_out_of_area", "Out-of-area placement"): "Placed out of area",
        ("bm2023_effect_disruption", "Placement disruption"): "Placement disrupted",
    },
    "odds": {
        ("bm2022_or", "For-profit vs local authority, adjusted"): "A better grade (adjusted)",
        ("bm2022_requirements_or", "For-profit vs local authority"): "A requirement breached",
    },
}
_UNITS = {
    "points": "Percentage points more, for each point more of for-profit placement in a council",
    "odds": "Odds ratio, private homes against council homes: 1 means no difference",
}
_TITLES = {
    "points": "Councils that use more for-profit care: what goes with it",
    "odds": "Private against council homes: odds at inspection",
}
_NO_DIFFERENCE = {"points": 0.0, "odds": 1.0}
_LENGTHS = {
    0.0: "The longer a bar, the less sure the estimate.",
    1.0: "Do not compare the lengths: below 1 the same step in odds takes less room than above.",
}
_NONE = "↓ no difference"
_ROW = 26


def estimates_with_intervals(measure: Literal["points", "odds"] = "points") -> alt.LayerChart:
    """Draw two studies' estimates with the intervals that the studies give.

    Parameters
    ----------
    measure
        ``"points"`` (across councils, 2011 to 2022) or ``"odds"`` (inspections of homes, 2014
        to 2021).

    Returns
    -------
    altair.LayerChart
        A point and a bar for each estimate; a line stands where there would be no difference.
        Estimates without a published interval are left out.

    Raises
    ------
    ValueError
        If the measure is unknown, or a row no longer states its interval.

    Notes
    -----
    Source: Bach-Mortensen and others, 2022 and 2023; intervals as their rows note them.
    """
    check_choice("measure", measure, list(_MEASURES))
    rows = _place(load_estimates(_MEASURES[measure]))
    series = rows["series_id"].tolist()
    return complete(
        give(_draw(rows, _NO_DIFFERENCE[measure]), data=rows),
        title=_TITLES[measure],
        unit=_UNITS[measure],
        description=_describe(rows),
        notice=_say_notice(rows, _NO_DIFFERENCE[measure]),
        misreading=" ".join(say_once([find_misreading(name) for name in series])),
        sources=rows["source_id"],
        caveats=say_once(gather_caveats(series)),
        table={
            "caption": f"{_TITLES[measure]}. {_UNITS[measure]}",
            "file": "estimates_with_intervals",
            "columns": {
                "label": "What", "shown": "Estimate", "range": "95% interval", "period": "Years",
            },
        },
        sides=40,
    )  # fmt: skip


def _place(rows: pd.DataFrame) -> pd.DataFrame:
    # As many decimals as the source gives the interval.
    decimals = rows["range"].map(lambda words: len(words.split()[0].partition(".")[2]))
    shown = [f"{v:.{d}f}" for v, d in zip(rows["value"], decimals, strict=True)]
    said = [f"{value} ({words})" for value, words in zip(shown, rows["range"], strict=True)]
    names = wrap_names(rows["label"] + ": " + said)
    place = (measure_names(names) + _ROW).cumsum() - _ROW / 2
    return rows.assign(group=rows["label"], shown=shown, said=said, name=names, place=place)


def _draw(rows: pd.DataFrame, none: float) -> alt.LayerChart:
    height = float(rows["place"].max() + _ROW / 2)
    limits = [min(0.0, float(rows["low"].min()) * 1.1), float(rows["high"].max()) * 1.1]
    axis = alt.Axis(title=None, tickCount=5, grid=False)
    x = alt.X("value:Q", axis=axis, scale=alt.Scale(domain=limits, nice=False))
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    seen: list[Any] = [alt.Tooltip("label:N", title="What"), alt.Tooltip("said:N", title="Figure")]
    base = alt.Chart().encode(y=y, tooltip=seen)
    wide = alt.X("low:Q", axis=axis, scale=alt.Scale(domain=limits, nice=False))
    layers = [
        *_draw_none(none, x),
        base.mark_rule(strokeWidth=5, color=COUNCIL.colour).encode(x=wide, x2=alt.X2("high:Q")),
        base.mark_point(size=130, filled=True, opacity=1, color=INK).encode(x=x),
        # The line would cross a name, so each name has a rim of paper under it.
        draw_names("name", y, _ROW / 2 - 1, dx=6, stroke=PAPER, strokeWidth=6),
        draw_names("name", y, _ROW / 2 - 1, dx=6),
    ]
    return join_layers(layers, width=560, height=height, name="estimates")


def _draw_none(none: float, x: alt.X) -> list[alt.Chart]:
    base = alt.Chart(pd.DataFrame({"value": [none]})).encode(x=x)
    words = base.mark_text(align="left", baseline="bottom", dx=-3, dy=-4, text=_NONE)
    return [base.mark_rule(strokeWidth=2, color=SOFT_INK), words.encode(y=alt.YValue(0))]


def _describe(rows: pd.DataFrame) -> str:
    said = [
        f"{row.label.lower()}, {row.shown} with a 95% interval from {row.range}"
        for row in rows.itertuples()
    ]
    return f"Estimates for {rows['period'].iloc[0]}: {'; '.join(said)}."


def _say_notice(rows: pd.DataFrame, none: float) -> str:
    apart = rows.assign(gap=[min(abs(r.low - none), abs(r.high - none)) for r in rows.itertuples()])
    inside = [row.label for row in rows.itertuples() if row.low <= none <= row.high]
    nearest = apart.loc[apart["gap"].idxmin()]
    if inside:
        return f"The interval crosses the line of no difference for: {', '.join(inside)}."
    return (
        "No interval crosses the upright line of no difference. The one that comes nearest is "
        f"“{nearest['label'].lower()}”, {nearest['range']}. {_LENGTHS[none]}"
    )
