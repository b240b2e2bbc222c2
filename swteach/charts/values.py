"""Writing a chart's frames as JSON values, in a fraction of the time that Altair takes.

The values are those that Altair's own way gives; a frame with a kind of column that the course
does not use goes that way.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

import altair as alt
import pandas as pd
from pandas.api.types import is_extension_array_dtype

# Kinds of numpy, and names of pandas' own kinds, that are written here.
_KINDS, _NAMES = "bifM", ("str", "string", "category", "Int64")


def write_values(data: Any) -> Any:
    """Return a frame as Vega-Lite's inline data, with empty for what JSON does not know.

    Parameters
    ----------
    data
        A frame; anything else is left to Altair.

    Returns
    -------
    dict
        ``values``: one dict a row, dates in ISO format.

    Notes
    -----
    Enabled only while one of the course's charts is drawn: a reader's own charts keep the
    transformer that the reader chose.
    """
    if not isinstance(data, pd.DataFrame) or not all(map(_is_plain, data.dtypes)):
        return alt.default_data_transformer(data)
    columns = [_write_column(column) for _, column in data.items()]
    names = [str(name) for name in data.columns]
    return {"values": [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]}


def _is_plain(kind: Any) -> bool:
    return str(kind) in _NAMES if is_extension_array_dtype(kind) else kind.kind in _KINDS


def _write_column(column: pd.Series) -> list[Any]:
    values = column.tolist()
    if column.dtype.kind == "M":
        return ["" if value is pd.NaT else value.isoformat() for value in values]
    if column.dtype.kind == "f":
        return [value if isfinite(value) else None for value in values]
    known = column.notna().tolist()
    return [value if there else None for value, there in zip(values, known, strict=True)]
