"""What the course covers: its texts, claims, outcomes and stances, notebook by notebook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from swteach.course import PARTS, Course, Notebook
from swteach.exercises import load_exercises
from swteach.exercises.models import Exercise
from swteach.tables import load_claims, load_documents

_STRING = re.compile(r'"([a-z0-9-]+)"')


def write_plan(course: Course, paths: Mapping[str, Path]) -> str:
    """Return the generated half of docs/teaching.md.

    Parameters
    ----------
    course
        What ``course.yaml`` says.
    paths
        Each notebook's file, by its name without ``.ipynb``.
    """
    sections = {
        "Ways through the course": _list_routes(course),
        "Minutes": _list_minutes(course),
        f"The {len(load_documents())} texts, notebook by notebook": _list_texts(course),
        "Claims shown in each notebook": _list_claims(course, paths),
        "Outcomes and the questions that serve them": _list_outcomes(course),
        "Which way the texts of each notebook lean": _list_stances(course),
        "Professional standards": _list_standards(course),
    }
    return "\n\n".join(f"## {title}\n\n{body}" for title, body in sections.items()) + "\n"


def find_shown_claims(path: Path, notebook: Notebook) -> list[str]:
    """Return the claims that a notebook names in its code or asks about in its questions.

    Parameters
    ----------
    path
        The notebook.
    notebook
        What ``course.yaml`` says of it.

    Returns
    -------
    list of str
        Claim ids in the order of ``claims.csv``. The claim browser reaches all others.
    """
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    named = set(_STRING.findall(code))
    for exercise in load_exercises(notebook.number):
        if exercise.id in notebook.exercises:
            named |= set(_find_claims(exercise))
    return [claim for claim in load_claims()["claim_id"] if claim in named]


def _find_claims(exercise: Exercise) -> Iterable[str]:
    statement = getattr(exercise, "statement", None)
    return [*exercise.claims, *([statement.id] if statement else [])]


def tabulate(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; a bar or a new line in a cell does not end it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(_write_cell, line)) + " |" for line in lines)


def _write_cell(cell: object) -> str:
    return " ".join(str(cell).split()).replace("|", "\\|")


def _list_routes(course: Course) -> str:
    rows = []
    for route in course.routes:
        sessions = "; ".join(" and ".join(f"{n:02}" for n in one) for one in route.sessions)
        rows.append([route.title, sessions, route.note])
    return tabulate(["Route", "Sessions", "Note"], rows)


def _list_minutes(course: Course) -> str:
    parts = [part for part in PARTS if any(part in one.parts for one in course.notebooks)]
    rows = [
        [f"{one.number:02} {one.title}", one.minutes, *(one.parts.get(part, "") for part in parts)]
        for one in course.notebooks
    ]
    return tabulate(["Notebook", "In all", *(part.capitalize() for part in parts)], rows)


def _list_texts(course: Course) -> str:
    numbers = [one.number for one in course.notebooks]
    rows = [
        [f"`{doc}`", *("x" if doc in one.texts else "" for one in course.notebooks)]
        for doc in load_documents()["doc_id"]
    ]
    return tabulate(["Text", *(f"{number:02}" for number in numbers)], rows)


def _list_claims(course: Course, paths: Mapping[str, Path]) -> str:
    rows, all_shown = [], set()
    for one in course.notebooks:
        shown = find_shown_claims(paths[one.file], one)
        all_shown |= set(shown)
        rows.append([f"{one.number:02}", len(shown), ", ".join(f"`{claim}`" for claim in shown)])
    total = len(load_claims())
    lead = (
        f"{len(all_shown)} of the {total} claims are shown by name or asked about. The claim "
        "browser of notebook 02 reaches all of them."
    )
    return f"{lead}\n\n" + tabulate(["Notebook", "Claims", "Which"], rows)


def _list_outcomes(course: Course) -> str:
    rows = []
    for one in course.notebooks:
        asked = [found for found in load_exercises(one.number) if found.id in one.exercises]
        for outcome in one.outcomes:
            ids = [f"`{found.id}`" for found in asked if found.outcome == outcome.id]
            rows.append([outcome.id, outcome.text, len(ids), ", ".join(ids)])
    return tabulate(["Outcome", "By the end a student can", "Questions", "Which"], rows)


def _list_stances(course: Course) -> str:
    texts = load_documents().set_index("doc_id")
    issues = ("privatisation", "inspection", "workforce_reform")
    rows = []
    for one in course.notebooks:
        used = texts.loc[list(one.texts)]
        counts = [used[f"stance_{issue}"].value_counts() for issue in issues]
        words = [
            ", ".join(f"{count[name]} {name}" for name in sorted(count.index)) for count in counts
        ]
        rows.append([f"{one.number:02}", len(used), *words])
    heads = ["Notebook", "Texts", *(issue.replace("_", " ").capitalize() for issue in issues)]
    lead = (
        "The starting texts lean one way. From notebook 03 on, each notebook sets the case of "
        "the other side beside them at the same length (the two cells that begin with "
        "`read-side`)."
    )
    return f"{lead}\n\n" + tabulate(heads, rows)


def _list_standards(course: Course) -> str:
    rows = [
        [f"{one.number:02}", *("; ".join(one.standards.get(f.id, ())) for f in course.frameworks)]
        for one in course.notebooks
        if one.standards
    ]
    notes = [f"- {one.title}: {_say_confirmed(one.to_confirm)}" for one in course.frameworks]
    heads = ["Notebook", *(framework.title for framework in course.frameworks)]
    return tabulate(heads, rows) + "\n\nTo confirm before you rely on it:\n\n" + "\n".join(notes)


def _say_confirmed(unread: tuple[str, ...] | str) -> str:
    if unread == "all":
        return "none of the numbers was read in the publication itself."
    return f"not read in the publication itself: {', '.join(unread)}." if unread else "all read."
