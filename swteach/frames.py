"""Reading a table as its schema types it, and filtering its rows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from swteach.datapackage import Field, Resource, find_data, read_package


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
    folder = find_data()
    path = folder / read_package(folder)[name].path
    frame = _read(folder, name, path.stat().st_mtime_ns)
    kept = pd.Series(True, index=frame.index)
    for key, value in filters.items():
        kept &= _match(frame, name, key, value)
    return frame[kept].reset_index(drop=True) if filters else frame.copy()


@lru_cache(maxsize=32)
def _read(folder: Path, name: str, changed: int) -> pd.DataFrame:
    return read_csv(folder, read_package(folder)[name])


def read_csv(folder: Path, resource: Resource) -> pd.DataFrame:
    """Return one table as its schema types it.

    Parameters
    ----------
    folder
        The data folder.
    resource
        The table, from :func:`swteach.datapackage.read_package`.
    """
    return pd.read_csv(
        folder / resource.path,
        dtype={field.name: _dtype(field) for field in resource.fields if field.type != "date"},
        parse_dates=[field.name for field in resource.fields if field.type == "date"],
        date_format="%Y-%m-%d",
        keep_default_na=False,
        na_values=[""],
    )


def _dtype(field: Field) -> Any:
    if field.enum:
        return pd.CategoricalDtype(field.enum)
    return {"integer": "Int64", "number": "float64"}.get(field.type, "str")


def _match(frame: pd.DataFrame, table: str, key: str, value: Any) -> pd.Series:
    column = _find_column(frame, table, key)
    wanted = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    known = set(frame[column].dropna().unique())
    for item in wanted:
        if item not in known:
            raise ValueError(_explain(f"{key}={item!r}", f"{table}.{column}", item, known))
    return frame[column].isin(wanted)


def _find_column(frame: pd.DataFrame, table: str, key: str) -> str:
    for column in (key, f"{key}_id"):
        if column in frame:
            return column
    raise TypeError(_explain(f"filter {key!r}", f"the columns of {table}", key, frame.columns))


def _explain(what: str, where: str, value: Any, legal: Iterable[Any]) -> str:
    names = sorted(str(item) for item in legal)
    near = get_close_matches(str(value), names, n=3, cutoff=0.5) or names[:12]
    return f"{what} is not in {where}. Did you mean: {', '.join(near)}?"
