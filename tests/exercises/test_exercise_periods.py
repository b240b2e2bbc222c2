"""Which period is offered in place of one that a table does not have."""

from __future__ import annotations

import pytest

from swteach.exercises.periods import suggest_period

YEARS = ["2009-10", "2010-11", "2018-19"]


@pytest.mark.parametrize(
    ("wanted", "names", "said"),
    [
        ("2008-09", YEARS, "Did you mean 2009-10? There are 2009-10 to 2018-19."),
        ("2015-16", YEARS, "Did you mean 2018-19? There are 2009-10 to 2018-19."),
        ("2010/11", YEARS, "Did you mean 2010-11? There are 2009-10 to 2018-19."),
        ("2017", ["2018", "2016"], "Did you mean 2018 or 2016? There are 2016 to 2018."),
        ("2020-08-31", ["2019-08-31", "2019-10-31", "2019-03-31"], "Did you mean 2019-08-31"),
        ("2008-09", ["2009-10"], "Did you mean 2009-10?"),
        ("2009-10", ["Oct-09", "2010-11"], "In observations.csv it stands as Oct-09: mend it"),
    ],
)
def test_the_period_nearest_in_time_is_offered(wanted: str, names: list[str], said: str) -> None:
    """Years are compared, not letters, and a period that was turned into a month is seen."""
    assert suggest_period(wanted, names).startswith(said)


def test_without_a_year_nothing_is_compared() -> None:
    """What names no year is left to the comparison of letters."""
    assert suggest_period("last year", YEARS) == suggest_period("2009", ["first round"]) == ""
