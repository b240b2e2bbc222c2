"""Inspection regimes: thick where sure, thin where not."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw


def test_what_is_sure_lies_inside_what_may_be() -> None:
    """No bar is thick outside the span in which its regime may have run."""
    data = sw.charts.inspection_regimes().data
    thick = data[data["sure_start"] < data["sure_end"]]
    assert len(thick) > 15
    assert (thick["date_start"] <= thick["sure_start"]).all()
    assert (thick["sure_end"] <= thick["date_end"]).all()


def test_rough_starts_and_plans_are_thin() -> None:
    """A year alone is thin for the year; what has no start, or is planned, is thin throughout."""
    data = sw.charts.inspection_regimes().data.set_index("title")
    ssi = data.loc["Social Services Inspectorate (SSI)"]
    assert ssi["date_start"] == pd.Timestamp(1985, 1, 1)
    assert ssi["sure_start"] == pd.Timestamp(1985, 12, 31)
    for title in ("Social Work Service", "Children and families services framework (planned)"):
        assert data.loc[title, "sure_start"] >= data.loc[title, "sure_end"]
    planned = data.loc["Children and families services framework (planned)"]
    assert (planned["until"], planned["goes_on"]) == ("planned", False)


def test_every_regime_is_drawn_once_with_its_caveat() -> None:
    """All regimes of the record are there, and those with an inferred date say so."""
    data, record = sw.charts.inspection_regimes().data, sw.load_regimes()
    assert sorted(data["title"]) == sorted(record["name"])
    assert set(record["caveat"].dropna()) == set(data["caveat"]) - {""}


def test_years_without_a_regime_are_refused() -> None:
    """The message says from when to when regimes are known."""
    with pytest.raises(ValueError, match="Known ones run from"):
        sw.charts.inspection_regimes(2018, 2010)
