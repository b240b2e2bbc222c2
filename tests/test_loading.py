"""The collector rests while large libraries are loaded, and is left as it was."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from typing import Any

import pytest

from swteach.loading import load_module

CHART = "import swteach as sw; sw.charts.timeline; sw.exercise"


def tell(before: str, statement: str, asked: str) -> Any:
    """Return what a fresh interpreter says when it is asked something after a statement."""
    code = f"import gc, json; {before}; {statement}; print(json.dumps({asked}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def count_sweeps(statement: str) -> int:
    """Return how often the collector ran, whatever it looked through."""
    count = "seen = []; gc.callbacks.append(lambda phase, _: seen.append(phase))"
    return tell(count, statement, "seen.count('start')")


def test_a_chart_is_loaded_without_sweeps() -> None:
    """Altair by itself costs hundreds of sweeps; by way of a chart's name it costs next to none."""
    assert count_sweeps(CHART) * 20 < count_sweeps("import altair")


def test_what_was_loaded_is_old_and_nothing_is_frozen() -> None:
    """No small sweep has much to look through, and nothing is kept from a whole one."""
    count = "young = []; gc.callbacks.append(lambda *_: young.append(len(gc.get_objects(0))))"
    asked = "[gc.isenabled(), gc.get_freeze_count(), max(young), len(gc.get_objects())]"
    enabled, frozen, most, every = tell(count, CHART, asked)
    assert (enabled, frozen) == (True, 0)
    assert most * 10 < every


def test_what_is_loaded_already_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Naming a module again, as every cell does, leaves the reader's own objects young."""
    monkeypatch.setattr(gc, "freeze", lambda: pytest.fail("everything was made old again"))
    assert load_module("swteach.loading").load_module is load_module


def test_the_collector_is_left_as_it_was() -> None:
    """It is on again after a module that cannot be loaded, and stays off for who turned it off."""
    with pytest.raises(ModuleNotFoundError):
        load_module("swteach.no_such_module")
    assert gc.isenabled()
    said = tell("gc.disable()", CHART, "[gc.isenabled(), len(sw.charts.__all__) > 1]")
    assert said == [False, True]


def test_what_a_reader_froze_stays_frozen() -> None:
    """Where somebody has frozen objects before, none of them is thawed."""
    assert tell("gc.freeze()", CHART, "gc.get_freeze_count()") > 1000
