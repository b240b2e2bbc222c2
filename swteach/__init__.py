"""swteach: what people have argued about children's social care, tested against the record.

Names are loaded when they are first used, so that ``import swteach`` costs nothing.
"""

from __future__ import annotations

from typing import Any

from swteach.loading import load_module

_HOMES = {
    "swteach.tables": (
        "load_breaks",
        "load_claims",
        "load_codings",
        "load_documents",
        "load_events",
        "load_evidence",
        "load_glossary",
        "load_observations",
        "load_paragraphs",
        "load_regimes",
        "load_series",
        "load_sources",
        "load_terms",
    ),
    "swteach.argument_page": ("argument_example",),
    "swteach.agreement": ("measure_agreement",),
    "swteach.charts.saving": ("save",),
    "swteach.charts.show": ("show",),
    "swteach.challenge_file": ("challenges",),
    "swteach.claim_table": ("claim_check", "prediction_ledger"),
    "swteach.course": ("load_course",),
    "swteach.course_texts": ("texts",),
    "swteach.exercises": ("exercise",),
    "swteach.language": (
        "concordance",
        "dispersion",
        "keyness",
        "similarity",
        "term_frequencies",
    ),
    "swteach.page": ("table",),
    "swteach.widgets.agency_calculator": ("agency_calculator",),
    "swteach.widgets.argument_map": ("argument_map",),
    "swteach.widgets.briefing": ("briefing",),
    "swteach.widgets.claim_browser": ("claim_browser",),
    "swteach.widgets.claim_checker": ("claim_checker",),
    "swteach.widgets.inspection_simulator": ("inspection_simulator",),
    "swteach.widgets.journal_page": ("journal_page",),
    "swteach.widgets.ledger": ("ledger",),
    "swteach.widgets.messy_page": ("messy_page",),
    "swteach.widgets.stance_barometer": ("stance_barometer",),
    "swteach.widgets.timeline_explorer": ("timeline_explorer",),
    "swteach.widgets.two_coders": ("two_coders",),
    "swteach.widgets.you_draw_it": ("you_draw_it",),
}
_NAMES = {name: module for module, names in _HOMES.items() for name in names}

_MODULES = ("charts", "exercises", "journal")

__all__ = [*_MODULES, *sorted(_NAMES)]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return load_module(f"swteach.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("swteach")
    if name in _NAMES:
        return getattr(load_module(_NAMES[name]), name)
    raise AttributeError(f"module 'swteach' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__, "__version__"])
