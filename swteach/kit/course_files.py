"""The files of a course side by side: notebooks and plan, tasks, licences and pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from swteach.challenge_file import FOLDER as CHALLENGES
from swteach.checks.problem import Nearest, Problem
from swteach.course import NAME as COURSE
from swteach.datapackage import DESCRIPTOR, OWN_COURSE
from swteach.kit.notebook_file import FOLDER, NotebookFile
from swteach.kit.page_rules import find_headings
from swteach.yamlfile import CourseFileError, Mapping, read_yaml

LICENCES = ("LICENSE", "LICENSE-CONTENT.md")
BACK = "Take it back from an older copy."
REMOVED = (
    f"If you removed it, take its number out of {OWN_COURSE} and run swteach update; of a notebook "
    "of your own, delete this part and its file in data/exercises."
)
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_MINUTES = re.compile(r"\*\*About (\d+) minutes\.\*\*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TASKS = re.compile(r"\bchallenges\((\d+)\)")


def read_plans(data: Path) -> list[Mapping]:
    """Return the notebooks as ``course.yaml`` lists them; none where it cannot be read."""
    with suppress(CourseFileError, OSError, KeyError, TypeError):
        listed = read_yaml(data / COURSE)["notebooks"]
        return [one for one in listed if isinstance(one, Mapping)]
    return []


def check_plan(
    folder: Path, plans: list[Mapping], notebooks: list[NotebookFile]
) -> Iterator[Problem]:
    """Yield notebooks that are listed and not there, there and not listed, or titled otherwise."""
    there = {path.stem for path in (folder / FOLDER).glob("*.ipynb")}
    listed = {str(plan.get("file")): plan for plan in plans}
    extra = sorted(there - set(listed))
    for file, plan in listed.items():
        if file not in there:
            remedy = Nearest(extra, "").suggest(file) + " Rename one of the two." if extra else BACK
            item = f"notebook {plan.get('number')}"
            message = f"but there is no {FOLDER}/{file}.ipynb."
            place = (f"data/{COURSE}", plan.line_of("file"), item, file)
            yield Problem(*place, message, f"{remedy} {REMOVED}")
    for file in extra if plans else ():
        remedy = f"Describe it in data/{COURSE}, as the others are, or move it elsewhere."
        yield Problem(f"{FOLDER}/{file}.ipynb", 1, "", "", f"is not listed in {COURSE}.", remedy)
    for notebook in notebooks:
        if notebook.path.stem in listed:
            yield from _check_opening(notebook, listed[notebook.path.stem])
            yield from _check_outcomes(notebook, listed[notebook.path.stem])
            yield from _check_tasks(folder / "data", notebook)


def _check_opening(notebook: NotebookFile, plan: Mapping) -> Iterator[Problem]:
    titles = [(cell, title) for cell, level, title in find_headings(notebook) if level == 1]
    wanted = f"{plan.get('number')}. {plan.get('title')}"
    if titles and titles[0][1] != wanted:
        cell, title = titles[0]
        message = f"but {COURSE} says: {wanted}"
        yield notebook.problem(cell, message, "Make the two the same.", at=title, value=title)
    for cell, minutes in _find_minutes(notebook):
        if int(minutes) != plan.get("minutes"):
            message = f"but {COURSE} says {plan.get('minutes')} minutes."
            remedy = "Make the two the same."
            yield notebook.problem(cell, message, remedy, at=f"About {minutes}", value=minutes)


def _check_outcomes(notebook: NotebookFile, plan: Mapping) -> Iterator[Problem]:
    for cell in notebook.prose:
        if cell.id != "outcomes":
            continue
        words = " ".join(_LINK.sub(r"\1", cell.source).split())
        for outcome in plan.get("outcomes") or ():
            text = " ".join(str(outcome.get("text")).split()) if _is_fields(outcome) else ""
            if text not in words:
                message = f"but {COURSE} says of outcome {outcome.get('id')}: {text}"
                at = f"**{outcome.get('id')}**"
                yield notebook.problem(cell, message, "Make the two the same.", at=at)


def _is_fields(value: object) -> bool:
    return isinstance(value, Mapping)


def _find_minutes(notebook: NotebookFile) -> list[tuple]:
    return [(cell, one) for cell in notebook.prose for one in _MINUTES.findall(cell.source)][:1]


def _check_tasks(data: Path, notebook: NotebookFile) -> Iterator[Problem]:
    for cell in notebook.code:
        for number in _TASKS.findall(cell.source):
            path = data / CHALLENGES / f"{int(number):02}.yaml"
            if not path.is_file():
                message = f"has no tasks: there is no data/{CHALLENGES}/{path.name}."
                remedy = "Take it back from the course or write it, or delete the cell."
                at = f"challenges({number})"
                yield notebook.problem(cell, message, remedy, at=at, value=number)


def check_licences(folder: Path) -> Iterator[Problem]:
    """Yield what keeps others from knowing under which licence they may use a part."""
    for name in LICENCES:
        if not (folder / name).is_file():
            message = "is missing, so nobody knows what they may do with the course."
            yield Problem(name, 0, "", "", message, "Take it back from the course.")
    path = folder / "data" / DESCRIPTOR
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        text = path.read_text(encoding="utf-8")
        for item in json.loads(text)["resources"]:
            if not [one for one in item.get("licenses") or () if one.get("name")]:
                line = text[: text.find(f'"name": "{item["name"]}"')].count("\n") + 1
                message = "has no licence."
                remedy = 'Add "licenses": [{"name": "CC-BY-4.0"}], or the licence it has.'
                yield Problem(f"data/{DESCRIPTOR}", line, item["name"], "", message, remedy)
    yield from _check_pictures(folder)


def _check_pictures(folder: Path) -> Iterator[Problem]:
    said = ""
    with suppress(OSError, UnicodeDecodeError):
        said = (folder / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    for path in sorted((folder / FOLDER).rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in PICTURES and not hidden and path.name not in said:
            name = path.relative_to(folder).as_posix()
            message = "is a picture whose licence nobody has written down."
            remedy = f"Say in LICENSE-CONTENT.md who made {path.name}, and under which licence."
            yield Problem(name, 0, "", "", message, remedy)
