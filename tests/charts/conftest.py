"""Fixtures of the chart tests: every chart in turn, and data that can be changed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chart_calls import ALL_CALLS, draw

import swteach as sw

DATA = Path(sw.__file__).resolve().parent.parent / "data"


@pytest.fixture(params=ALL_CALLS, ids=lambda call: f"{call[0]}-{'-'.join(map(str, call[1]))}")
def chart(request: pytest.FixtureRequest) -> Any:
    """Return every chart in turn."""
    return draw(*request.param)


Change = Callable[..., None]


@pytest.fixture
def change_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """Return a function that changes one row of a table in a copy of the data, then used."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    monkeypatch.setenv("SWTEACH_DATA", str(folder))

    def change(name: str, wanted: dict[str, str], year: str = "", **changes: str) -> None:
        path = folder / name
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        found = [row for row in rows if wanted.items() <= row.items()]
        found = [row for row in found if row.get("period_end", "").startswith(year)]
        assert len(found) == 1
        found[0].update(changes)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    return change


@pytest.fixture
def change_row(change_data: Change) -> Change:
    """Return a function that changes one observation in a copy of the data, which is then used."""

    def change(series: str, part: str, year: str, **changes: str) -> None:
        wanted = {"series_id": series, "breakdown": part}
        change_data("observations.csv", wanted, year, **changes)

    return change
