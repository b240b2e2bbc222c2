"""What a lecturer may do by accident: each slip is named in its place, and its remedy works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lecturer_slips import SLIPS

from swteach.kit.checking import accept, check_course, is_acceptable


def test_the_course_as_made_has_no_problem(made: Path):
    """Whatever is found below was done there."""
    assert check_course(made, fast=True).problems == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_in_its_place_and_its_remedy_works(course: Path, name: str):
    """File and line are right, the remedy says what to do, and doing it leaves nothing to mend."""
    slip = SLIPS[name]
    slip.damage(course)
    problems = check_course(course, fast=True).problems
    said = [one for one in problems if one.file == slip.file and re.search(slip.said, str(one))]
    assert said, "\n".join(map(str, problems))
    assert any(slip.remedy in one.remedy for one in said), said
    if slip.at:
        lines = (course / slip.file).read_text(encoding="utf-8").split("\n")
        assert any(slip.at in lines[one.line - 1] for one in said), said
    slip.mend(course)
    left = [one for one in check_course(course, fast=True).problems if not is_acceptable(one)]
    assert left == [], "\n".join(map(str, left))
    accept(course)
    assert check_course(course, fast=True).problems == []
