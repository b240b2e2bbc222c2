"""The looks of the four grades."""

from __future__ import annotations

from itertools import pairwise

from swteach.charts.bars import measure_luminance
from swteach.charts.grades import GRADES


def test_neighbouring_grades_differ_in_grey_and_stand_out() -> None:
    """Each has 3:1 with white, and neighbours in a bar differ in lightness L* by 8."""
    lights = [measure_luminance(group.look.colour) for group in GRADES.values()]
    assert all(1.05 / (light + 0.05) >= 3 for light in lights)
    greys = [116 * light ** (1 / 3) - 16 for light in lights]
    assert all(abs(one - other) >= 8 for one, other in pairwise(greys))
