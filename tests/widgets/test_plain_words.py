"""What students read speaks of things, not of files and their columns."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import swteach as sw
from swteach.exercises import load_exercises

# A file, a folder, or a name with a low line, as tables and programs have them.
OURS = re.compile(r"\b[\w/]+\.(?:csv|ya?ml|py)\b|\bdata/|\b[A-Za-z]+_\w+")
NOT_SHOWN = {
    "id",
    "type",
    "outcome",
    "bloom",
    "show_answers",
    "claims",
    "evidence",
    "series",
    "calc",
}


@pytest.mark.parametrize(
    "make",
    [
        sw.agency_calculator,
        sw.claim_browser,
        sw.inspection_simulator,
        sw.messy_page,
        sw.stance_barometer,
        sw.timeline_explorer,
        sw.two_coders,
    ],
)
def test_no_tool_names_a_file_or_column(make: Any) -> None:
    """A reader of the tool's words meets no name that only the course's makers need."""
    assert OURS.findall(make().plain_text()) == []


def _texts(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    if is_dataclass(part):
        part = [getattr(part, one.name) for one in fields(part) if one.name not in NOT_SHOWN]
    if isinstance(part, dict):
        part = list(part.values())
    return [text for one in part for text in _texts(one)] if isinstance(part, list | tuple) else []


@pytest.mark.parametrize("number", range(10))
def test_no_question_names_a_file_or_column(number: int) -> None:
    """Nor does a question, an option or a reply, in any notebook."""
    found = {one.id: OURS.findall(" ".join(_texts(one))) for one in load_exercises(number)}
    assert {name: words for name, words in found.items() if words} == {}
