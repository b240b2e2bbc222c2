"""Reading a table as typed, filtering it, and keeping the caller's copy apart."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from swteach.check import check_folder
from swteach.datapackage import find_data, read_package
from swteach.frames import load

TABLES = sorted(read_package())
KINDS = {"date": "M", "integer": "i", "number": "f"}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the data that the loaders read."""
    folder = shutil.copytree(find_data(), tmp_path / "data")
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    return folder


@pytest.mark.parametrize("name", TABLES)
def test_each_column_has_the_type_of_its_field(name: str) -> None:
    """Closed lists are categories in their order, dates dates, counts nullable integers."""
    frame = load(name, {})
    fields = read_package()[name].fields
    assert list(frame.columns) == [field.name for field in fields] and len(frame) > 0
    for field in fields:
        dtype = frame[field.name].dtype
        if field.enum:
            assert tuple(dtype.categories) == field.enum
        elif field.type == "string":
            assert isinstance(dtype, pd.StringDtype)
        else:
            assert dtype.kind == KINDS[field.type], field.name
        assert not (field.required and frame[field.name].isna().any()), field.name


def spoil_cell(frame: pd.DataFrame) -> None:
    """Write into one cell by position."""
    frame.iloc[0, 0] = "spoilt"


def spoil_column(frame: pd.DataFrame) -> None:
    """Replace a whole column."""
    frame["value"] = -1.0


def spoil_in_place(frame: pd.DataFrame) -> None:
    """Change values, rows and columns without making a new frame."""
    frame["value"] *= 2
    frame.loc[:, "period"] = "spoilt"
    frame.loc[len(frame)] = frame.iloc[0]
    frame.insert(0, "spoilt", 1)
    del frame["note"]


def spoil_array(frame: pd.DataFrame) -> None:
    """Write into the array behind a column, as far as pandas lets one."""
    values = frame["value"].to_numpy()
    if not values.flags.writeable:
        values = frame["value"].array._ndarray  # what a determined reader would find
        values.flags.writeable = True
    values[:] = 0


def spoil_labels(frame: pd.DataFrame) -> None:
    """Name the index and the columns, and put another index in."""
    frame.columns.name = "spoilt"
    frame.index.name = "spoilt"
    frame.index += 1


def spoil_categories(frame: pd.DataFrame) -> None:
    """Rename the categories of a closed list."""
    frame["display"] = frame["display"].cat.rename_categories(str.upper)


def spoil_attrs(frame: pd.DataFrame) -> None:
    """Leave a note on the frame."""
    frame.attrs["note"] = "spoilt"
    frame.flags.allows_duplicate_labels = False


SPOILERS = [
    spoil_cell,
    spoil_column,
    spoil_in_place,
    spoil_array,
    spoil_labels,
    spoil_categories,
    spoil_attrs,
]


@pytest.mark.parametrize("filters", [{}, {"series": "dm_s47"}], ids=["all", "filtered"])
@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_returned_frame_is_the_caller_s_own(
    spoil: Callable[[pd.DataFrame], None], filters: dict[str, str]
) -> None:
    """Whatever is done to one frame, the next call returns the table as it stands in its file."""
    before = load("observations", filters)
    spare = before.to_csv()
    spoil(load("observations", filters))
    after = load("observations", filters)
    pd.testing.assert_frame_equal(after, before)
    assert after.to_csv() == spare
    assert after.columns.name is None and after.index.name is None
    assert after.attrs == {} and after.flags.allows_duplicate_labels


def test_filters_keep_the_rows_that_pass_them_all() -> None:
    """One value, several values and several columns each keep just their rows, numbered anew."""
    one = load("observations", {"series": "dm_s47", "geography": "England", "breakdown": "all"})
    two = load("observations", {"series_id": ["dm_s47", "dm_cla_uasc"]})
    assert set(one["series_id"]) == {"dm_s47"} and set(one["geography"]) == {"England"}
    assert set(two["series_id"]) == {"dm_s47", "dm_cla_uasc"} and len(two) > len(one)
    assert list(one.index) == list(range(len(one)))
    assert set(load("claims", {"paragraph": 0})["paragraph"]) == {0}
    day = load("events", {"date_start": "1948-07-05"})
    assert list(day["event_id"]) == ["1948-children-act-1948-takes"]


@pytest.mark.parametrize(
    ("table", "filters", "error", "said"),
    [
        ("observations", {"series": "dm_s74"}, ValueError, "Did you mean: dm_s47"),
        ("observations", {"geography": "Englnd"}, ValueError, "Did you mean: England"),
        ("observations", {"display": ["plain", "hidden"]}, ValueError, "Did you mean: hide"),
        ("observations", {"serie": "dm_s47"}, TypeError, "Did you mean: series_id"),
        ("events", {"lane": "Inspection"}, ValueError, "Did you mean: inspection"),
        ("events", {"date_start": "1948-07-04"}, ValueError, "1948-07-05"),
        ("events", {"date_start": "July"}, ValueError, "is not a date"),
        ("claims", {"paragraph": 999}, ValueError, "is not in claims.paragraph"),
    ],
)
def test_an_unknown_filter_is_answered_with_the_nearest(
    table: str, filters: dict[str, object], error: type[Exception], said: str
) -> None:
    """An unknown value or column is an error that repeats it and names what is legal."""
    with pytest.raises(error) as caught:
        load(table, filters)
    assert said in str(caught.value)
    assert str(next(iter(filters))) in str(caught.value)


def test_a_changed_file_is_seen(data: Path) -> None:
    """A figure that a lecturer changes is in the next frame, and so is a longer closed list."""
    assert load("regimes", {"regime_id": "ssi"})["scale_points"].isna().all()
    path = data / "regimes.csv"
    text = path.read_text(encoding="utf-8").replace("Social Services Inspectorate (SSI)", "The SSI")
    path.write_text(text, encoding="utf-8")
    assert load("regimes", {"regime_id": "ssi"})["name"].item() == "The SSI"
    described = data / "datapackage.json"
    text = described.read_text(encoding="utf-8")
    described.write_text(text.replace('"partly"', '"partly",\n"seldom"'), encoding="utf-8")
    assert "seldom" in load("regimes", {})["unannounced"].cat.categories


def test_a_change_that_keeps_size_and_second_is_seen(data: Path) -> None:
    """Two changes within one second, of the same length, are both seen."""
    path = data / "glossary.csv"
    text = path.read_text(encoding="utf-8")
    seen = []
    for letter in "XYZ":
        path.write_text(text.replace("\nADASS,", f"\nADAS{letter},"), encoding="utf-8")
        moment = path.stat().st_mtime_ns // 10**9 * 10**9 + ord(letter)
        os.utime(path, ns=(moment, moment))
        seen.append(load("glossary", {})["term"].iloc[1])
    assert seen == ["ADASX", "ADASY", "ADASZ"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",report,reviews and market,", ",report,reviews,"),
        (
            ",report,reviews and market,privatisation,,",
            ",report,reviews and market,privatisation,x,",
        ),
        ("1946-01-01,1946-12-31", "1946-01-01,31/12/1946"),
        ("\n1948-children", "\n1948-too,many,children"),
    ],
    ids=["category", "category that may be missing", "date", "ragged"],
)
def test_a_wrong_value_is_an_error_and_not_a_missing_one(data: Path, old: str, new: str) -> None:
    """A value that its column does not allow stops the loader, which says how to find it."""
    path = data / "events.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"events\.csv .*swteach check"):
        load("events", {})
    assert any(problem.line for problem in check_folder(data) if problem.file == "events.csv")
