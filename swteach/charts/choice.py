"""A menu under a chart that brings one group forward, in the browser, with no kernel."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from swteach.charts.joining import add_control, give

_FAINT = 0.2


def add_choice(chart: alt.LayerChart, names: Sequence[str], label: str) -> alt.LayerChart:
    """Return a layered chart with a menu that makes all but one group faint.

    Parameters
    ----------
    chart
        Layers whose rows have ``group``; layers without it stay as they are.
    names
        The groups on offer; "all" comes first.
    label
        The words before the menu, which name it for a screen reader too.
    """
    menu = alt.binding_select(options=["", *names], labels=["all", *names], name=label)
    chosen = alt.param(name="chosen", value="", bind=menu)
    near = "chosen == '' || !isDefined(datum.group) || datum.group == chosen"
    shade = {"condition": [{"test": near, "value": 1}], "value": _FAINT}
    for layer in chart.layer:
        give(layer.encoding, opacity=shade)
    return add_control(chart, chosen)
