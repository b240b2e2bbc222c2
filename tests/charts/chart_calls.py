"""Every chart as it is called, and ways to read its specification."""

from __future__ import annotations

from typing import Any

from argument_calls import ARGUMENT_CALLS, MORE_ARGUMENT_CALLS
from record_calls import MORE_RECORD_CALLS, RECORD_CALLS

import swteach as sw
from swteach.charts.renderer import MIME, bundle

# Each chart as a notebook calls it, and as a lecturer might.
CALLS: dict[str, dict[str, Any]] = {
    **ARGUMENT_CALLS,
    **RECORD_CALLS,
    "council_homes": {},
    "homes_and_places": {},
    "provider": {},
    "timeline": {},
}
MORE_CALLS: list[tuple[str, dict[str, Any]]] = [
    *MORE_ARGUMENT_CALLS,
    *MORE_RECORD_CALLS,
    ("council_homes", {"years": (2016, 2023)}),
    ("homes_and_places", {"measure": "homes"}),
    ("homes_and_places", {"measure": "places", "years": (2018, 2023)}),
    ("homes_and_places", {"measure": "homes", "years": (2017, 2025)}),
    ("provider", {"measure": "count"}),
    ("provider", {"years": (2019, 2022)}),
    ("timeline", {"lanes": ["workforce", "texts"], "start": 1946, "end": 2027}),
    ("timeline", {"start": 2014, "end": 2014, "numbered": []}),
]
ALL_CALLS = [*CALLS.items(), *MORE_CALLS]


def draw(name: str, arguments: dict[str, Any]) -> Any:
    """Call one chart function by name."""
    return getattr(sw.charts, name)(**arguments)


def read_spec(chart: Any) -> dict[str, Any]:
    """Return the Vega-Lite that the page gets."""
    return bundle(chart)[0][MIME]


def read_layers(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the innermost layers of a specification."""
    parts = spec.get("layer") or spec.get("vconcat")
    return [inner for part in parts for inner in read_layers(part)] if parts else [spec]


def read_rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows that the chart draws, without those of marks and labels."""
    return spec["datasets"][spec["data"]["name"]]
