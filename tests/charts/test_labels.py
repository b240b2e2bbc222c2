"""Names that fit a narrow screen."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from chart_calls import read_spec
from scene import read_spec_marks

import swteach as sw
from swteach.charts.labels import LINE, measure_names, wrap_names
from swteach.charts.renderer import NARROW

ASKED = f"windowSize()[0] < {NARROW}"


def read_texts(chart: Any, narrow: bool) -> dict[str, float]:
    """Return the words of a chart with their heights, as a window of one kind draws them."""
    spec = json.dumps(read_spec(chart)).replace(ASKED, str(narrow).lower())
    marks = read_spec_marks(json.loads(spec))
    return {mark.words: mark.box[1] for mark in marks if mark.kind == "text"}


@pytest.mark.parametrize("name", ["provider", "plan_categories", "inadequate_homes"])
def test_narrow_screen_names_lines_above_the_plot(name: str) -> None:
    """On a narrow screen each line is named once, in full, over the plot; on a wide one beside."""
    chart = getattr(sw.charts, name)()
    groups = list(dict.fromkeys(chart.data["group"]))
    narrow, wide = read_texts(chart, True), read_texts(chart, False)
    heights = [narrow[group] for group in groups]
    assert heights == sorted(heights)
    assert max(heights) < 0
    assert min(b - a for a, b in pairwise(heights)) >= LINE
    assert not set(groups) & set(wide)
    assert all(any(words.startswith(f"{group} ") for words in wide) for group in groups)


def test_long_names_are_broken_and_get_room() -> None:
    """A name of more than 24 letters has two lines and a line's more room; no letter is lost."""
    names = pd.Series(["Ray Jones, 2014", "Labour Social Work Group, 2024"])
    wrapped = wrap_names(names)
    assert wrapped.tolist() == ["Ray Jones, 2014", "Labour Social Work\nGroup, 2024"]
    short, long = measure_names(wrapped)
    assert long - short == LINE


@pytest.mark.parametrize("name", ["all_combinations", "stances", "who_speaks", "texts_in_time"])
def test_rows_of_a_wide_screen_stand_evenly(name: str) -> None:
    """Where no name is broken, each row is as far from the one before as any other."""
    chart = getattr(sw.charts, name)()
    names = [word.replace("\n", " ") for word in chart.data["name"] if word]
    wide = read_texts(chart, False)
    steps = {round(b - a) for a, b in pairwise(wide[word] for word in names)}
    assert max(steps) - min(steps) <= 1
