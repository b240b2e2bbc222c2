"""A menu under a chart that brings one group forward, in the browser, with no kernel."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from swteach.charts.joining import join_layers

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
    shade = alt.when(near).then(alt.value(1)).otherwise(alt.value(_FAINT))
    layers = [layer.encode(opacity=shade) for layer in chart.layer]
    faded = join_layers(layers, width=chart.width, height=chart.height, name=chart.name)
    return faded.add_params(chosen)
