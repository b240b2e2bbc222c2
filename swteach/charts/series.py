"""What the course says of a series, looked up once for all charts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache

import pandas as pd

from swteach.frames import stamp
from swteach.tables import load_series


def find_series(ids: Iterable[str]) -> pd.DataFrame:
    """Return the rows of ``load_series`` of some series, each once, in the order given.

    Raises
    ------
    ValueError
        If there is no such series; the message names the nearest.
    """
    wanted = list(dict.fromkeys(ids))
    known = _load_said(stamp("series"))
    if missing := [name for name in wanted if name not in known.index]:
        load_series(series=missing)  # says which ones are near
    return known.loc[wanted]


@lru_cache(maxsize=2)
def _load_said(state: Hashable) -> pd.DataFrame:
    return load_series().set_index("series_id", drop=False)
