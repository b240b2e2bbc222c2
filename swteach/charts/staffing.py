"""The chart of vacancy, turnover and agency rates, with the older rates apart."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.joining import give, join_panels
from swteach.charts.lines import find_top
from swteach.charts.rows import Years, pick
from swteach.charts.theme import CHANNELS, COUNCIL, PRIVATE, VOLUNTARY, Group
from swteach.charts.trends import (
    WHOLE,
    Line,
    Trend,
    complete_trend,
    draw_trend,
    load_trend,
    name_part,
    say_change,
)

_VACANCY = Group("Vacancy rate", "Vacancy", COUNCIL)
_TURNOVER = Group("Turnover rate", "Turnover", VOLUNTARY)
_AGENCY = Group("Agency rate", "Agency", PRIVATE)
_RATES = {
    "vacancy": ("wf_vacancy_rate_fte", _VACANCY),
    "turnover": ("wf_turnover_rate_fte", _TURNOVER),
    "agency": ("wf_agency_rate_fte", _AGENCY),
}
_OLD_RATES = {
    "vacancy": ("wf_old_vacancy_rate", _VACANCY),
    "turnover": ("wf_old_turnover_rate", _TURNOVER),
}
_OLD = "Old {}"
_OLD_YEARS = (2011, 2016)
_SEPTEMBER = "Counted on 30 September; moves are those of the year to that day."


def staff_rates(
    years: Years | None = None,
    geography: str = "England",
    rates: str | Sequence[str] = ("vacancy", "turnover", "agency"),
    before_2017: bool = True,
) -> alt.VConcatChart:
    """Draw the vacancy, turnover and agency rates of councils' children's social workers.

    Parameters
    ----------
    years
        First and last year of the upper panel, both drawn; by default all there are.
    geography
        England or a region; regions have no older rates.
    rates
        Which rates to draw, of ``vacancy``, ``turnover`` and ``agency``.
    before_2017
        Whether to draw England's rates of 2011 to 2016 in a panel of their own.

    Returns
    -------
    altair.VConcatChart
        Rates from records of single people above; below, and never joined to them, rates from
        councils' totals. No agency rate for England before 2017 is held.

    Raises
    ------
    ValueError
        If a rate is unknown, or the data have no such years or place.

    Notes
    -----
    Source: Department for Education, children's social work workforce; full-time equivalent.
    """
    rates = check_choices("rates", rates, list(_RATES))
    new = load_trend(_name_lines(_RATES, rates, geography), years, geography, by_year=True)
    old = _load_old(rates) if before_2017 and geography == "England" else None
    both = _join(new, old)
    top = find_top(both.rows["value"])
    panels = [_draw_panel(new, top, "From 2017: single records", "new_")]
    panels += [_draw_panel(old, top, "To 2016: councils' totals", "old_")] if old else []
    chart = join_panels(panels, spacing=30)
    return complete_trend(
        give(chart, resolve={"scale": dict.fromkeys(CHANNELS, "independent")}),
        both,
        file="staff_rates",
        title="Vacancies, turnover and agency staff in children's social work",
        unit=f"Percent, councils in {geography}, full-time equivalent, 30 September",
        description=_describe(new, geography),
        notice=_say_notice(new),
        misreading=_NEVER_ADD,
        caveats=[_SEPTEMBER],
        sides=150,
    )


_NEVER_ADD = (
    "Do not add the vacancy rate to the agency rate: a post covered by agency staff still counts "
    "as vacant. And do not compare the two panels: the upper one counts people one by one, the "
    "lower one adds up what councils said."
)


def _name_lines(
    known: dict[str, tuple[str, Group]], rates: Sequence[str], geography: str
) -> list[Line]:
    return [Line(known[rate][0], name_part(geography), known[rate][1]) for rate in rates]


def _load_old(rates: Sequence[str]) -> Trend | None:
    wanted = [rate for rate in rates if rate in _OLD_RATES]
    if not wanted:
        return None
    lines = [
        Line(series, WHOLE, group._replace(name=_OLD.format(group.name.lower())))
        for series, group in (_OLD_RATES[rate] for rate in wanted)
    ]
    return load_trend(lines, _OLD_YEARS, by_year=True)


def _join(new: Trend, old: Trend | None) -> Trend:
    if old is None:
        return new
    rows = pd.concat([new.rows, old.rows], ignore_index=True)
    return Trend(rows, [*new.lines, *old.lines], [*new.breaks, *old.breaks])


def _draw_panel(trend: Trend, top: float, title: str, prefix: str) -> alt.LayerChart:
    # One scale for both, so that a slope means the same in each.
    panel = draw_trend(trend, height=200, prefix=prefix, top=top)
    return give(panel, title=alt.Title(title, fontSize=16, fontWeight="normal"))


def _describe(trend: Trend, geography: str) -> str:
    said = [
        f"the {line.group.name.lower()} was {say_change(trend.rows, line.group.name)}"
        for line in trend.lines
    ]
    return f"Among councils' children's social workers in {geography} {'; '.join(said)}."


def _say_notice(trend: Trend) -> str:
    highest = [pick(trend.rows, line.group.name) for line in trend.lines]
    peaks = [
        f"{rows['group'].iloc[0].lower()} {row['shown']} in {row['period']}"
        for rows in highest
        for row in [rows.loc[rows["value"].idxmax()]]
    ]
    return f"Look for the year in which each line is highest: {', '.join(peaks)}."
