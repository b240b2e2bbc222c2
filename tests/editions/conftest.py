"""The course's questions as the exports read them, and the same with answers kept back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from swteach.editions.items import Sheet, read_sheets
from swteach.editions.losses import leave_out_private
from swteach.exercises.models import Exercise

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sheets() -> list[Sheet]:
    """Return what an export holds of the course, notebook by notebook."""
    return leave_out_private(read_sheets(ROOT))


@pytest.fixture(scope="session")
def questions(sheets: list[Sheet]) -> list[Exercise]:
    """Return all questions of the exports."""
    return [one for sheet in sheets for one in sheet.exercises]


@pytest.fixture(scope="session")
def closed(sheets: list[Sheet]) -> list[Sheet]:
    """Return the same sheets with every question set to `show_answers: never`."""
    return [
        replace(
            sheet, exercises=tuple(replace(one, show_answers="never") for one in sheet.exercises)
        )
        for sheet in sheets
    ]
