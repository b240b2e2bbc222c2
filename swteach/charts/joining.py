"""Joining parts into a chart without the copies that Altair makes each time.

Altair copies every layer, in depth, three times when it joins them and again when a property is
set, lest two charts share a part.  The parts of the course's charts are made for one chart alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt


class _Own:
    """A chart whose parts are its own, so that drawing it need not copy them in depth."""

    _kwds: dict[str, Any]

    def copy(self, deep: Any = True, ignore: list[str] | None = None) -> Any:
        # Altair begins each drawing with a shallow copy, and in making it copies each layer twice.
        return give(type(self)(), **self._kwds) if deep is False else super().copy(deep, ignore)


class _Layers(_Own, alt.LayerChart):
    pass


class _Panels(_Own, alt.VConcatChart):
    pass


def join_layers(layers: Iterable[alt.Chart], **properties: Any) -> alt.LayerChart:
    """Return a chart of layers that no other chart uses, with its properties."""
    return give(_Layers(), layer=list(layers), **properties)


def join_panels(panels: Iterable[Any], **properties: Any) -> alt.VConcatChart:
    """Return panels that no other chart uses, one below the other, with their properties."""
    return give(_Panels(), vconcat=list(panels), **properties)


def add_control(chart: Any, control: alt.Parameter) -> Any:
    """Add a control that the page shows under the caller's own chart, and return the chart."""
    return give(chart, params=[control.param])


def give(chart: Any, **properties: Any) -> Any:
    """Set properties of a chart that is the caller's alone, and return it."""
    for name, value in properties.items():
        setattr(chart, name, value)
    return chart
