"""The pictures in a lecturer's own notebook, carried into the site."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from mimetypes import guess_extension
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from swteach.kit.course_files import PICTURES
from swteach.kit.picture_rules import PASTED

LOST = "of these pictures only the words are there, for they are no files of the course:"


class Pictures:
    """
    Finds the pictures that a notebook's words show: pasted into a cell, or files of the course.

    Parameters
    ----------
    notebook
        The notebook's file. What lies outside its course is not carried.

    Attributes
    ----------
    files
        The pictures found, by their names in the site; the same picture is there once.
    lost
        Where those that were not found, or that lie elsewhere, should come from.
    """

    def __init__(self, notebook: Path) -> None:
        self.folder = notebook.parent.resolve()
        self.files: dict[str, bytes] = {}
        self.lost: list[str] = []

    def write(self, words: str, source: str, pasted: Mapping[str, Any]) -> str:
        """Return a picture as HTML; its words alone where it cannot be carried."""
        found = self._read_pasted(source, pasted) or self._read_file(source)
        if not found:
            self.lost.append(source)
            return escape(words)
        kind, data = found
        name = f"pictures/{sha256(data).hexdigest()[:16]}{kind}"
        self.files[name] = data
        return f'<img src="{name}" alt="{escape(words)}">'

    def _read_pasted(self, source: str, pasted: Mapping[str, Any]) -> tuple[str, bytes] | None:
        name = unquote(source.removeprefix(PASTED))
        forms = pasted.get(name, {}) if source.startswith(PASTED) else {}
        for mime, text in forms.items():
            kind = guess_extension(mime) or ""
            if kind in PICTURES:
                return kind, b64decode(text if isinstance(text, str) else "".join(text))
        return None

    def _read_file(self, source: str) -> tuple[str, bytes] | None:
        if ":" in source:  # an address
            return None
        path = (self.folder / unquote(source)).resolve()
        kind, inside = path.suffix.lower(), path.is_relative_to(self.folder.parent)
        return (kind, path.read_bytes()) if inside and kind in PICTURES and path.is_file() else None
