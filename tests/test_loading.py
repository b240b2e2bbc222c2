"""The collector rests while large libraries are loaded, and is left as it was."""

from __future__ import annotations

import gc
import json
import subprocess
import sys

import pytest

from swteach.loading import load_module

COUNT = "; import gc, json; print(json.dumps([gc.isenabled(), gc.get_stats()[2]['collections']]))"


def collections_after(statement: str) -> int:
    """Return how often a fresh interpreter looks through all its objects for some to throw away."""
    command = [sys.executable, "-c", statement + COUNT]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    enabled, count = json.loads(done.stdout)
    assert enabled
    return count


def test_a_chart_is_loaded_without_a_sweep() -> None:
    """Altair by itself costs several sweeps; by way of a chart's name it costs none."""
    before = collections_after("pass")
    assert collections_after("import altair") > before
    assert collections_after("import swteach as sw; sw.charts.timeline; sw.exercise") == before


def test_the_collector_is_left_as_it_was() -> None:
    """It is on again after a module that cannot be loaded, and stays off for who turned it off."""
    with pytest.raises(ModuleNotFoundError):
        load_module("swteach.no_such_module")
    assert gc.isenabled()
    gc.disable()
    try:
        assert load_module("swteach.page").MISSING
        assert not gc.isenabled()
    finally:
        gc.enable()
