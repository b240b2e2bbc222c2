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
]
