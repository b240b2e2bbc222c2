"""From first to latest grade: a grid that adds up."""

from __future__ import annotations

import swteach as sw


def test_rows_add_up_and_follow_the_first_grades() -> None:
    """The last column is the sum of its row, close to the count of first inspections."""
    data = sw.charts.first_to_latest().data
    grid = data.pivot(index="start", columns="group", values="value")
    assert (grid.drop(columns="All").sum(axis=1) == grid["All"]).all()
    first = sw.load_observations(series="sif_first_overall_count").set_index("breakdown")["value"]
    lost = first[grid.index] - grid["All"]
    assert (lost >= 0).all()
    assert lost.sum() == 5


def test_the_shaded_cells_are_those_of_one_grade_twice() -> None:
    """Four cells on the diagonal are shaded and no other."""
    data = sw.charts.first_to_latest().data
    shaded = data[data["fill"] != "#ffffff"]
    assert len(shaded) == 4
    assert (shaded["first"].str.removeprefix("First: ") == shaded["group"].str.lower()).all()
