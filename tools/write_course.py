"""Write anew what data/course.yaml says: the notebooks' first cells, README's table, the plan.

    python tools/write_course.py           write it
    python tools/write_course.py --check   say whether all is current, and write nothing

In each notebook it writes the cells ``title``, ``content-note``, ``outcomes`` and ``next-words``,
and links the first use of each glossary term to its meaning in ``next-words``.  In README.md it
writes the table of notebooks, in docs/teaching.md all below the mark.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from run_notebooks import write

from swteach.course import PARTS, Notebook, load_course
from swteach.course_coverage import tabulate, write_plan
from swteach.glossary_links import link_terms

ROOT = Path(__file__).resolve().parent.parent
README, TEACHING = ROOT / "README.md", ROOT / "docs" / "teaching.md"
HEADS = ("notebook", "minutes", "what it is about")
TABLE = f"| {' | '.join(HEADS)} |"
MARK = "<!-- Below this line: written by tools/write_course.py. -->"
WORDS = "next-words"


def main(arguments: list[str]) -> int:
    """Write what is stale, or only name it."""
    stale = {path: text for path, text in make_files().items() if path.read_text("utf-8") != text}
    names = ", ".join(path.name for path in stale)
    if "--check" in arguments:
        print(f"Stale: {names}. Run python tools/write_course.py" if stale else "All is current.")
        return bool(stale)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {names}." if stale else "All is current.")
    return 0


def make_files() -> dict[Path, str]:
    """Return each file that is written from the course's own, with its text."""
    course = load_course()
    files = {}
    for notebook in course.notebooks:
        path = ROOT / "notebooks" / f"{notebook.file}.ipynb"
        files[path] = make_notebook(path, notebook)
    files[README] = make_readme(README.read_text("utf-8"), course.notebooks)
    top = TEACHING.read_text("utf-8").partition(MARK)[0]
    plan = write_plan(course, {path.stem: path for path in files if path.suffix == ".ipynb"})
    files[TEACHING] = f"{top}{MARK}\n\n{plan}"
    return files


def make_notebook(path: Path, notebook: Notebook) -> str:
    """Return the text of a notebook with its written cells and its links to the glossary."""
    node = nbformat.read(path, as_version=4)
    made = {"title": make_title(notebook), "content-note": make_note(notebook)}
    made["outcomes"] = make_outcomes(notebook)
    for cell in node.cells:
        cell.source = made.get(cell.id, cell.source)
    set_words(node, link_terms(node, notebook.plain_words))
    return write(node)


def set_words(node: NotebookNode, words: str) -> None:
    """Put the meanings into their cell, which is made before the last ones where it lacks."""
    ids = [cell.id for cell in node.cells]
    if WORDS not in ids:
        place = ids.index("next-texts") - 1 if "next-texts" in ids else len(ids)
        node.cells.insert(place, nbformat.v4.new_markdown_cell("", id=WORDS))
    next(cell for cell in node.cells if cell.id == WORDS).source = words


def make_title(notebook: Notebook) -> str:
    """Return the cell that opens a notebook."""
    times = ", ".join(f"{part.capitalize()} {notebook.parts[part]}" for part in _taken(notebook))
    plan = f" {notebook.plan}" if notebook.plan else ""
    return (
        f"# {notebook.number}. {notebook.title}\n\n**About {notebook.minutes} minutes.** "
        f"The guiding question: {notebook.question}\n\n"
        f"Minutes for the core: {times}.{plan}\n\n{notebook.opening.strip()}"
    )


def _taken(notebook: Notebook) -> list[str]:
    return [part for part in PARTS if part in notebook.parts]


def make_note(notebook: Notebook) -> str:
    """Return the content note."""
    return f"## Content note\n\n{notebook.content_note}"


def make_outcomes(notebook: Notebook) -> str:
    """Return the list of what a student can do by the end."""
    lines = [f"- **{outcome.id}** {outcome.text}" for outcome in notebook.outcomes]
    lines += [f"- {ability}" for ability in notebook.abilities]
    return "## What you will be able to do\n\nBy the end you can:\n\n" + "\n".join(lines) + "."


def make_readme(text: str, notebooks: tuple[Notebook, ...]) -> str:
    """Return README.md with its table of notebooks written anew."""
    before, found, rest = text.partition(TABLE)
    if not found:
        raise ValueError(f"README.md has no line that reads: {TABLE}")
    after = rest.partition("\n\n")[2]
    rows = [
        [f"[{one.number:02} {one.title}](notebooks/{one.file}.ipynb)", one.minutes, one.about]
        for one in notebooks
    ]
    return f"{before}{tabulate(HEADS, rows)}\n\n{after}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
