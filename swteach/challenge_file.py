"""Optional tasks for students who like code, each with a way to do it that a test runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from swteach.exercises.fields import (
    NUMBER,
    Kinds,
    check_fields,
    check_items,
    list_items,
    problem,
)
from swteach.page import LEFT, Page, disclose
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_sound

FOLDER = "challenges"
MOST_LINES = 12
FILE: Kinds = {"notebook": int, "challenges": list}
CHALLENGE: Kinds = {"id": str, "title": str, "task": str, "hint": str, "answer": str}
CHALLENGE |= {"gives": (str, *NUMBER)}
HOW = (
    "Click below this cell, press the key B for a new cell, and type there. A new cell knows "
    "the course as sw. For pandas, start with: import pandas as pd. You may leave all of these out."
)


@dataclass(frozen=True)
class Challenge:
    """A task; ``answer`` is code whose last line is an expression, ``gives`` is its value."""

    id: str
    title: str
    task: str
    hint: str
    answer: str
    gives: str | float


def load_challenges(notebook: int, folder: Path | None = None) -> list[Challenge]:
    """Read the challenges of a notebook.

    Parameters
    ----------
    notebook
        The notebook's number, such as 7.
    folder
        A data folder; by default the course's own.

    Raises
    ------
    ValueError
        If the notebook has no file of challenges.
    CourseFileError
        With every problem of the file: its line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    number = f"{notebook:02}" if isinstance(notebook, int) else str(notebook)
    path = (folder or find_data()) / FOLDER / f"{number}.yaml"
    if not path.is_file():
        message = f"Notebook {notebook!r} has no challenges: there is no {path.name}."
        raise ValueError(f"{message} Give its number, such as 7.")
    return list(_read(path, path.stat().st_mtime_ns))


def challenges(notebook: int) -> Page:
    """Return a notebook's challenges, each with a hint and one way to do it, folded away.

    Parameters
    ----------
    notebook
        The notebook's number, such as 7.

    Raises
    ------
    ValueError
        If the notebook has none.

    Notes
    -----
    Source: ``data/challenges``; every answer is run by the course's tests.
    """
    found = load_challenges(notebook)
    items = "".join(f"<li {LEFT}>{_mark_up(challenge)}</li>" for challenge in found)
    lines = [
        f"{number}. {end_sentence(one.title)} {one.task}" for number, one in enumerate(found, 1)
    ]
    html = f'<div style="font-size:16px"><p>{HOW}</p><ol>{items}</ol></div>'
    return Page(html, "\n".join([HOW, *lines]))


def challenge_problems(folder: Path) -> list[Problem]:
    """Return everything wrong with the challenges of a data folder."""
    found: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        try:
            _read(path, path.stat().st_mtime_ns)
        except CourseFileError as error:
            found += [one._replace(file=f"{FOLDER}/{path.name}") for one in error.problems]
    return found


def end_sentence(title: str) -> str:
    """Return a title with a full stop, unless it has a question or exclamation mark already.

    Examples
    --------
    >>> end_sentence("Who speaks?"), end_sentence("Count the claims")
    ('Who speaks?', 'Count the claims.')
    """
    return title if title.rstrip("\"'”’").endswith(("?", "!", ".")) else f"{title}."


def _mark_up(challenge: Challenge) -> str:
    gives = escape(str(challenge.gives))
    code = f"<pre><code>{escape(challenge.answer)}</code></pre><p>It gives: {gives}</p>"
    return (
        f"<p><strong>{escape(end_sentence(challenge.title))}</strong> {escape(challenge.task)}</p>"
        + disclose(f"<p>{escape(challenge.hint)}</p>", f"A hint: {challenge.title}")
        + disclose(code, f"One way to do it: {challenge.title}")
    )


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> tuple[Challenge, ...]:
    document = read_sound(path, lambda document: _check(document, path))
    return tuple(_make(item) for item in document["challenges"])


def _make(item: Mapping) -> Challenge:
    return Challenge(**{key: _tidy(value) for key, value in item.items()})


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _check(document: Any, path: Path) -> Iterator[Problem]:
    if not isinstance(document, Mapping):
        yield problem(1, "", "this is not a list of challenges.", f"Write: {', '.join(FILE)}.")
        return
    yield from check_fields(document, "", FILE, {})
    number = document.get("notebook")
    if isinstance(number, int) and f"{number:02}" != path.stem:
        message = f"notebook {number} does not fit the name of the file."
        yield problem(document.line_of("notebook"), "", message, "Change one of the two.")
    yield from check_items(document, "", "challenges", "id")
    seen: list[str] = []
    for place, item in enumerate(list_items(document, "challenges"), 1):
        name = str(item.get("id") or f"challenge {place}")
        yield from check_fields(item, name, CHALLENGE, {})
        if name in seen:
            yield problem(item.line_of("id"), name, "this id stands twice.", "Change one of them.")
        seen.append(name)
        if isinstance(item.get("answer"), str):
            yield from _check_answer(item, name)


def _check_answer(item: Mapping, name: str) -> Iterator[Problem]:
    lines = item["answer"].strip().splitlines()
    if len(lines) > MOST_LINES:
        message = f"the answer has {len(lines)} lines."
        yield problem(item.line_of("answer"), name, message, f"Use at most {MOST_LINES}.")
        return
    try:
        tree = ast.parse(item["answer"])
        compile(tree, name, "exec")  # finds what parsing does not: a return outside a function
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        line = item.line_of("answer") + (getattr(error, "lineno", 0) or 0)
        message = f"the answer is not Python ({error or 'too deep'})."
        yield problem(line, name, message, "Run it in a notebook.")
        return
    if not tree.body or not isinstance(tree.body[-1], ast.Expr):
        message, remedy = "the answer's last line gives no value.", 'End with what it "gives".'
        yield problem(item.line_of("answer"), name, message, remedy)
