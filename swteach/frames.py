"""Reading a table as its schema types it, and filtering its rows."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pandas.errors import Pandas4Warning

from swteach.datapackage import DESCRIPTOR, Field, Resource, find_data, read_package


def load(name: str, filters: dict[str, Any]) -> pd.DataFrame:
    """Return the rows of one table that pass every filter, as the caller's own frame.

    Parameters
    ----------
    name
        The table, such as ``"observations"``.
    filters
        Columns (``_id`` may be left out) and the value or list of values to keep.

    Raises
    ------
    TypeError
        If a filter names no column.
    ValueError
        If a value is not in its column; the message names the nearest ones.
    """
    frame = _load_whole(name)
    if not filters:
        return frame.copy()
    matches = [_match(frame, name, key, value) for key, value in filters.items()]
    return frame[np.logical_and.reduce(matches)].reset_index(drop=True)


def _load_whole(name: str) -> pd.DataFrame:
    return _read(*stamp(name))


def stamp(name: str) -> tuple[Path, str, tuple[int, ...]]:
    """Return what tells one state of a table from the next: its folder, name and file times."""
    folder = find_data()
    files = (read_package(folder)[name].path, DESCRIPTOR)
    return folder, name, tuple(Path(folder, file).stat().st_mtime_ns for file in files)


@lru_cache(maxsize=32)
def _read(folder: Path, name: str, changed: tuple[int, ...]) -> pd.DataFrame:
    return read_csv(folder, read_package(folder)[name])


def read_csv(folder: Path, resource: Resource) -> pd.DataFrame:
    """Return one table as its schema types it.

    Parameters
    ----------
    folder
        The data folder.
    resource
        The table, from :func:`swteach.datapackage.read_package`.

    Raises
    ------
    ValueError
        If a value is not of its column's type or closed list; the message names the file.
    """
    dates = [field.name for field in resource.fields if field.type == "date"]
    try:
        # What pandas 3 only warns of: a value outside a closed list would become a missing one.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pandas4Warning)
            frame = pd.read_csv(
                folder / resource.path,
                dtype={f.name: _dtype(f) for f in resource.fields if f.type != "date"},
                parse_dates=dates,
                date_format="%Y-%m-%d",
                keep_default_na=False,
                na_values=[""],
            )
    except (ValueError, TypeError, Pandas4Warning) as error:
        raise ValueError(_advise(folder, resource, f"cannot be read: {error}")) from error
    wrong = [name for name in dates if frame[name].dtype.kind != "M"]
    if wrong:
        raise ValueError(_advise(folder, resource, f"has words for a date in {wrong[0]}"))
    return frame


def _advise(folder: Path, resource: Resource, what: str) -> str:
    said = " ".join(what.split()).rstrip(".")
    return f"{resource.path} {said}. To see each line that is wrong: swteach check {folder}"


def _dtype(field: Field) -> Any:
    if field.enum:
        return pd.CategoricalDtype(field.enum)
    return {"integer": "Int64", "number": "float64"}.get(field.type, "str")


def _match(frame: pd.DataFrame, table: str, key: str, value: Any) -> pd.Series:
    column = _find_column(frame, table, key)
    wanted = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    if frame[column].dtype.kind == "M":
        wanted = [_read_date(f"{key}={item!r}", item) for item in wanted]
    known = set(frame[column].dropna().unique())
    for item in wanted:
        if item not in known:
            what = f"{key}={_show(item)!r}"
            raise ValueError(_explain(what, f"{table}.{column}", _show(item), map(_show, known)))
    return frame[column].isin(wanted)


def _read_date(what: str, value: Any) -> pd.Timestamp:
    try:
        return pd.Timestamp(date.fromisoformat(value) if isinstance(value, str) else value)
    except (ValueError, TypeError):
        raise ValueError(f"{what} is not a date. Write year-month-day: 2025-03-31.") from None


def _show(value: Any) -> Any:
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value


def _find_column(frame: pd.DataFrame, table: str, key: str) -> str:
    for column in (key, f"{key}_id"):
        if column in frame:
            return column
    raise TypeError(_explain(f"filter {key!r}", f"the columns of {table}", key, frame.columns))


def _explain(what: str, where: str, value: Any, legal: Iterable[Any]) -> str:
    names = sorted(str(item) for item in legal)
    near = get_close_matches(str(value), names, n=3, cutoff=0.5) or names[:12]
    return f"{what} is not in {where}. Did you mean: {', '.join(near)}?"
