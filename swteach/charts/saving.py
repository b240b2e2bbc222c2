"""Saving a chart as a picture or its data as a table, for slides, handouts and web pages.

Pictures need the extra ``swteach[build]``, which is too large for every student's installation.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from struct import pack
from types import ModuleType
from typing import Any

from swteach.charts.figure import check
from swteach.charts.renderer import MIME, bundle
from swteach.charts.theme import FONT
from swteach.charts.twin import make_csv

EXTRA = "pip install 'swteach[build]'"
# The oldest that vl-convert carries, and so the nearest to JupyterLab's 5.6.
VEGA_LITE = "5.8"
# Liberation Sans comes with vl-convert, so that words are as wide on every machine.
PRINT_FONT = "'Liberation Sans', Arial, Helvetica, sans-serif"
PNG_SCALE = 2.0
_PNG_HEAD = 33  # bytes: the signature and the chunk that must come first
_LONG_NUMBER = re.compile(r"\d+\.\d{4,}")
# One label for the whole picture: nobody has to hear a hundred points beside it.
_INNER_LABEL = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_TAG = re.compile(r"<[^>]+>")


def save(chart: Any, path: str | Path) -> Path:
    """Save a chart as a picture, or its data as a table.

    Parameters
    ----------
    chart
        A chart of :mod:`swteach.charts`, changed in Altair or not.
    path
        Where to write. The ending says what: ``.svg`` (sharp at any size; for web pages and
        documents), ``.png`` (for slides) or ``.csv`` (the data, as the page offers them for
        download: the columns of the table, ``caveat``, ``source_id`` and ``url``). A file of
        that name is replaced, in one step.

    Returns
    -------
    pathlib.Path
        The file that was written.

    Raises
    ------
    ValueError
        If the ending is another one, or the chart lacks what every chart of the course carries.
    FileNotFoundError
        If there is no such folder.
    ImportError
        If a picture is asked for and the extra is not installed.

    Notes
    -----
    A picture carries the chart's description for screen readers: an SVG as its label, a PNG in
    its text. Say it again wherever you put the picture, as alternative text. Nothing is loaded
    from the internet, and the same chart gives the same bytes.

    Examples
    --------
    >>> import swteach as sw
    >>> sw.save(sw.charts.provider(), "provider.svg")  # doctest: +SKIP
    """
    path = Path(path)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        endings = ", ".join(_WRITERS)
        raise ValueError(f"A chart cannot be saved as {path.name!r}. End it in one of: {endings}.")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {str(path.parent)!r} to save the chart in.")
    check(chart)
    _put(path, write(chart))
    return path


def _put(path: Path, data: bytes) -> None:
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise


def make_svg(chart: Any) -> str:
    """Return a chart as SVG whose root has the chart's description as its label."""
    return draw_spec(bundle(chart)[0][MIME], _read_title(chart), chart.description)


def draw_spec(spec: dict[str, Any], title: str, description: str) -> str:
    """Return a chart as a notebook keeps it (Vega-Lite) as SVG, as :func:`make_svg` does."""
    convert = _load_converter().vegalite_to_svg
    drawn = convert(_write_spec(spec), vl_version=VEGA_LITE, allowed_base_urls=[])
    font = f'font-family="{PRINT_FONT}"'
    root, _, inside = _TAG.sub(_tidy_tag, drawn).replace(f" {font}", "").partition(">")
    label = f'role="img" lang="en-GB" aria-label="{escape(description)}"'
    return f"{root} {font} {label}><title>{escape(title)}</title>{inside}"


def _tidy_tag(tag: re.Match[str]) -> str:
    # The last digits differ from processor to processor.
    return _LONG_NUMBER.sub(_round, _INNER_LABEL.sub("", tag[0]))


def _round(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}"


def _make_png(chart: Any) -> bytes:
    return paint_spec(bundle(chart)[0][MIME], _read_title(chart), chart.description)


def paint_spec(spec: dict[str, Any], title: str, description: str) -> bytes:
    """Return a chart as a notebook keeps it (Vega-Lite) as PNG, its description in its text."""
    convert = _load_converter().vegalite_to_png
    picture = convert(
        _write_spec(spec), vl_version=VEGA_LITE, scale=PNG_SCALE, allowed_base_urls=[]
    )
    said = {"Title": title, "Description": description}
    notes = b"".join(_write_note(word, text) for word, text in said.items())
    return picture[:_PNG_HEAD] + notes + picture[_PNG_HEAD:]


def _write_note(word: str, text: str) -> bytes:
    body = b"iTXt" + word.encode() + b"\0\0\0en-GB\0\0" + text.encode()
    return pack(">I", len(body) - 4) + body + pack(">I", zlib.crc32(body))


def _load_converter() -> ModuleType:
    try:
        import vl_convert
    except ImportError:
        advice = f"Saving a picture needs vl-convert-python: {EXTRA}. A .csv needs nothing more."
        raise ImportError(advice) from None
    return vl_convert


def _write_spec(spec: dict[str, Any]) -> str:
    spec = {**spec, "config": {**spec["config"], "aria": False}}
    return json.dumps(spec).replace(json.dumps(FONT), json.dumps(PRINT_FONT))


def _read_title(chart: Any) -> str:
    title = chart.title if isinstance(chart.title, str) else chart.title.text
    return join_title(title)


def join_title(title: str | list[str]) -> str:
    """Return a title as one line, where a chart has it on several."""
    return title if isinstance(title, str) else " ".join(title)


_WRITERS: dict[str, Callable[[Any], bytes]] = {
    ".svg": lambda chart: make_svg(chart).encode(),
    ".png": _make_png,
    ".csv": lambda chart: make_csv(chart).encode(),
}
