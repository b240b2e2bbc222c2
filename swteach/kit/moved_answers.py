"""Problems after a change of data: answers that moved, and words that still quote old figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from swteach.checks.problem import Problem
from swteach.kit.answer_key import Answer, Sum, find_words, list_moved, list_old_words
from swteach.kit.notebook_file import NotebookFile

ACCEPT = "swteach check --accept"


def check_answers(data: Path, notebooks: list[NotebookFile]) -> Iterator[Problem]:
    """Yield the computed answers that the data now give differently, old and new."""
    for found, old in list_moved(data):
        if found.now:
            yield from _check_moved(data, found, old, found.now, notebooks)


def add_old_answers(problems: list[Problem], data: Path) -> list[Problem]:
    """Return the problems of the data, with the answer that a broken sum used to give."""
    broken = {(found.file, found.item): old for found, old in list_moved(data) if found.now is None}
    return [
        problem._replace(message=f"{problem.message} The answer was {old}.")
        if (old := broken.get((problem.file, problem.field)))
        else problem
        for problem in problems
    ]


def _check_moved(
    data: Path, found: Sum, old: Answer, now: Answer, notebooks: list[NotebookFile]
) -> Iterator[Problem]:
    words = list_old_words(old, now)
    lines = (data / found.file).read_text(encoding="utf-8").split("\n")
    quoted = list(find_words(words, lines[found.first - 1 : found.last]))
    message = f"the answer was {old}, and is now {now}: the data have changed."
    told = "; ".join(f"line {place + found.first} says {word}" for place, word in quoted)
    remedy = f"Correct what still gives the old figures ({told}). " if told else ""
    remedy += f"Read the question and its replies once more. Then: {ACCEPT}"
    yield Problem(f"data/{found.file}", found.line, found.item, "", message, remedy)
    for notebook in notebooks:
        if notebook.path.name.startswith(f"{found.notebook:02}_"):
            yield from _check_prose(notebook, words, found)


def _check_prose(notebook: NotebookFile, words: list[str], found: Sum) -> Iterator[Problem]:
    for cell in notebook.prose:
        for _, word in find_words(words, cell.source.split("\n")):
            message = f"may be an old figure: the data behind {found.item} have changed."
            remedy = f"Correct the words if it is. Then: {ACCEPT}"
            yield notebook.problem(cell, message, remedy, at=word, value=word)
