"""Loading the modules that draw and ask, and the large libraries behind them, without a sweep."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    if name in sys.modules or not gc.isenabled():
        return import_module(name)
    with _at_rest():
        return import_module(name)


@contextmanager
def _at_rest() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Together these two only say that all there is now is old: the next small sweeps,
            # which are for what is new, pass over it. Nothing stays frozen.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
