"""What a lecturer may ask of a chart, and the refusal, in plain words, of what it cannot take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Years = tuple[int, int]


def check_choice(name: str, value: Any, known: Sequence[str]) -> None:
    """Raise ValueError unless a value is one of those known."""
    if value not in known:
        raise ValueError(f"{name}={value!r} is not one of: {', '.join(known)}.")


def check_choices(name: str, values: str | Iterable[str], known: Sequence[str]) -> list[str]:
    """Return the values asked for, each once; a single one may stand alone.

    Raises
    ------
    ValueError
        If there is none, or one is not among those known.
    """
    wanted = listed(values)
    if not wanted:
        raise ValueError(f"{name} is empty: name at least one of: {', '.join(known)}.")
    for value in wanted:
        check_choice(name, value, known)
    return wanted


def listed(values: Any) -> list[Any]:
    """Return the values of a list, each once, or a single value as a list of one.

    Examples
    --------
    >>> listed("inspection"), listed(("texts", "texts"))
    (['inspection'], ['texts'])
    """
    many = isinstance(values, Iterable) and not isinstance(values, str)
    return list(dict.fromkeys(values)) if many else [values]


def check_number(name: str, value: Any, least: int, most: int | None = None) -> None:
    """Raise ValueError unless a value is a whole number from the least to the most."""
    top = "" if most is None else f" to {most}"
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or value < least or (most is not None and value > most):
        raise ValueError(f"{name}={value!r} must be a whole number from {least}{top or ' up'}.")


def read_years(years: Any) -> Years:
    """Return a first and a last year.

    Raises
    ------
    ValueError
        Unless they are two whole numbers, the first not after the last.
    """
    pair = listed(years) if years is None or isinstance(years, str | int) else list(years)
    if len(pair) != 2 or not all(isinstance(year, int) for year in pair):
        raise ValueError(f"years={years!r}: give a first and a last year, such as (2015, 2025).")
    first, last = pair
    if first > last:
        raise ValueError(f"years={years!r}: the first year is after the last.")
    return first, last
