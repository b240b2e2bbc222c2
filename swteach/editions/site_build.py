"""The reading edition: the whole course as pages that need no server, no script and no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from swteach.course import Notebook, load_course
from swteach.editions.commands import SUMMARY
from swteach.editions.items import read_sheets
from swteach.editions.packing import lay_out, pack
from swteach.editions.paper_notebook import can_draw
from swteach.editions.site_chart import Chart
from swteach.editions.site_claims import CLAIMS, write_claims
from swteach.editions.site_html import Names
from swteach.editions.site_notebook import Reader
from swteach.editions.site_page import STYLE, Entry, Menu, read_style, wrap
from swteach.editions.site_reference import (
    find_addresses,
    read_name,
    write_dictionary,
    write_gallery,
    write_glossary,
    write_index,
    write_sources,
    write_statement,
)
from swteach.editions.site_scripts import SCRIPT, read_script

ARCHIVE, MANIFEST = "site.zip", "manifest.csv"
OTHERS = (
    Entry(CLAIMS, "Claims", "Claims"),
    Entry("charts.html", "Charts", "Charts"),
    Entry("glossary.html", "Glossary", "Glossary"),
    Entry("sources.html", "Sources", "Sources"),
    Entry("data.html", "Data dictionary", "Data"),
    Entry("accessibility.html", "Accessibility", "Accessibility"),
)
NO_PICTURE = "No chart is drawn: that needs swteach[build]. Their words and tables are there."
Files = dict[str, str | bytes]


def build(course_folder: Path, out: Path) -> list[Path]:
    """
    Write the site of a course.

    Parameters
    ----------
    course_folder
        As :func:`swteach.course_folder.find_course` gives it; only read. Charts and tables are
        those that its notebooks were saved with.
    out
        An empty folder.

    Returns
    -------
    list of Path
        The pages, the style, the tables to download, a zip of all these, and a list of sizes.

    Raises
    ------
    CourseFileError
        Where the course has problems.
    """
    with use_data(course_folder / "data"):
        files, told = _write(course_folder)
    files[ARCHIVE] = pack(files)
    files[MANIFEST] = _list_sizes(files)
    files[SUMMARY] = "\n".join(told) + "\n"
    return lay_out(out, files)


@contextmanager
def use_data(folder: Path) -> Iterator[None]:
    """Let loaders of tables read this folder for a while, and widgets find an empty journal."""
    with TemporaryDirectory() as empty:
        ours = {"SWTEACH_DATA": str(folder), "SWTEACH_JOURNAL": empty}
        before = {name: os.environ.get(name) for name in ours}
        os.environ.update(ours)
        try:
            yield
        finally:
            for name, value in before.items():
                del os.environ[name]
                os.environ.update({} if value is None else {name: value})


def _write(course_folder: Path) -> tuple[Files, list[str]]:
    data, files, charts = course_folder / "data", {STYLE: read_style(), SCRIPT: read_script()}, []
    bodies: dict[str, str] = {}
    scripted: dict[str, dict[str, Any]] = {}
    name = read_name(data)
    notebooks: list[Notebook] = []
    told = ["The reading edition: open index.html, or put all files on a web server."]
    for sheet in read_sheets(course_folder):
        path = course_folder / "notebooks" / f"{sheet.notebook.file}.ipynb"
        if not path.is_file():
            told.append(f"{sheet.title}: left out, for there is no {path.name}.")
            continue
        reader = Reader(sheet, f"{path.stem}.html")
        bodies[reader.page] = reader.read(path)
        scripted[reader.page] = reader.list_data(name)
        notebooks.append(sheet.notebook)
        charts += reader.charts
        files |= reader.files
        told.append(
            f"{sheet.title}: {len(sheet.exercises)} questions, {len(reader.charts)} charts."
        )
    bodies |= _write_others(course_folder, notebooks, charts, bodies)
    menu = _make_menu(name, notebooks)
    files |= {file: wrap(menu, file, body, scripted.get(file)) for file, body in bodies.items()}
    return files, told if can_draw() else [*told, NO_PICTURE]


def _write_others(
    course: Path, notebooks: list[Notebook], charts: list[Chart], bodies: dict[str, str]
) -> dict[str, str]:
    data = course / "data"
    claims = write_claims(Names())
    titles = {f"{one.file}.html": f"{one.number:02} {one.title}" for one in notebooks}
    texts = "".join([*bodies.values(), claims])
    pages = {
        CLAIMS: claims,
        "charts.html": write_gallery(charts, titles),
        "glossary.html": write_glossary(data),
        "sources.html": write_sources(data, find_addresses(texts), texts),
        "data.html": write_dictionary(data),
        "accessibility.html": write_statement(course),
    }
    index = write_index(load_course(data), read_name(data), notebooks, ARCHIVE)
    return {"index.html": index, **pages}


def _make_menu(name: str, notebooks: list[Notebook]) -> Menu:
    titles = [(one.file, f"{one.number:02}", one.title) for one in notebooks]
    pages = [Entry(f"{file}.html", f"{short} {title}", short) for file, short, title in titles]
    first = Entry("index.html", "Contents", "Contents")
    return Menu(name, (first, *pages, *OTHERS), 1 + len(pages))


def _list_sizes(files: Files) -> str:
    sizes = {
        name: len(file.encode() if isinstance(file, str) else file) for name, file in files.items()
    }
    lines = ["file,bytes", *(f"{name},{sizes[name]}" for name in sorted(sizes))]
    return "\n".join(lines) + "\n"
