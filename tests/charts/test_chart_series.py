"""What is said of a series: in the order asked for, and always of the data in use."""

from __future__ import annotations

from typing import Any

import pytest

import swteach as sw
from swteach.charts.series import find_series

IDS = ["dm_s47", "cla_provider_share", "dm_s47"]


def test_series_keep_their_order() -> None:
    """Each series comes once, in the order asked for, as the loader gives it."""
    found = find_series(IDS)
    assert found["series_id"].tolist() == IDS[:2]
    assert found["caveat"].tolist() == [
        sw.load_series(series=name)["caveat"].iloc[0] for name in IDS[:2]
    ]


def test_unknown_series_is_refused_with_the_nearest() -> None:
    """A name that is no series is answered with names that are."""
    with pytest.raises(ValueError, match="cla_provider_share"):
        find_series(["cla_provider_shares"])


def test_changed_words_are_said(change_data: Any) -> None:
    """What is kept in memory is thrown away when the table changes."""
    sw.charts.provider()
    change_data("series.csv", {"series_id": "cla_provider_share"}, misreading="Other words.")
    assert sw.charts.provider().usermeta["misreading"] == "Other words."
