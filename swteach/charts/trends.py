"""Lines over time from named series: what the charts of yearly figures share."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.lines import draw_lines, find_top
from swteach.charts.renderer import NARROW
from swteach.charts.rows import (
    Years,
    find_breaks,
    find_misreading,
    finish,
    gather_caveats,
    keep_years,
    load_rows,
    pick,
)
from swteach.charts.series import find_series
from swteach.charts.theme import (
    COUNCIL,
    HEALTH,
    INK,
    OTHER,
    PRIVATE,
    SOFT_INK,
    UNKNOWN,
    VOLUNTARY,
    Group,
)

WHOLE = "all"
LOOKS = (COUNCIL, PRIVATE, VOLUNTARY, HEALTH, OTHER, UNKNOWN)
_PERCENT = ("percent", "percent change")
_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")
_MONTH = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])\b(?!-)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EXPERIMENTAL = "← experimental first year"


class Line(NamedTuple):
    """One line of a chart: a series, the part of it that is drawn, and its name and look."""

    series: str
    part: str
    group: Group


class Trend(NamedTuple):
    """Rows ready to draw, with their lines and breaks."""

    rows: pd.DataFrame
    lines: list[Line]
    breaks: list[dict[str, Any]]

    @property
    def series(self) -> list[str]:
        """The ids of the series, each once."""
        return list(dict.fromkeys(line.series for line in self.lines))


def name_part(geography: str) -> str:
    """Return the breakdown under which a series keeps the whole of a place."""
    return WHOLE if geography == "England" else f"region: {geography}"


def load_trend(
    lines: Sequence[Line], years: Years | None, geography: str = "England", *, by_year: bool = False
) -> Trend:
    """Return the rows of some lines, cut at breaks and gaps.

    Parameters
    ----------
    lines
        What to draw, in the order of the table.
    years
        First and last year; a period belongs to the year in which it ends. None: all there are.
    geography
        The place that the figures are for.
    by_year
        Name each period by its year alone, where all are counted at the same time of year.

    Raises
    ------
    ValueError
        If the data have no such years or place; the message says what they have.
    """
    loaded = [_load(line, geography) for line in lines]
    rows = pd.concat(loaded, ignore_index=True)
    rows = rows if years is None else keep_years(rows, years, "This chart")
    rows = rows.assign(period=rows["date"].dt.strftime("%Y")) if by_year else rows
    series = [line.series for line in lines]
    breaks = find_breaks(series, rows["date"])
    names = [line.group.name for line in lines]
    return Trend(finish(rows, names, breaks, find_percent(series)), list(lines), breaks)


def _load(line: Line, geography: str) -> pd.DataFrame:
    rows = load_rows(line.series, geography, [line.part])
    return rows.assign(group=line.group.name)


def find_percent(series: Sequence[str]) -> list[str]:
    """Return those of some series whose figures are percentages."""
    found = find_series(series)
    return found.loc[found["unit"].isin(_PERCENT), "series_id"].tolist()


def draw_trend(trend: Trend, **sizes: Any) -> alt.LayerChart:
    """Return the lines of a trend, without data: ``sizes`` go to ``draw_lines``."""
    names = [line.group.name for line in trend.lines]
    mine = trend.rows[trend.rows["group"].isin(names)]
    sizes = {"top": find_top(mine["value"]), "width": 410} | sizes
    return draw_lines(trend.rows, [line.group for line in trend.lines], trend.breaks, **sizes)


def complete_trend(chart: Any, trend: Trend, *, file: str, **words: Any) -> Any:
    """Return a chart of lines with its data and all that :func:`complete` asks for.

    Parameters
    ----------
    chart
        The drawn lines, without data.
    trend
        The rows; sources, breaks, caveats and the misreading are taken from them.
    file
        The name of the file of the data.
    **words
        Passed to :func:`complete`: at least ``title``, ``unit``, ``description``, ``notice``.
        ``caveats`` are added to those of the series, and ``when`` heads the years.
    """
    when, caveats = words.pop("when", "Year"), words.pop("caveats", ())
    table = {
        "caption": f"{words['title']}: {words['unit']}",
        "file": file,
        "columns": {"period": when},
        "group": "group",
    }
    usual = {"misreading": find_misreading(trend.series[0]), "sides": 140}
    return complete(
        give(chart, data=trend.rows),
        sources=trend.rows["source_id"],
        breaks=trend.breaks,
        caveats=say_once([*gather_caveats(trend.series), *caveats]),
        table=table,
        **usual | words,
    )


def say_once(caveats: Sequence[str]) -> list[str]:
    """Return caveats without the sentences that an earlier one has said."""
    said: set[str] = set()
    kept = []
    for caveat in caveats:
        new = [part for part in _SENTENCE.split(caveat) if part not in said]
        said.update(new)
        kept += [" ".join(new)] if new else []
    return kept


def leave_other_years(caveats: Sequence[str], years: Collection[int]) -> list[str]:
    """Return caveats without the sentences that name years, but none of those drawn."""
    kept = []
    for caveat in caveats:
        parts = [
            part
            for part in _SENTENCE.split(caveat)
            if not (named := set(map(int, _YEAR.findall(part)))) or named & set(years)
        ]
        kept += [" ".join(parts)] if parts else []
    return kept


def say_months(period: str) -> str:
    """Say the months of a period in words: "2013-11 to 2017-12" is of November 2013 and so on."""
    return _MONTH.sub(lambda found: f"{pd.Timestamp(found[0]):%B %Y}", period)


def say_change(rows: pd.DataFrame, group: str) -> str:
    """Say the first and last figure of a group: "13.4% in 2017 and 11.8% in 2025"."""
    mine = pick(rows, group)
    first, last = mine.iloc[0], mine.iloc[-1]
    if len(mine) == 1:
        return f"{first['shown']} in {first['period']}"
    return f"{first['shown']} in {first['period']} and {last['shown']} in {last['period']}"


def mark_first_year(chart: alt.LayerChart, trend: Trend) -> alt.LayerChart:
    """Shade what lies before the first break, where the source calls its figures experimental."""
    dates = trend.rows["date"]
    if not trend.breaks:
        return chart
    at = pd.Timestamp(trend.breaks[0]["at"])
    last = dates[dates < at].max()
    band = pd.DataFrame({"date": [dates.min()], "until": [last + (at - last) / 2]})
    x = chart.layer[-1].encoding.x
    base = alt.Chart(band).encode(x=x)
    # A narrow screen has no room for the words: the letter and its note say it there.
    said = alt.expr(f"windowSize()[0] < {NARROW} ? '' : '{_EXPERIMENTAL}'")
    words = base.mark_text(align="left", baseline="top", dx=6, dy=6, color=SOFT_INK, text=said)
    shade = base.mark_rect(color=INK, opacity=0.1).encode(x2=alt.X2("until:T"))
    edge = alt.X("until:T", axis=x["axis"], scale=x["scale"])
    chart.layer = [shade, *chart.layer, words.encode(x=edge, y=alt.YValue(0))]
    return chart
