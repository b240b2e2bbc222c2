"""Answers that are worked out from the data, so that a change of year keeps the key right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from swteach.exercises.record import Figure, NotInRecordError, Record

ONE = ("at",)
SPAN = ("from", "to")
NEEDS = {
    "value": ONE,
    "share": (*ONE, "of"),
    "per_100": (*ONE, "of"),
    "difference": SPAN,
    "percent_change": SPAN,
    "ratio": SPAN,
    "index": SPAN,
    "growth": SPAN,
}
PLACES = {"ratio": 2, "share": 1, "per_100": 1, "percent_change": 1, "index": 1, "growth": 1}


@dataclass(frozen=True)
class Whole:
    """What a share is a share of; what is not said is as in the part."""

    series: str
    breakdown: str | None = None
    geography: str | None = None
    at: str | None = None


@dataclass(frozen=True)
class Computed:
    """A sum over one or two figures, as an exercise file writes it."""

    calc: str
    series: str
    geography: str = "England"
    breakdown: str | None = None
    at: str = ""
    start: str = ""
    end: str = ""
    of: Whole | None = None
    round: int | None = None


@dataclass(frozen=True)
class Result:
    """What came out, to how many places it reads well, and the figures it rests on."""

    value: float
    places: int
    figures: tuple[Figure, ...]

    @property
    def caveats(self) -> tuple[str, ...]:
        """What must be said wherever these figures are shown, each once."""
        cautioned = (figure.caveat for figure in self.figures if figure.display == "with caveat")
        return tuple(dict.fromkeys(cautioned))


def compute(wanted: Computed, record: Record) -> Result:
    """
    Work out an answer.

    Parameters
    ----------
    wanted
        The sum: ``value``, ``difference``, ``percent_change``, ``ratio``, ``share``, ``index``,
        ``per_100`` or ``growth`` (the even yearly rise, in percent, that leads from the first
        figure to the last).
    record
        The data, from :func:`swteach.exercises.record.read_record`.

    Returns
    -------
    Result
        In the unit of the figures for ``value`` and ``difference``; in percent for
        ``percent_change``, ``share``, ``index``, ``per_100`` and ``growth``.

    Raises
    ------
    NotInRecordError
        Where the data cannot answer: an unknown name, a hidden or missing figure, a zero.
    """
    figures = tuple(_figures(wanted, record))
    value = SUMS[wanted.calc](*figures)
    if wanted.round is not None:
        value = round_half_up(value, wanted.round)
    return Result(value, _places(wanted, figures), figures)


def format_number(value: float, places: int) -> str:
    """Return a number as a sentence shows it: 225,400 or 152.4."""
    return f"{round_half_up(value, places):,.{places}f}"


def round_half_up(value: float, places: int) -> float:
    """Return a number rounded as it is taught at school: 0.25 to one place is 0.3."""
    step = Decimal(1).scaleb(-places)
    return float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))


def _figures(wanted: Computed, record: Record) -> list[Figure]:
    found = []
    for field, period in (("at", wanted.at), ("from", wanted.start), ("to", wanted.end)):
        if field in NEEDS[wanted.calc]:
            place = (wanted.series, wanted.geography, wanted.breakdown, period)
            found.append(_find(record, place, field))
    if wanted.of:
        whole, part = wanted.of, found[0]
        place = (
            whole.series,
            whole.geography or part.geography,
            whole.breakdown,
            whole.at or wanted.at,
        )
        found.append(_find(record, place, "at", "of."))
    return found


def _find(record: Record, place: tuple, period: str, prefix: str = "") -> Figure:
    try:
        return record.find_figure(*place)
    except NotInRecordError as error:
        field = period if error.field == "period" else error.field
        raise NotInRecordError(prefix + field, error.message, error.remedy) from None


def _places(wanted: Computed, figures: tuple[Figure, ...]) -> int:
    if wanted.round is not None:
        return max(wanted.round, 0)
    published = max(len(figure.text.partition(".")[2]) for figure in figures)
    return PLACES.get(wanted.calc, published)


def _number(figure: Figure) -> float:
    return float(figure.text)


def _divide(part: Figure, whole: Figure) -> float:
    if _number(whole) == 0:
        message = f"the figure for {whole.period} is 0, and nothing can be divided by 0."
        raise NotInRecordError("calc", message, "Choose another period, or another calc.")
    return _number(part) / _number(whole)


def _difference(first: Figure, last: Figure) -> float:
    return float(Decimal(last.text) - Decimal(first.text))


def _growth(first: Figure, last: Figure) -> float:
    years = _years(first.end, last.end)
    if years < 1 or min(_number(first), _number(last)) <= 0:
        message = "growth needs two periods a year or more apart, and figures above 0."
        raise NotInRecordError("calc", message, "Change from and to, or choose another calc.")
    return 100 * (_divide(last, first) ** (1 / years) - 1)


def _years(start: str, end: str) -> float:
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:  # a damaged date, which the check of the tables reports
        return 0
    return last.year - first.year + (last.month - first.month) / 12 + (last.day - first.day) / 365


SUMS: dict[str, Callable[..., float]] = {
    "value": _number,
    "difference": _difference,
    "percent_change": lambda first, last: 100 * (_divide(last, first) - 1),
    "ratio": lambda first, last: _divide(last, first),
    "index": lambda first, last: 100 * _divide(last, first),
    "share": lambda part, whole: 100 * _divide(part, whole),
    "per_100": lambda part, whole: 100 * _divide(part, whole),
    "growth": _growth,
}
