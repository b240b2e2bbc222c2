"""The charts of the texts and of privatisation as they are called."""

from __future__ import annotations

from typing import Any

ARGUMENT_CALLS: dict[str, dict[str, Any]] = {
    "claim_types": {},
    "evidence_offered": {},
    "key_words": {},
    "similar_texts": {},
    "stances": {},
    "texts_in_time": {},
    "who_speaks": {},
    "words_by_voice": {},
    "words_of_each_side": {},
    "estimates_with_intervals": {},
    "grades_by_sector": {},
    "homes_then_and_now": {},
    "largest_owners": {},
    "margins_of_the_largest": {},
    "odds_and_chances": {},
    "out_of_area": {},
    "private_spending": {},
    "three_nations": {},
    "which_denominator": {},
}
MORE_ARGUMENT_CALLS: list[tuple[str, dict[str, Any]]] = [
    ("claim_types", {"theme": "workforce"}),
    ("evidence_offered", {"doc": "jones-2014-cavalry"}),
    ("key_words", {"by": "year", "target": [2014], "reference": [2015], "top": 5, "texts": 2}),
    ("similar_texts", {"text": "bee-2015-agency"}),
    ("stances", {"issues": ["Inspection"], "genres": ["opinion"]}),
    ("texts_in_time", {"genres": ["reader comment", "research summary"]}),
    ("who_speaks", {"measure": "words"}),
    ("words_by_voice", {"genres": ["opinion", "interview"]}),
    ("words_of_each_side", {"by": "genre", "sides": ["opinion", "reader comment"], "top": 4}),
    ("estimates_with_intervals", {"measure": "odds"}),
    ("grades_by_sector", {"grade": "outstanding", "years": (2018, 2025)}),
    ("grades_by_sector", {"sectors": ["voluntary", "council"]}),
    ("homes_then_and_now", {"years": (2018, 2023)}),
    ("largest_owners", {"years": (2022, 2024)}),
    ("margins_of_the_largest", {"studies": ["lga"]}),
    ("odds_and_chances", {"start": 50, "rates": [10, 30, 50, 70, 90]}),
    ("out_of_area", {"providers": True, "years": (2015, 2025)}),
    ("private_spending", {"kinds": ["fostering"], "years": (2010, 2014)}),
    ("three_nations", {"nations": ["Scotland", "Wales"]}),
    ("which_denominator", {"year": 2018}),
]
