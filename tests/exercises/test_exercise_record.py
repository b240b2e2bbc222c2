"""The rows that questions rest on: read fast where a table is sound, with care where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from damages import DAMAGES, edit, swap

from swteach.datapackage import find_data, read_package
from swteach.exercises import record

NAMES = sorted(record.TABLES)


def _read_both(folder: Path, name: str) -> tuple[list | None, list]:
    resource = read_package(folder)[name]
    path = folder / resource.path
    return record._read_sound(path, resource.names), record._read_damaged(folder, resource)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_table_is_read_as_the_careful_reader_reads_it(name: str) -> None:
    """Every cell of every row is the same, and the fast reader refuses none of the tables."""
    fast, careful = _read_both(find_data(), name)
    assert fast == careful
    assert len(careful) > 10


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_table_is_never_read_otherwise(name: str, tmp_path: Path) -> None:
    """Whatever is wrong in a table, the fast reader gives what the careful one does, or nothing."""
    case = DAMAGES[name]
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    edit(folder / read_package(folder)[case.table].path, case.damage)
    fast, careful = _read_both(folder, case.table)
    assert fast is None or fast == careful


def test_what_cannot_be_seen_is_left_to_the_careful_reader(tmp_path: Path) -> None:
    """A control character in a cell, which that reader takes out, is not shown to a student."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    edit(folder / read_package(folder)["claims"].path, swap("the ", "the\x0b"))
    fast, careful = _read_both(folder, "claims")
    assert fast is None
    assert record._rows(folder, read_package(folder), "claims") == careful


def test_a_figure_is_found_among_those_of_its_series() -> None:
    """A series' figures are made once, in the order of the table, and no others with them."""
    figures = record.read_record().figures
    assert figures["dm_s47"] is figures["dm_s47"]
    assert {figure.series for figure in figures["dm_s47"]} == {"dm_s47"}
    rows = record._rows(find_data(), read_package(), "observations")
    assert sum(len(figures[series]) for series in figures) == len(rows)
    assert "no_such_series" not in figures
