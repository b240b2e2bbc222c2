"""What "you draw it" asks: the figures given, the years to fill in, and the record kept back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

CHANGES = ("percent change", "percentage points")  # units of which a value may be below nothing
GIVEN = 2  # figures given where nobody says which
UNITS = {"GBP": "pounds", "GBP million": "million pounds", "GBP billion": "billion pounds"}


@dataclass(frozen=True)
class Point:
    """
    One figure of the record.

    Attributes
    ----------
    period, date
        As published, and its last day in ISO form.
    value, shown
        The number, and how it is written.
    segment
        A line may join only figures of one segment: a break or years left out lie between two.
    cut
        Whether a break of the series lies between this figure and the one before.
    asked
        Whether the student has to say it.
    caveat, source_id
        What must stand beside it, and where it was published.
    """

    period: str
    date: str
    x: float
    value: float
    shown: str
    segment: int
    cut: bool
    asked: bool
    caveat: str
    source_id: str


@dataclass(frozen=True)
class Drawing:
    """A series to draw; ``breaks`` say at which date and why the figures do not compare."""

    id: str
    title: str
    definition: str
    unit: str
    unit_of: str
    misreading: str
    notes: tuple[str, ...]
    points: tuple[Point, ...]
    breaks: tuple[dict[str, Any], ...]

    @property
    def asked(self) -> tuple[Point, ...]:
        """The figures that the student has to say."""
        return tuple(point for point in self.points if point.asked)

    @property
    def given(self) -> tuple[Point, ...]:
        """The figures that the student is shown at once."""
        return tuple(point for point in self.points if not point.asked)

    @property
    def words(self) -> str:
        """The unit in words, to type or leave out."""
        return self.unit_of if self.unit == "count" else UNITS.get(self.unit, self.unit)

    @property
    def limits(self) -> tuple[float, float]:
        """The lowest and the highest number that makes sense in the unit."""
        return -1e12 if self.unit in CHANGES else 0, 100 if self.unit == "percent" else 1e12

    def show(self, value: float) -> str:
        """Return a number with as many decimals as the record has, and a percent sign."""
        places = max(len(point.shown.strip("%").partition(".")[2]) for point in self.points)
        return f"{value:,.{places}f}" + ("%" if self.unit == "percent" else "")


def load_drawing(
    series: str = "dm_s47",
    geography: str = "England",
    breakdown: str = "all",
    given: Sequence[str] | None = None,
    ask: Sequence[str] | None = None,
) -> Drawing:
    """
    Prepare a series for "you draw it".

    Parameters
    ----------
    series, geography, breakdown
        Which figures of the observations; hidden ones are left out.
    given
        Periods shown at once; by default the first two.
    ask
        Periods to say; by default all others.

    Raises
    ------
    ValueError
        For a series, place, part or period that is not there, and where none is left to say;
        the message says what there is.
    """
    from swteach.charts import rows as record

    rows = record.load_rows(series, geography, [breakdown]).sort_values("date")
    periods = rows["period"].tolist()
    given = periods[:GIVEN] if given is None else list(given)
    ask = [one for one in periods if one not in given] if ask is None else list(ask)
    _check(series, periods, given, ask)
    kept = rows[rows["period"].isin([*given, *ask])].assign(group="all")
    breaks = record.find_breaks([series], kept["date"])
    told = _describe(series)
    percent = [series] if told["unit"] == "percent" else []
    points = _make_points(record.finish(kept, ["all"], breaks, percent), ask, breaks)
    key = f"you-draw-it:{series}:{geography}:{breakdown}"
    return Drawing(key, points=points, breaks=tuple(breaks), **told)


def _check(series: str, periods: list[str], given: list[str], ask: list[str]) -> None:
    for name, wanted in (("given", given), ("ask", ask)):
        for period in wanted:
            if period not in periods:
                listed = ", ".join(periods)
                raise ValueError(
                    f"{name}: {series} has no figure for {period!r}. It has: {listed}."
                )
    both = [period for period in ask if period in given]
    if both:
        raise ValueError(f"{', '.join(both)} is both given and asked. Take it out of one of them.")
    if not ask:
        raise ValueError(f"Nothing is left to draw. Give fewer of: {', '.join(periods)}.")


def _describe(series: str) -> dict[str, Any]:
    from swteach.tables import load_series

    row = load_series(series=series).iloc[0].astype("object")
    text = row.where(row.notna(), "")
    told = {key: text[key] for key in ("title", "definition", "unit", "unit_of", "misreading")}
    return {**told, "notes": tuple(filter(None, [text["caveat"]]))}


def _make_points(
    rows: pd.DataFrame, ask: Collection[str], breaks: Sequence[dict[str, Any]]
) -> tuple[Point, ...]:
    first, last = rows["date"].min(), rows["date"].max()
    span = max((last - first).days, 1)
    dates = [f"{date:%Y-%m-%d}" for date in rows["date"]]
    cuts = [_is_cut(*pair, breaks) for pair in zip([dates[0], *dates], dates, strict=False)]
    return tuple(
        Point(
            row.period,
            date,
            (row.date - first).days / span,
            row.value,
            row.shown,
            int(row.segment),
            cut,
            row.period in ask,
            row.caveat,
            row.source_id,
        )
        for row, date, cut in zip(rows.itertuples(), dates, cuts, strict=True)
    )


def _is_cut(before: str, date: str, breaks: Sequence[dict[str, Any]]) -> bool:
    return any(before < one["at"] <= date for one in breaks)
