"""Names that fit a narrow screen."""

from __future__ import annotations

import pandas as pd

from swteach.charts.labels import LINE, measure_names, wrap_names


def test_long_names_are_broken_and_get_room() -> None:
    """A name of more than 24 letters has two lines and a line's more room; no letter is lost."""
    names = pd.Series(["Ray Jones, 2014", "Labour Social Work Group, 2024"])
    wrapped = wrap_names(names)
    assert wrapped.tolist() == ["Ray Jones, 2014", "Labour Social Work\nGroup, 2024"]
    short, long = measure_names(wrapped)
    assert long - short == LINE
