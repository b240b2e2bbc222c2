"""What every widget of the course that draws itself is made from."""

from __future__ import annotations

from typing import Any

import anywidget

from swteach.widgets.parts import InPlainWords

# What anywidget gives to a widget as it is made.
_GIVEN = {"_esm", "_css", "_anywidget_id"}
# By kind of widget, and what it carries to the page: the class that holds both.
_DRESSED: dict[tuple[Any, ...], type] = {}


class CourseWidget(InPlainWords, anywidget.AnyWidget):
    """A widget with words of its own, whose script and style are given to its class once."""

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
