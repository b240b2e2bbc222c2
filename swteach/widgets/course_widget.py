"""What every widget of the course that draws itself is made from."""

from __future__ import annotations

from typing import Any

import anywidget
from ipywidgets import Layout, widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict

from swteach.widgets.parts import InPlainWords

# What anywidget gives to a widget as it is made.
_GIVEN = {"_esm", "_css", "_anywidget_id"}
# By kind of widget, and what it carries to the page: the class that holds both.
_DRESSED: dict[tuple[Any, ...], type] = {}


class LateLayout(InstanceDict):
    """A layout that is made when it is first asked for, and told to the page then."""

    def get(self, obj: CourseWidget, cls: Any = None) -> Layout | None:
        """Return the layout; a widget that is on the page already tells it of a new one."""
        new = self.name not in obj._trait_values
        layout = super().get(obj, cls)
        if new and obj.comm is not None:
            obj.send_state(self.name)
        return layout


class CourseWidget(InPlainWords, anywidget.AnyWidget):
    """A widget with words of its own, which sends to the page no more than it needs.

    Attributes
    ----------
    layout
        As of every widget of ipywidgets, which would send one of 50 empty fields with each
        question; the page needs none.
    """

    layout = LateLayout(Layout).tag(sync=True, **widget_serialization)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """Return what the page is told of all traits, or of some; see ``ipywidgets.Widget``."""
        if key is None and "layout" not in self._trait_values:
            key = [name for name in self.keys if name != "layout"]
        return super().get_state(key, drop_defaults)

    def add_traits(self, **traits: Any) -> None:
        """Add traits to this widget.

        anywidget gives script, style and name to each widget anew, in a class made for that
        widget alone. Here, widgets that are given the same share one class.
        """
        key = (type(self), *((name, trait.default_value) for name, trait in traits.items()))
        if not traits.keys() <= _GIVEN:
            super().add_traits(**traits)
        elif key in _DRESSED:
            self.__class__ = _DRESSED[key]
        else:
            super().add_traits(**traits)
            _DRESSED[key] = type(self)
