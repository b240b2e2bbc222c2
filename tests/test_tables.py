"""What the loaders promise a notebook: their names, their columns and the course's shape."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import swteach as sw
from swteach import tables
from swteach.datapackage import read_package

LOADERS = [f"load_{name}" for name in read_package()]


@pytest.mark.parametrize("name", LOADERS)
def test_each_table_has_a_loader_that_names_its_columns(name: str) -> None:
    """Each table is loaded by its name from swteach, and its help lists every column."""
    loader = getattr(sw, name)
    frame = loader()
    assert isinstance(frame, pd.DataFrame) and len(frame)
    said = set(re.findall(r"``(\w+)``", loader.__doc__))
    assert set(frame.columns) <= said
    assert name in dir(sw)


def test_there_is_no_loader_without_a_table() -> None:
    """The module offers a loader for each table and nothing else."""
    assert sorted(name for name in vars(tables) if name.startswith("load_")) == sorted(LOADERS)


def test_dates_stand_beside_their_words() -> None:
    """A period keeps its text and has real dates beside it, in order; missing stays missing."""
    frame = sw.load_observations(series="dm_s47", geography="England", period="2022-23")
    row = frame[frame["breakdown"] == "all"].iloc[0]
    assert (row["period_start"], row["period_end"]) == (
        pd.Timestamp("2022-04-01"),
        pd.Timestamp("2023-03-31"),
    )
    assert row["value"] == 225_400
    whole = sw.load_observations()
    dated = whole.dropna(subset=["period_start", "period_end"])
    assert (dated["period_start"] <= dated["period_end"]).all()
    assert whole["period_end"].isna().any(), "a few figures have no date, and are not given one"


def test_every_figure_has_a_unit_from_the_closed_list() -> None:
    """Joined to its series, each observation has one unit, and hidden rows say why."""
    joined = sw.load_observations().merge(sw.load_series(), on="series_id", validate="m:1")
    assert len(joined) == len(sw.load_observations())
    assert joined["unit"].notna().all() and len(joined["unit"].cat.categories) == 16
    hidden = sw.load_observations(display=["hide", "with caveat"])
    assert hidden["caveat"].notna().all() and len(hidden) > 50
    assert sw.load_observations(display="plain")["caveat"].isna().all()


def test_each_break_parts_the_observations_of_its_series() -> None:
    """Each break has an observation that ends before it, and one that ends on or after it."""
    ends = sw.load_observations().groupby("series_id")["period_end"].agg(["min", "max"])
    breaks = sw.load_breaks().join(ends, on="series_id")
    assert ((breaks["min"] < breaks["at"]) & (breaks["at"] <= breaks["max"])).all()


def test_evidence_gives_both_halves_for_at_least_sixty_claims_and_every_verdict() -> None:
    """Evidence says what it supports and what it does not settle, and uses all five verdicts."""
    evidence = sw.load_evidence()
    assert len(evidence) >= 60
    assert set(evidence["verdict"]) == set(evidence["verdict"].cat.categories)
    tested = evidence[["series_id", "event_id"]].notna().any(axis=1)
    assert (tested | (evidence["verdict"] == "not testable")).all()
    assert (evidence["supports"] != evidence["does_not_settle"]).all()
