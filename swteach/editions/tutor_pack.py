"""What a tutor takes into the room: plans, answers, slips, prompts, other sides, rubric."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from swteach.course import PARTS, Notebook, Route, load_course
from swteach.editions.commands import SUMMARY
from swteach.editions.items import Sheet, read_whole_sheets
from swteach.editions.marking_sheet import write_marking_sheet, write_rubric
from swteach.editions.notebook_sections import find_other_side, find_talk, read_cells
from swteach.editions.packing import lay_out
from swteach.editions.paper import Grid, Heading, NewPage, Part, Space, bullet, lead, say
from swteach.editions.paper_answer import write_answer
from swteach.editions.paper_markdown import read_markdown
from swteach.editions.paper_page import write_paper_page
from swteach.editions.paper_word import write_paper_word
from swteach.editions.teaching_file import Teaching, load_teaching
from swteach.exercises import Reflection

TITLE = "Tutor pack"
WARNING = "This pack holds every answer. Keep it from students."
POSITION = "Never mark the position that a student takes."
ROUTES = ("Route", "Notebooks of each session", "Note")
TOTAL = ("In all", "", "")


@dataclass(frozen=True)
class Pack:
    """What the pack of one course is written from."""

    folder: Path
    teaching: Teaching
    sheets: Sequence[Sheet]
    texts: Mapping[str, str]


def build(course_folder: Path, out: Path) -> list[Path]:
    """
    Write the tutor pack of a course.

    Parameters
    ----------
    course_folder
        As :func:`swteach.course_folder.find_course` gives it; only read.
    out
        An empty folder.

    Returns
    -------
    list of Path
        The pack as .docx and .html, the rubric and the marking sheet as .csv.

    Raises
    ------
    CourseFileError
        Where the course or its teaching.yaml has problems.
    NoCourseError
        Where the folder is a students' copy.
    """
    data = course_folder / "data"
    sheets = read_whole_sheets(course_folder)
    pack = Pack(course_folder, load_teaching(data), sheets, _read_texts(data))
    parts = _write_pack(pack, load_course(data).routes)
    files: dict[str, str | bytes] = {
        "tutor-pack.docx": write_paper_word(TITLE, parts),
        "tutor-pack.html": write_paper_page(TITLE, parts),
        "rubric.csv": write_rubric(pack.teaching.rubric),
        "marking-sheet.csv": write_marking_sheet(pack.teaching.rubric),
        SUMMARY: _summarise(pack),
    }
    return lay_out(out, files)


def _write_pack(pack: Pack, routes: Sequence[Route]) -> list[Part]:
    """Return the whole pack: what holds for every session, each notebook, then the rubric."""
    parts = [Heading(1, TITLE), say(WARNING, "note"), *_write_front(pack.teaching, routes)]
    for sheet in pack.sheets:
        parts += [NewPage(), *_write_notebook(pack, sheet)]
    return [*parts, NewPage(), *_write_rubric(pack.teaching)]


def _write_front(teaching: Teaching, routes: Sequence[Route]) -> list[Part]:
    lists = {
        "Before a session": teaching.before,
        "During it": teaching.during,
        "After it": teaching.after,
        "If you are short of time": teaching.short_of_time,
        "Wellbeing: your own details": teaching.wellbeing,
    }
    parts: list[Part] = [Heading(2, "For every session")]
    for title, texts in lists.items():
        parts += [Heading(3, title), bullet(texts)]
    parts += [Heading(3, "Which way the texts lean"), say(teaching.balance)]
    rows = tuple((one.title, _say_sessions(one), one.note) for one in routes)
    return [*parts, Heading(3, "Ways through the course"), Grid("Routes", ROUTES, rows)]


def _say_sessions(route: Route) -> str:
    sessions = (" and ".join(f"{number:02}" for number in one) for one in route.sessions)
    return "; ".join(sessions)


def _write_notebook(pack: Pack, sheet: Sheet) -> list[Part]:
    notebook = sheet.notebook
    cells = read_cells(pack.folder / "notebooks" / f"{notebook.file}.ipynb")
    prompts, others = find_talk(cells), find_other_side(cells)
    parts: list[Part] = [Heading(2, sheet.title), *_plan(notebook, pack.texts)]
    parts += [Heading(3, "If you are short of time"), *read_markdown(notebook.plan)]
    parts += [bullet(pack.teaching.short_of_time)]
    parts += [Heading(3, "Wellbeing reminder"), *read_markdown(notebook.content_note)]
    if prompts:
        parts += [Heading(3, "Group and seminar prompts"), *prompts]
    if others:
        parts += [Heading(3, "Texts of the other side"), *others]
    parts.append(Heading(3, "Questions, answers and likely slips"))
    return parts + [part for one in sheet.exercises for part in write_answer(one)]


def _plan(notebook: Notebook, texts: Mapping[str, str]) -> list[Part]:
    rows = [(name.capitalize(), notebook.parts[name]) for name in PARTS if name in notebook.parts]
    able = [f"{one.id} {one.text} ({', '.join(one.levels)})" for one in notebook.outcomes]
    read = [texts[name] for name in notebook.texts if name in texts]
    caption = f"Minutes for the core, {notebook.minutes} in all"
    return [
        lead("Guiding question", notebook.question),
        Heading(3, "Plan"),
        Grid(caption, ("Part", "Minutes"), tuple((name, str(count)) for name, count in rows)),
        say("By the end students can:"),
        bullet(able or notebook.abilities),
        *([say("Texts that it uses:"), bullet(read)] if read else []),
    ]


def _write_rubric(teaching: Teaching) -> list[Part]:
    rubric = teaching.rubric
    rows = tuple((f"{one.name} ({one.weight}%)", *one.bands) for one in rubric.criteria)
    sheet = tuple((f"{one.name} ({one.weight}%)", "", "") for one in rubric.criteria)
    return [
        Heading(2, "Rubric and marking sheet"),
        say(POSITION, "note"),
        Grid(rubric.title, ("Criterion", *rubric.bands), rows),
        NewPage(),
        Heading(3, "Marking sheet"),
        say("Student: ____________________   Marker: ____________________   Date: __________"),
        Grid("One sheet for each student", ("Criterion", "Mark", "Reason"), (*sheet, TOTAL)),
        lead("One thing to keep", ""),
        Space(2),
        lead("One thing to work on", ""),
        Space(2),
    ]


def _read_texts(data: Path) -> dict[str, str]:
    """Return author, title and date of each text of a course, by its id."""
    with (data / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = "{author}, {title} ({date_text})"
    return {row["doc_id"]: said.format(**row) for row in rows}


def _summarise(pack: Pack) -> str:
    exercises = [one for sheet in pack.sheets for one in sheet.exercises]
    written = [one for one in exercises if isinstance(one, Reflection)]
    models = sum(bool(one.model) for one in written)
    lines = [
        f"Tutor pack: {len(pack.sheets)} notebooks, {len(exercises)} questions with their answers.",
        f"{models} of {len(written)} reflections have a model answer.",
        WARNING,
    ]
    return "\n".join(lines) + "\n"
