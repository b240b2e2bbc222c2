"""The course's charts. Each function returns an Altair chart for :func:`swteach.show`.

Names are loaded when they are first used, so that the package stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

# A module never has the name of a chart: importing it would hide the function.
_HOMES = {
    "swteach.charts.regimes": ("inspection_regimes",),
    "swteach.charts.failing": ("inadequate_homes",),
    "swteach.charts.inspected": ("good_over_time",),
    "swteach.charts.caseloads": ("caseload",),
    "swteach.charts.children_in_care": ("looked_after",),
    "swteach.charts.enquiries": ("conferences_per_100", "protection_steps"),
    "swteach.charts.moves": ("starters_and_leavers",),
    "swteach.charts.plans": ("plan_categories",),
    "swteach.charts.staffing": ("staff_rates",),
    "swteach.charts.council": ("council_homes",),
    "swteach.charts.homes": ("homes_and_places",),
    "swteach.charts.lanes": ("timeline",),
    "swteach.charts.placements": ("provider",),
}
_NAMES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_NAMES)


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        return getattr(import_module(_NAMES[name]), name)
    raise AttributeError(f"module 'swteach.charts' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
