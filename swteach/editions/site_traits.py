"""What a page sees of a widget, taken from the widget itself."""

from __future__ import annotations

from typing import Any

_OF_IPYWIDGETS = frozenset(("comm", "layout", "tooltip", "tabbable", "keys"))


def read_traits(widget: Any) -> dict[str, Any]:
    """
    Return the traits that a widget's script can ask for.

    Parameters
    ----------
    widget
        Any of ``swteach.widgets``.

    Returns
    -------
    dict
        Each trait's value by its name: of questions ``stem``, ``options`` and so on, of tools
        ``sheet`` and ``view``. Scripts, styles and what ipywidgets needs are left out.
    """
    shown = (name for name in widget.keys if not name.startswith("_"))
    return {name: getattr(widget, name) for name in shown if name not in _OF_IPYWIDGETS}
