"""The reading edition: the whole course as pages that need no server, no script and no network."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from swteach.course import Notebook, load_course
from swteach.editions.commands import SUMMARY
from swteach.editions.items import Sheet
from swteach.editions.packing import lay_out, pack
from swteach.editions.paper_notebook import can_draw
from swteach.editions.site_chart import Chart
from swteach.editions.site_claims import CLAIMS, GONE, WHERE, write_claims
from swteach.editions.site_html import Names
from swteach.editions.site_journal import JOURNAL, list_journal_data, write_journal
from swteach.editions.site_notebook import Reader
from swteach.editions.site_page import STYLE, Entry, Menu, read_style, wrap
from swteach.editions.site_picture import LOST
from swteach.editions.site_plan import Plan, choose_sheets, drop_dead_links
from swteach.editions.site_reference import (
    read_name,
    write_dictionary,
    write_gallery,
    write_glossary,
    write_index,
    write_sources,
)
from swteach.editions.site_scripts import SCRIPT, read_script
from swteach.editions.site_statement import read_statement, say_blanks, write_statement
from swteach.editions.site_unrun import say_unrun
from swteach.editions.site_vega import write_chart_scripts

ARCHIVE, MANIFEST, GALLERY = "site.zip", "manifest.csv", "charts.html"
OTHERS = (
    Entry(JOURNAL, "Journal", "Journal"),
    Entry(CLAIMS, "Claims", "Claims"),
    Entry(GALLERY, "Charts", "Charts"),
    Entry("glossary.html", "Glossary", "Glossary"),
    Entry("sources.html", "Sources", "Sources"),
    Entry("data.html", "Data dictionary", "Data"),
    Entry("accessibility.html", "Accessibility", "Accessibility"),
)
WORKED_OUT = (
    "what the code works out, such as which question to ask, has no fields on the page. "
    "Write it out in cell"
)
NO_PICTURE = "No chart is drawn: that needs swteach[build]. Their words and tables are there."
Files = dict[str, str | bytes]


def build(
    course_folder: Path,
    out: Path,
    *,
    notebooks: Sequence[int] = (),
    leave_out: Sequence[str] = (),
) -> list[Path]:
    """
    Write the site of a course.

    Parameters
    ----------
    course_folder
        As :func:`swteach.course_folder.find_course` gives it; only read. Charts and tables are
        those that its notebooks were saved with.
    out
        An empty folder.
    notebooks, leave_out
        As :class:`swteach.editions.site_plan.Plan` has them.

    Returns
    -------
    list of Path
        The pages, the style, the script, the tables to download, a zip of all these, and a list
        of sizes.

    Raises
    ------
    UnknownNotebookError
        Where the course has no notebook of a number.
    CourseFileError
        Where the course has problems.
    """
    with use_data(course_folder / "data"):
        files, told = _write(course_folder, Plan(tuple(notebooks), tuple(leave_out)))
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


def _write(course: Path, plan: Plan) -> tuple[Files, list[str]]:
    told = ["The reading edition: open index.html, or put all files on a web server."]
    readers = []
    for sheet in choose_sheets(course, plan):
        path = course / "notebooks" / f"{sheet.notebook.file}.ipynb"
        if path.is_file():
            readers.append(Reader(sheet, path))
            told += _tell(sheet, readers[-1])
        else:
            told.append(f"{sheet.title}: left out, for there is no {path.name}.")
    told += [] if can_draw() else [NO_PICTURE]
    told += [f"Left out as you asked: {', '.join(plan.leave_out)}."] if plan.leave_out else []
    told += say_blanks(read_statement(course))
    return _write_pages(course, plan, readers), told


def _tell(sheet: Sheet, reader: Reader) -> Iterator[str]:
    counts = {"question": len(sheet.exercises), "chart": len(reader.charts)}
    told = (f"{count} {what}{'' if count == 1 else 's'}" for what, count in counts.items())
    yield f"{sheet.title}: {', '.join(told)}."
    if reader.worked_out:
        yield f"{sheet.title}: {WORKED_OUT} {', '.join(reader.worked_out)}."
    if reader.pictures.lost:
        yield f"{sheet.title}: {LOST} {', '.join(reader.pictures.lost)}."
    if reader.unrun:
        yield f"{sheet.title}: {say_unrun(reader.unrun)}"


def _write_pages(course: Path, plan: Plan, readers: list[Reader]) -> Files:
    name = read_name(course)
    bodies = {reader.page: reader.body for reader in readers}
    bodies |= _write_others(course, plan, readers)
    scripted = {one.page: one.list_data(name) for one in readers} if plan.has("scripts") else {}
    if scripted:
        bodies[JOURNAL] = write_journal()
        scripted[JOURNAL] = {"course": name, "notebook": "", "tools": list_journal_data()}
        if GALLERY in bodies:
            scripted[GALLERY] = {"course": name, "notebook": ""}
    menu = _make_menu(name, [reader.notebook for reader in readers], bodies)
    files: Files = {STYLE: read_style()} | ({SCRIPT: read_script()} if scripted else {})
    for reader in readers:
        files |= reader.files
    files |= write_chart_scripts(_list_charts(readers)) if scripted else {}
    for file, body in bodies.items():
        files[file] = wrap(menu, file, _drop_links(body, bodies), scripted.get(file))
    return files


def _drop_links(body: str, pages: Collection[str]) -> str:
    """Return a page that leads to no page that is not there."""
    told = body if CLAIMS in pages else body.replace(WHERE, GONE)
    return drop_dead_links(told, pages)


def _write_others(course: Path, plan: Plan, readers: list[Reader]) -> dict[str, str]:
    data, notebooks = course / "data", [reader.notebook for reader in readers]
    titles = {f"{one.file}.html": f"{one.number:02} {one.title}" for one in notebooks}
    claims = write_claims(Names()) if plan.has("claims") else ""
    texts = "".join([*(reader.body for reader in readers), claims])
    pages = {
        "index.html": write_index(load_course(data), read_name(course), notebooks, ARCHIVE),
        CLAIMS: claims,
        GALLERY: plan.has("charts") and write_gallery(_list_charts(readers), titles),
        "glossary.html": write_glossary(data),
        "sources.html": write_sources(data, texts),
        "data.html": plan.has("data") and write_dictionary(data),
        "accessibility.html": write_statement(read_statement(course), plan.leave_out),
    }
    return {file: html for file, html in pages.items() if html}


def _list_charts(readers: list[Reader]) -> list[Chart]:
    return [chart for reader in readers for chart in reader.charts]


def _make_menu(name: str, notebooks: list[Notebook], pages: Collection[str]) -> Menu:
    titles = [(one.file, f"{one.number:02}", one.title) for one in notebooks]
    read = [Entry(f"{file}.html", f"{short} {title}", short) for file, short, title in titles]
    first = Entry("index.html", "Contents", "Contents")
    others = (entry for entry in OTHERS if entry.file in pages)
    return Menu(name, (first, *read, *others), 1 + len(read))


def _list_sizes(files: Files) -> str:
    sizes = {
        name: len(file.encode() if isinstance(file, str) else file) for name, file in files.items()
    }
    lines = ["file,bytes", *(f"{name},{sizes[name]}" for name in sorted(sizes))]
    return "\n".join(lines) + "\n"
