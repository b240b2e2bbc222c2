"""A chart's frames as JSON values: those that Altair would write."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest

import swteach as sw
from swteach.charts.renderer import bundle
from swteach.charts.values import write_values

ODD = pd.DataFrame(
    {
        "number": [1.5, np.nan, np.inf],
        "whole": [1, 2, 3],
        "maybe": pd.array([1, None, 3], dtype="Int64"),
        "word": ["a", None, "<b>"],
        "kind": pd.Categorical(["x", None, "y"]),
        "true": [True, False, True],
        "day": pd.to_datetime(["2014-05-19", None, "2014-05-19 10:30"], format="ISO8601"),
    }
)


def test_every_frame_is_written_as_altair_writes_it(chart: Any) -> None:
    """The values of each chart's own frame are Altair's, to the byte."""
    theirs = alt.default_data_transformer(chart.data)
    assert json.dumps(write_values(chart.data)) == json.dumps(theirs)


def test_gaps_of_every_kind_are_empty() -> None:
    """Missing numbers, words, days and kinds become what JSON knows."""
    assert write_values(ODD) == alt.default_data_transformer(ODD)
    json.dumps(write_values(ODD), allow_nan=False)


@pytest.mark.parametrize("data", [ODD.assign(odd=[[1], "a", None]), {"values": [{"a": 1}]}])
def test_what_the_course_does_not_use_is_left_to_altair(data: Any) -> None:
    """A column of mixed things, or data that are no frame, go Altair's way."""
    assert write_values(data) == alt.default_data_transformer(data)


def test_the_readers_own_choice_stays() -> None:
    """Drawing one of ours leaves the reader's transformer as it was."""
    before = alt.data_transformers.active
    bundle(sw.charts.provider())
    assert alt.data_transformers.active == before
