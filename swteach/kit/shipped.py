"""Every file of a course as swteach would make it now, for given choices."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from swteach.course import Course, load_course
from swteach.datapackage import OWN_COURSE
from swteach.kit import parts
from swteach.kit.choices import START, Choices
from swteach.kit.excerpt import (
    drop_comments,
    keep_answers,
    keep_data,
    keep_plan,
    keep_words,
    list_mentions,
)
from swteach.kit.wheel import find_version, make_wheel, name_wheel

TEMPLATE = Path(__file__).resolve().parent / "template"
TEACHING_MARK = "<!-- Below this line"
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
NAMES = {
    "README.md": "README.md",
    "Makefile": "Makefile",
    "environment.yml": "environment.yml",
    "requirements-check.txt": "requirements-check.txt",
    "swteach.yaml": OWN_COURSE,
    "check.yml": ".github/workflows/check.yml",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "notebook.ipynb": "docs/new_notebook.ipynb",
}


def load_own_course() -> Course:
    """Return the course that swteach came with, whichever folder this runs in."""
    return load_course(_find_own_data())


def list_known() -> tuple[int, ...]:
    """Return the numbers of the notebooks that swteach came with."""
    return tuple(one.number for one in load_own_course().notebooks)


def _find_own_data() -> Path:
    return (parts.CHECKOUT if parts.is_checkout() else parts.PACKAGE) / "data"


def list_shipped(choices: Choices) -> dict[str, bytes]:
    """
    Return every file of a course, by its path within the course's folder.

    Parameters
    ----------
    choices
        The course's name, and its notebooks.

    Raises
    ------
    PartMissingError
        Where this copy of swteach is not whole.
    """
    course = load_own_course()
    files = _list_data(choices) | _list_notebooks(choices, course)
    files |= {name: parts.read_file(name) for name in parts.LICENCES}
    files |= _list_pins()
    files[f"package/{name_wheel()}"] = make_wheel()
    files |= _fill_templates(choices, course)
    return files | _list_pages(set(files))


def list_leftovers(files: dict[str, bytes], numbers: tuple[int, ...]) -> list[str]:
    """Return, as sentences, the cells and the lines that still speak of notebooks left out."""
    course, said = load_own_course(), []
    for name, content in files.items():
        if name.startswith("notebooks/") and name.endswith(".ipynb"):
            for cell in json.loads(content)["cells"]:
                named = list_mentions("".join(cell["source"]), course, numbers)
                for number in sorted({number for _, number in named}):
                    said.append(f"{name}, cell {cell['id']}: speaks of notebook {number:02}")
        elif name.startswith("data/") and name.endswith(".yaml"):
            for line, number in list_mentions(drop_comments(content.decode()), course, numbers):
                said.append(f"{name}, line {line}: speaks of notebook {number:02}")
    return said


def _list_data(choices: Choices) -> dict[str, bytes]:
    files = keep_data(parts.read_folder("data"), choices.notebooks)
    plan = keep_plan(_find_own_data() / "course.yaml", choices.notebooks)
    files["course.yaml"] = plan.encode()
    name = "exercises/answers.json"
    files[name] = keep_answers(files[name].decode(), choices.notebooks).encode()
    return {f"data/{name}": content for name, content in files.items()}


def _list_notebooks(choices: Choices, course: Course) -> dict[str, bytes]:
    kept = {one.file for one in course.notebooks if one.number in choices.notebooks}
    files = parts.read_folder("notebooks")
    return {
        f"notebooks/{name}": _make_notebook(content, kept, choices, name.startswith(f"{START:02}"))
        if name.endswith(".ipynb")
        else content
        for name, content in files.items()
        if not name.endswith(".ipynb") or Path(name).stem in kept
    }


def _make_notebook(content: bytes, kept: set[str], choices: Choices, first: bool) -> bytes:
    import nbformat

    from swteach.kit.outputs import write

    notebook = nbformat.reads(content.decode("utf-8"), as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = keep_words(cell.source, kept)
    if first:
        words = ". ".join(_escape(one) for one in (choices.institution, choices.level))
        words = f"*{_escape(choices.title)}.* {words}."
        notebook.cells.insert(1, nbformat.v4.new_markdown_cell(words, id="course-name"))
    return write(notebook).encode()


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#$|])", r"\\\1", text.rstrip("."))


def _list_pages(there: set[str]) -> dict[str, bytes]:
    """Return the pages for lecturers, without links to what is no part of a course."""
    pages = parts.read_folder("docs")
    there = there | {f"docs/{name}" for name in pages}
    files = {f"docs/{name}": content for name, content in pages.items()}
    for name in [name for name in pages if name.endswith(".md")]:
        text = pages[name].decode()
        # Below the mark stand lists of all ten notebooks.
        words, cut, _ = text.partition(TEACHING_MARK)
        words = f"{_drop_last(words) if cut else text.rstrip()}\n"
        words = _LINK.sub(lambda found: found[0] if _leads(found[2], there) else found[1], words)
        files[f"docs/{name}"] = words.encode()
    return files


def _drop_last(words: str) -> str:
    """Return words without their last paragraph if that speaks of what was cut off."""
    before, _, last = words.rstrip().rpartition("\n\n")
    return before if "below" in last else words.rstrip()


def _leads(target: str, there: set[str]) -> bool:
    if target.startswith(("http", "#")):
        return True
    path = posixpath.normpath(posixpath.join("docs", target.partition("#")[0]))
    return path in there


def _list_pins() -> dict[str, bytes]:
    pins, test = (parts.read_file(name).decode() for name in parts.PINS)
    # pip takes no extras in a file of constraints.
    constraints = re.sub(r"\[[^\]]*\](?===)", "", test)
    return {"requirements.txt": pins.encode(), "constraints-check.txt": constraints.encode()}


def _fill_templates(choices: Choices, course: Course) -> dict[str, bytes]:
    kept = [one for one in course.notebooks if one.number in choices.notebooks]
    rows = [
        f"| [{one.number:02} {one.title}](notebooks/{one.file}.ipynb) "
        f"| {one.minutes} | {one.about} |"
        for one in kept
    ]
    texts = {name: getattr(choices, name) for name in ("title", "institution", "level")}
    values = {f"@{name.upper()}@": _escape(text) for name, text in texts.items()}
    values |= {f"@YAML_{name.upper()}@": _quote(text) for name, text in texts.items()}
    values |= {"@TABLE@": "\n".join(rows), "@NUMBERS@": str(list(choices.notebooks))}
    values |= {"@WHEEL@": name_wheel(), "@VERSION@": find_version()}
    return {target: _fill(source, values) for source, target in NAMES.items()}


def _fill(name: str, values: dict[str, str]) -> bytes:
    text = (TEMPLATE / name).read_text(encoding="utf-8")
    # In one pass, so that a title with a mark in it stays as it is.
    return re.sub(r"@[A-Z_]+@", lambda found: values[found[0]], text).encode()


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
