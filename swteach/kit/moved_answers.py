"""Problems after a change of a figure or a sum: answers that moved, words with the old ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from swteach.checks.problem import ACCEPT, Problem
from swteach.kit.answer_key import (
    NAME,
    Answer,
    Sum,
    find_words,
    list_moved,
    list_new,
    list_old_words,
    read_key,
)
from swteach.kit.notebook_file import NotebookFile


def check_answers(data: Path, notebooks: list[NotebookFile]) -> Iterator[Problem]:
    """Yield the computed answers that moved since they were accepted, old and new."""
    for found, old in list_moved(data):
        if found.now:
            yield from _check_moved(data, found, old, found.now, notebooks)
    for found in list_new(data):
        message = f"the answer {found.now} is new: nobody has accepted it yet."
        remedy = f"Work it out once by hand. Then: {ACCEPT}"
        yield Problem(f"data/{found.file}", found.line, found.item, "", message, remedy)


def check_key(data: Path) -> Iterator[Problem]:
    """Yield that the accepted answers are lost, so that none can be seen to move."""
    if not read_key(data):
        state = "is damaged" if (data / NAME).is_file() else "is missing"
        message = f"{state}: nobody can tell any more which answers have moved."
        remedy = f"Take it back from an older copy. Or, where all answers are right: {ACCEPT}"
        yield Problem(f"data/{NAME}", 0, "", "", message, remedy)


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
    why = "the data have changed" if found.asks == old.asks else "another sum is asked for"
    message = f"the answer was {old}, and is now {now}: {why}."
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
            message = f"may be an old figure: the answer to {found.item} has changed."
            remedy = f"Correct the words if it is. Then: {ACCEPT}"
            yield notebook.problem(cell, message, remedy, at=word, value=word)
