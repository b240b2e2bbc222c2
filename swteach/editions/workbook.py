"""The course on paper: a Word file and a page to print for each notebook, with no answers."""

from __future__ import annotations

from pathlib import Path

from swteach.editions.commands import SUMMARY
from swteach.editions.items import Sheet, read_sheets
from swteach.editions.packing import lay_out
from swteach.editions.paper import Part, say
from swteach.editions.paper_notebook import Omissions, can_draw, write_notebook
from swteach.editions.paper_page import write_paper_page
from swteach.editions.paper_word import write_paper_word

NOTE = (
    "This is the edition on paper. Where the text says click, type or run, write on the lines "
    "instead. Cover what comes next until you have answered: charts and tables follow the "
    "questions about them. A few tools need a computer; where they are left out, it is said."
)


def build(course_folder: Path, out: Path) -> list[Path]:
    """
    Write the workbook of a course.

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
        For each notebook, a .docx and an .html file.

    Raises
    ------
    CourseFileError
        Where the course has problems.
    """
    files: dict[str, bytes] = {}
    told = []
    for sheet in read_sheets(course_folder):
        path = course_folder / "notebooks" / f"{sheet.notebook.file}.ipynb"
        if not path.is_file():
            told.append(f"{sheet.title}: left out, for there is no {path.name}.")
            continue
        left = Omissions()
        parts = write_sheet(path, sheet, left)
        files[f"{path.stem}.docx"] = write_paper_word(sheet.title, parts)
        files[f"{path.stem}.html"] = write_paper_page(sheet.title, parts)
        told.append(_tell(sheet, left))
    files[SUMMARY] = _summarise(told)
    return lay_out(out, files)


def write_sheet(path: Path, sheet: Sheet, left: Omissions) -> list[Part]:
    """Return one notebook for paper, with a note after its title on how to use it."""
    known = {one.id: one for one in sheet.exercises}
    first, *rest = write_notebook(path, sheet.notebook, known, left)
    return [first, say(NOTE, "note"), *rest]


def _tell(sheet: Sheet, left: Omissions) -> str:
    asked = len(sheet.exercises) - len(left.questions)
    said = f"{sheet.title}: {_count(asked, 'question')}, {_count(left.pictures, 'chart')}."
    missing = [*dict.fromkeys(left.tools), *sorted(left.questions)]
    missing += [_count(left.tables, "long table")] if left.tables else []
    return f"{said} Not on paper: {', '.join(missing)}." if missing else said


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _summarise(told: list[str]) -> bytes:
    pictures = () if can_draw() else ("No chart is drawn: that needs swteach[build]. Tables are.",)
    lines = ["Workbook, without answers, for rooms without computers.", *pictures, *told]
    return ("\n".join(lines) + "\n").encode()
