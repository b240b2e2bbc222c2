"""Grids whose cells and words stand where they belong."""

from __future__ import annotations

import pandas as pd
from chart_calls import read_layers, read_spec

import swteach as sw
from swteach.charts.grids import place_cells


def test_cells_stand_in_rows_and_columns() -> None:
    """Cells of one row share a height, of one column a number; headings stand once."""
    rows = pd.DataFrame({"kind": ["a", "a", "b", "b"], "group": ["x", "personal experience"] * 2})
    placed = place_cells(rows, "kind", "group")
    assert placed["column"].tolist() == [0, 1, 0, 1]
    assert placed.groupby("name", sort=False)["place"].first().index.tolist() == ["a", "", "b"]
    assert placed["place"].nunique() == 2
    assert placed["head"].tolist() == ["x", "personal\nexperience", "", ""]


def test_every_cell_holds_its_words() -> None:
    """The layer of words draws what the rows show, in the ink of the row."""
    layers = read_layers(read_spec(sw.charts.stances()))
    words = next(layer for layer in layers if layer["encoding"].get("text"))["encoding"]
    assert (words["text"]["field"], words["color"]["field"]) == ("shown", "ink")
    assert words["color"]["scale"] is None
