"""Loading the modules that draw and ask, and the large libraries behind them, without a sweep."""

from __future__ import annotations

import gc
from importlib import import_module
from types import ModuleType


def load_module(name: str) -> ModuleType:
    """Import a module, and what it imports, with Python's garbage collector at rest.

    pandas, Altair and ipywidgets make a quarter of a million objects that stay. While they come,
    Python would look through all of them five times for some to throw away: a third of a second.

    Parameters
    ----------
    name
        The module's full name, such as ``"swteach.charts.lanes"``.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        return import_module(name)
    finally:
        if swept:
            gc.enable()
