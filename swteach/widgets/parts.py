"""What every widget of the course shares: its files, and its form in plain words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def read_script(*names: str) -> str:
    """Return the scripts of a widget with the shared helpers first, as one ES module."""
    # A page may block addresses that the browser would need to import a second file.
    return _join(names, "js")


def read_style(*names: str) -> str:
    """Return the style sheets of a widget with the shared rules first."""
    return _join(names, "css")


def _join(names: tuple[str, ...], kind: str) -> str:
    paths = (FOLDER / f"{name}.{kind}" for name in ("shared", *names))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


class InPlainWords:
    """
    Give a widget a text form that says what it asks.

    ipywidgets would write the object's memory address, which changes with every run and
    tells a reader without a kernel nothing. A widget names its words in ``plain_text``.
    """

    model_id: str

    def plain_text(self) -> str:
        """Return what a reader without the widget should see."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        data = {
            "text/plain": self.plain_text(),
            "application/vnd.jupyter.widget-view+json": view,
        }
        return data, {}
