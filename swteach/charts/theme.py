"""How the course's charts look: large text, and groups told apart without colour."""

from __future__ import annotations

from typing import Any, NamedTuple

import altair as alt

NAME = "swteach"
INK = "#1a1a1a"
SOFT_INK = "#595959"
PAPER = "#ffffff"
GRID = "#e3e3e3"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
TEXT_SIZE = 16
LINE_WIDTH = 2.5
WIDTH = 640


class Look(NamedTuple):
    """A colour, a point shape and a dash pattern; hollow points are filled with paper."""

    colour: str
    shape: str
    dash: tuple[int, ...] = (1, 0)
    hollow: bool = False


# Okabe and Ito's hues, darkened: each stands 3:1 against white, and each is another grey.
COUNCIL = Look("#00457a", "circle")
PRIVATE = Look("#d55e00", "square", (10, 3))
VOLUNTARY = Look("#007354", "triangle-up", (4, 3))
HEALTH = Look("#7d3f66", "diamond", (2, 2))
OTHER = Look("#929292", "triangle-down", (8, 2, 2, 2))
UNKNOWN = Look("#1a1a1a", "cross", (2, 4))


class Group(NamedTuple):
    """A line's name, its short name for narrow screens, and its look."""

    name: str
    short: str
    look: Look


CHANNELS = {
    "color": alt.Color,
    "stroke": alt.Stroke,
    "fill": alt.Fill,
    "shape": alt.Shape,
    "strokeDash": alt.StrokeDash,
}


def encode_looks(groups: list[Group], field: str = "group") -> dict[str, Any]:
    """Return the colour, stroke, fill, shape and dash channels that give each group its look.

    Parameters
    ----------
    groups
        The groups in the order of the table.
    field
        The column that holds a group's name.
    """
    looks = [group.look for group in groups]
    ranges = {
        "color": [look.colour for look in looks],
        "stroke": [look.colour for look in looks],
        "fill": [PAPER if look.hollow else look.colour for look in looks],
        "shape": [look.shape for look in looks],
        "strokeDash": [list(look.dash) for look in looks],
    }
    names = [group.name for group in groups]
    return {key: _channel(key, field, names, values) for key, values in ranges.items()}


def _channel(key: str, field: str, names: list[str], values: list[Any]) -> Any:
    scale = alt.Scale(domain=names, range=values)
    return CHANNELS[key](f"{field}:N", legend=None, scale=scale)


@alt.theme.register(NAME, enable=False)
def theme() -> alt.theme.ThemeConfig:
    """Return the course's Altair theme.

    It is registered under the name ``swteach`` but never enabled for charts that are not the
    course's own. Every colour is set, because JupyterLab's dark theme asks Vega for light text.
    """
    return {"config": _config()}


def _config() -> Any:
    text = {"labelColor": INK, "titleColor": INK, "labelFont": FONT, "titleFont": FONT}
    sizes = {"labelFontSize": TEXT_SIZE, "titleFontSize": TEXT_SIZE}
    return {
        "background": PAPER,
        "font": FONT,
        "padding": 10,
        "view": {"stroke": None},
        "axis": {**text, **sizes, "gridColor": GRID, "domainColor": INK, "tickColor": INK},
        "legend": {**text, **sizes},
        "line": {"strokeWidth": LINE_WIDTH},
        "point": {"size": 70, "filled": True},
        "text": {"fontSize": TEXT_SIZE, "color": INK, "font": FONT},
        "style": {"guide-label": {"fill": INK}, "guide-title": {"fill": INK}},
        "title": _title_config(),
    }


def _title_config() -> dict[str, Any]:
    return {
        "anchor": "start",
        "frame": "bounds",
        "offset": 14,
        "font": FONT,
        "fontSize": 18,
        "color": INK,
        "subtitleFont": FONT,
        "subtitleFontSize": TEXT_SIZE,
        "subtitleColor": SOFT_INK,
        "subtitlePadding": 6,
    }
