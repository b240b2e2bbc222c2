"""The periods of a table that are nearest to one that it does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from swteach.checks.record import mend_month

_YEAR = re.compile(r"\b\d{4}\b")


def suggest_period(wanted: str, names: Sequence[str]) -> str:
    """
    Return a sentence on the periods nearest in time, and on the reach of all.

    By their letters, 2008-09 would be nearest to 2018-19.

    Parameters
    ----------
    wanted
        A period that is not among the names.
    names
        The periods that there are, as the table writes them.

    Returns
    -------
    str
        Empty where no year is named, so that years cannot be compared.

    Examples
    --------
    >>> suggest_period("2008-09", ["2009-10", "2010-11", "2018-19"])
    'Did you mean 2009-10? There are 2009-10 to 2018-19.'
    """
    turned = next((name for name in names if mend_month(name) == wanted), "")
    if turned:
        return f"In observations.csv it stands as {turned}: mend it there."
    years = {name: int(found[0]) for name in names if (found := _YEAR.search(name))}
    year = _YEAR.search(wanted)
    if not years or not year:
        return ""
    near = _find_nearest(wanted, int(year[0]), years)
    ordered = sorted(years, key=lambda name: (years[name], name))
    reach = f" There are {ordered[0]} to {ordered[-1]}." if len(ordered) > 1 else ""
    return f"Did you mean {' or '.join(near)}?{reach}"


def _find_nearest(wanted: str, year: int, years: dict[str, int]) -> list[str]:
    """Return the one or two names nearest in time; of more in one year, those spelt most alike."""
    least = min(abs(one - year) for one in years.values())
    near = [name for name, one in years.items() if abs(one - year) == least]
    return get_close_matches(wanted, near, n=2, cutoff=0) if len(near) > 2 else near
