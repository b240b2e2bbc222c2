"""Contrast as drawn: words and marks against what lies under them, and groups among themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from chart_calls import read_layers, read_spec
from coloraide import Color
from scene import Mark, read_marks

from swteach.charts.theme import PAPER

TEXT, MARK = 4.5, 3.0
# CIEDE2000. About 2 can be told side by side; a legend is read from further off.
APART_BY_COLOUR = 10
# For groups that are named where they are drawn, or that differ in shape or dash besides.
APART_BESIDES = 5
SIGHTS = {
    "all colours": None,
    "deuteranopia": "deutan",
    "protanopia": "protan",
    "grey": "grayscale",
}
# A tint under a whole plot is no mark: what it says is said in words or by a line besides.
FAINT = 1.5
FURNITURE = ("axis-grid",)


def measure_contrast(colour: Color, under: Color) -> float:
    """Return the contrast of a colour, seen through its opacity, with what lies under it."""
    return Color.layer([colour, under]).contrast(under, method="wcag21")


def find_under(marks: list[Mark], place: int) -> Color:
    """Return the colour on which a mark is drawn."""
    mark, under = marks[place], Color(PAPER)
    for other in marks[:place]:
        if other.kind in ("rect", "symbol") and other.fill and other.holds(mark):
            under = Color.layer([other.fill, under])
    return under


def is_edged(mark: Mark, under: Color) -> bool:
    """Return whether the fill or the edge of a mark stands out."""
    colours = [colour for colour in (mark.fill, mark.stroke) if colour]
    return max(measure_contrast(colour, under) for colour in colours) >= MARK


def is_tint(mark: Mark) -> bool:
    """Return whether a mark is a faint area rather than a figure."""
    return mark.kind == "rect" and measure_contrast(mark.fill, Color(PAPER)) < FAINT


def test_words_stand_out(chart: Any) -> None:
    """Every word has 4.5:1 with the paper, the bar, the cell or the dot under it."""
    marks = read_marks(chart)
    texts = [(n, mark) for n, mark in enumerate(marks) if mark.kind == "text" and mark.words]
    weak = [
        (mark.words, round(found, 2))
        for n, mark in texts
        if (found := measure_contrast(mark.fill, find_under(marks, n))) < TEXT
    ]
    assert texts
    assert weak == []


def test_marks_stand_out(chart: Any) -> None:
    """Every line, point, bar and key has 3:1 with the paper, or its words stand inside it."""
    marks = read_marks(chart)
    texts = [mark for mark in marks if mark.kind == "text" and mark.words]
    drawn = [mark for mark in marks if mark.kind != "text" and mark.role not in FURNITURE]
    weak = [
        (mark.kind, mark.role, mark.fill and mark.fill.to_string(hex=True))
        for mark in drawn
        if not is_edged(mark, Color(PAPER))
        and not is_tint(mark)
        and not any(mark.holds(text) for text in texts)
    ]
    assert drawn
    assert weak == []


def read_scales(chart: Any) -> Iterator[tuple[dict[str, str], bool]]:
    """Yield the colours of the groups of each layer, and whether a legend alone names them."""
    for layer in read_layers(read_spec(chart)):
        for key in ("color", "fill", "stroke"):
            said = layer["encoding"].get(key, {})
            scale = said.get("scale") or {}
            colours = scale.get("range", [])
            if "domain" in scale and all(str(colour).startswith("#") for colour in colours):
                pairs = zip(scale["domain"], colours, strict=True)
                yield dict(pairs), said.get("legend") is not None


def measure_nearest(colours: dict[str, str], sight: str | None) -> tuple[float, str, str]:
    """Return the least CIEDE2000 between two groups of different colour, and which they are."""
    seen = {name: Color(colour) for name, colour in colours.items()}
    if sight:
        seen = {name: colour.filter(sight) for name, colour in seen.items()}
    pairs = [pair for pair in combinations(seen, 2) if colours[pair[0]] != colours[pair[1]]]
    return min((seen[one].delta_e(seen[two], method="2000"), one, two) for one, two in pairs)


def test_groups_are_told_apart(chart: Any) -> None:
    """Groups that a legend names differ in colour; others, named where drawn, differ a little."""
    several = [scale for scale in read_scales(chart) if len(set(scale[0].values())) > 1]
    for (colours, by_legend), sight in product(several, SIGHTS):
        distance, one, two = measure_nearest(colours, SIGHTS[sight])
        least = APART_BY_COLOUR if by_legend else APART_BESIDES
        assert distance >= least, f"{one} and {two} are alike in {sight}"


def test_lines_that_look_alike_differ_in_shape_and_dash(chart: Any) -> None:
    """No two lines of one chart share both colour and dash, nor two kinds of point their look."""
    for layer in read_layers(read_spec(chart)):
        keys = {"line": ("color", "strokeDash"), "point": ("stroke", "fill", "shape")}
        scales = [
            layer["encoding"].get(key, {}).get("scale") or {}
            for key in keys.get(layer["mark"]["type"], ())
        ]
        looks = list(
            zip(*(map(str, scale["range"]) for scale in scales if "range" in scale), strict=True)
        )
        assert len(set(looks)) == len(looks)


def test_a_weak_colour_would_be_found() -> None:
    """The measures see a pale word, and two hues that are one to a reader without red."""
    assert measure_contrast(Color("#949494"), Color(PAPER)) < TEXT
    alike = {"one": "#b00000", "two": "#5c5c00"}
    assert measure_nearest(alike, "deutan")[0] < APART_BY_COLOUR < measure_nearest(alike, None)[0]
