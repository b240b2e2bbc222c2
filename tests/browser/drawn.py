"""Every chart of the course in one notebook, and what is seen of it in a browser."""

from __future__ import annotations

from html import escape
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from lab import Lab

import swteach as sw
from swteach.charts.renderer import bundle

NOTEBOOK = "all_charts.ipynb"
PROBE = Path(__file__).with_name("chart_probe.js").read_text(encoding="utf-8")
# Two pixels of two boxes may touch: a box is a little wider than its letters.
TOUCH = 1.5
SMALLEST_TEXT = 16
# Pixels of a picture on the contact sheet.
TALL, MOST_WIDE = 1500, 760

Box = tuple[float, float, float, float]


class Shot(NamedTuple):
    """A window: a JupyterLab theme and a width in pixels."""

    theme: str
    width: int

    @property
    def name(self) -> str:
        """Theme and width in one word."""
        return f"{self.theme.split()[-1]}-{self.width}"


SHOTS = [Shot(f"JupyterLab {theme}", width) for width in (1200, 360) for theme in ("Light", "Dark")]


def draw_all() -> dict[str, Any]:
    """Return every chart by name, as a notebook calls it."""
    return {name: getattr(sw.charts, name)() for name in sw.charts.__all__}


def write_notebook(charts: dict[str, Any], path: Path) -> None:
    """Write a notebook that was run: one cell a chart, with its output."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [_write_cell(name, chart) for name, chart in charts.items()]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata["kernelspec"] = kernel
    nbformat.write(notebook, path)


def _write_cell(name: str, chart: Any) -> Any:
    data, metadata = bundle(chart)
    shown = nbformat.v4.new_output("display_data", data, metadata=metadata)
    source = f"sw.show(sw.charts.{name}())"
    return nbformat.v4.new_code_cell(source, outputs=[shown], execution_count=1)


def open_all(lab: Lab, count: int, name: str = NOTEBOOK) -> None:
    """Open the notebook, with the list of files folded away, and wait for so many charts."""
    lab.open(name)
    lab.command("application:toggle-left-area")
    lab.page.evaluate(PROBE)
    wait_for(lab, count)


def redraw(lab: Lab, shot: Shot, count: int) -> None:
    """Draw every chart anew in a window of this size and theme."""
    lab.page.set_viewport_size({"width": shot.width, "height": 900})
    set_theme(lab, shot.theme)
    lab.page.evaluate("() => chartProbe.redraw()")
    wait_for(lab, count)


def set_theme(lab: Lab, theme: str) -> None:
    """Change JupyterLab's theme."""
    lab.command("apputils:change-theme", theme=theme)
    lab.page.wait_for_selector(f"body[data-jp-theme-name='{theme}']", state="attached")


def stop_kernel(lab: Lab) -> None:
    """Shut the notebook's kernel down and wait until it is gone."""
    session = "window.jupyterapp.shell.currentWidget.sessionContext"
    lab.page.evaluate(f"() => {session}.shutdown()")
    lab.page.wait_for_function(f"() => !{session}.session?.kernel")


def wait_for(lab: Lab, count: int) -> None:
    """Wait until so many charts are drawn."""
    lab.page.wait_for_function(
        "(count) => chartProbe.find().length === count", arg=count, timeout=60_000
    )


def find_overlaps(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the pairs of words whose boxes lie over one another."""
    return [
        (one["words"], other["words"])
        for one, other in combinations(texts, 2)
        if _overlap(one["box"], other["box"]) and not _is_rim(one, other)
    ]


def _is_rim(one: dict[str, Any], other: dict[str, Any]) -> bool:
    # The same words in the same place twice: a rim of paper, and the ink upon it.
    return one["words"] == other["words"] and one["box"] == other["box"]


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide > TOUCH and tall > TOUCH


def find_cut(drawn: dict[str, Any]) -> list[str]:
    """Return the words that reach beyond the picture."""
    (left, top), (wide, tall) = drawn["origin"], drawn["size"]
    return [
        text["words"]
        for text in drawn["texts"]
        if text["box"][0] + left < -1
        or text["box"][1] + top < -1
        or text["box"][2] + left > wide + 1
        or text["box"][3] + top > tall + 1
    ]


def find_faults(drawn: dict[str, Any]) -> dict[str, Any]:
    """Return what is wrong with one chart as it was drawn; empty where nothing is."""
    small = [text["words"] for text in drawn["texts"] if text["size"] < SMALLEST_TEXT]
    faults = {
        "overlapping": find_overlaps(drawn["texts"]),
        "cut off": find_cut(drawn),
        "small": small,
        "pixels beyond the page": max(0, round(max(drawn["beyond"], drawn["scrolls"]))),
        "nothing drawn": min(drawn["size"]) < 100 or not drawn["texts"],
    }
    return {name: found for name, found in faults.items() if found}


def photograph(lab: Lab, folder: Path, shot: Shot, count: int) -> list[Path]:
    """Take a picture of each chart where it stands in its page."""
    lab.page.set_viewport_size({"width": shot.width, "height": TALL})
    return [_photograph_one(lab, folder / f"{shot.name}-{n}.jpg", n) for n in range(count)]


def _photograph_one(lab: Lab, path: Path, number: int) -> Path:
    clip = lab.page.evaluate("(number) => chartProbe.moveTo(number)", number)
    clip["height"] = min(clip["height"], TALL - clip["y"])
    clip["width"] = min(clip["width"], MOST_WIDE, lab.page.viewport_size["width"] - clip["x"])
    lab.page.screenshot(path=path, clip=clip, type="jpeg", quality=85)
    return path


def write_sheet(names: list[str], pictures: dict[Shot, list[Path]]) -> str:
    """Return a page with each chart as it looked in every window, at half its size."""
    rows = []
    for name, *paths in zip(names, *pictures.values(), strict=True):
        tiles = "".join(f'<img src="{path.name}">' for path in paths)
        rows.append(f"<section><h2>{escape(name)}</h2>{tiles}</section>")
    style = (
        "body{margin:8px;font:20px sans-serif;columns:2} h2{font-size:20px;margin:4px}"
        "section{break-inside:avoid;margin-bottom:12px} img{zoom:.5;margin-right:12px;"
        "vertical-align:top}"
    )
    return f"<!doctype html><style>{style}</style>{''.join(rows)}"
