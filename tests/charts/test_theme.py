"""Colours that everybody can tell from the page and from one another."""

from __future__ import annotations

from itertools import combinations

import pytest

from swteach.charts import theme
from swteach.charts.theme import COUNCIL, HEALTH, OTHER, PRIVATE, UNKNOWN, VOLUNTARY, Look

LOOKS = [COUNCIL, PRIVATE, VOLUNTARY, HEALTH, OTHER, UNKNOWN]


def measure_luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def measure_contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    light, dark = sorted(map(measure_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_marks_stand_out(look: Look) -> None:
    """Lines and points have a contrast of 3:1 with the paper."""
    assert measure_contrast(look.colour, theme.PAPER) >= 3


@pytest.mark.parametrize("ink", [theme.INK, theme.SOFT_INK])
def test_text_can_be_read(ink: str) -> None:
    """Text has a contrast of 4.5:1 with the paper."""
    assert measure_contrast(ink, theme.PAPER) >= 4.5


def test_looks_differ_in_grey_shape_and_dash() -> None:
    """Two groups never share a grey (lightness L* by 6), a shape or a dash pattern."""
    for one, other in combinations(LOOKS, 2):
        greys = [116 * measure_luminance(look.colour) ** (1 / 3) for look in (one, other)]
        assert abs(greys[0] - greys[1]) >= 6, (one, other)
        assert one.shape != other.shape
        assert one.dash != other.dash


def test_text_and_lines_are_large() -> None:
    """Text is 16 pixels or more and lines 2 or more; every colour is stated for dark themes."""
    config = theme.theme()["config"]
    sizes = [part[key] for part in config.values() if isinstance(part, dict) for key in part
             if key.lower().endswith("fontsize")]  # fmt: skip
    assert min(sizes) >= 16
    assert config["line"]["strokeWidth"] >= 2
    assert config["background"] == theme.PAPER
    assert config["style"]["guide-label"]["fill"] == theme.INK
