"""The charts of inspection, workforce and demand as they are called."""

from __future__ import annotations

from typing import Any

RECORD_CALLS: dict[str, dict[str, Any]] = {
    "inspection_regimes": {},
    "inadequate_homes": {},
    "good_over_time": {},
    "caseload": {},
    "conferences_per_100": {},
    "looked_after": {},
    "plan_categories": {},
    "protection_steps": {},
    "staff_rates": {},
    "starters_and_leavers": {},
}
MORE_RECORD_CALLS: list[tuple[str, dict[str, Any]]] = [
    ("good_over_time", {"counted_by": "ofsted"}),
    ("good_over_time", {"years": (2018, 2026)}),
    ("inadequate_homes", {"measure": "homes"}),
    ("inadequate_homes", {"years": (2022, 2024)}),
    ("inspection_regimes", {"start": 2009, "end": 2018}),
    ("caseload", {"geography": "North East"}),
    ("caseload", {"years": (2019, 2023)}),
    ("conferences_per_100", {"geography": "London"}),
    ("conferences_per_100", {"years": (2015, 2023)}),
    ("looked_after", {"measure": "rate"}),
    ("looked_after", {"years": (2000, 2010)}),
    ("plan_categories", {"measure": "count"}),
    ("plan_categories", {"years": (2015, 2023)}),
    ("protection_steps", {"steps": ["plans"]}),
    ("protection_steps", {"years": (2013, 2025), "steps": ["enquiries", "plans"]}),
    ("staff_rates", {"geography": "London"}),
    ("staff_rates", {"rates": ["agency"], "years": (2018, 2024)}),
    ("starters_and_leavers", {"measure": "people"}),
]
