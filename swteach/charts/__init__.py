"""The course's charts. Each function returns an Altair chart for :func:`swteach.show`.

Names are loaded when they are first used, so that the package stays light.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from swteach.loading import load_module

# A module never has the name of a chart: importing it would hide the function.
_HOMES = {
    "swteach.charts.boundary": ("out_of_area",),
    "swteach.charts.denominators": ("which_denominator",),
    "swteach.charts.estimates": ("estimates_with_intervals",),
    "swteach.charts.home_grades": ("grades_by_sector",),
    "swteach.charts.margins": ("margins_of_the_largest",),
    "swteach.charts.nations": ("three_nations",),
    "swteach.charts.odds": ("odds_and_chances",),
    "swteach.charts.older": ("homes_then_and_now",),
    "swteach.charts.owners": ("largest_owners",),
    "swteach.charts.spending": ("private_spending",),
    "swteach.charts.source_kinds": ("what_sources_can_say",),
    "swteach.charts.base_years": ("base_year",),
    "swteach.charts.growth": ("growth_by_period",),
    "swteach.charts.early_late": ("early_and_late_spending",),
    "swteach.charts.leaving": ("where_leavers_went",),
    "swteach.charts.regions": ("by_region",),
    "swteach.charts.reports_apart": ("months_between_reports",),
    "swteach.charts.flow": ("first_to_latest",),
    "swteach.charts.limiting": ("all_combinations", "one_inadequate_area"),
    "swteach.charts.outcomes": ("council_grades", "first_grades"),
    "swteach.charts.claims": ("claim_types", "evidence_offered"),
    "swteach.charts.likeness": ("similar_texts",),
    "swteach.charts.texts": ("stances", "texts_in_time"),
    "swteach.charts.voices": ("who_speaks", "words_by_voice"),
    "swteach.charts.side_words": ("words_of_each_side",),
    "swteach.charts.wording": ("key_words",),
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
        return _build_unchecked(getattr(load_module(_NAMES[name]), name))
    raise AttributeError(f"module 'swteach.charts' has no attribute {name!r}")


@cache
def _build_unchecked(function: Callable[..., Any]) -> Callable[..., Any]:
    # Altair checks each part as it is made, a quarter of the time that a chart takes; a test has
    # it check every chart whole. A reader's own charts are checked as ever.
    from altair.utils.schemapi import debug_mode

    @wraps(function)
    def build(*args: Any, **kwargs: Any) -> Any:
        with debug_mode(False):
            return function(*args, **kwargs)

    return build


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
