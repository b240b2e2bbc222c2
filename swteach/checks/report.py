"""The report of a check: what a person reads first, then every problem by file."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

from swteach.checks.hashes import STALE
from swteach.checks.problem import Problem, shorten

MOST_LINES = 8


def format_report(problems: list[Problem], folder: Path) -> str:
    """Return the report of a check as text.

    Parameters
    ----------
    problems
        What :func:`swteach.check.check_folder` found.
    folder
        The folder that was checked.

    Returns
    -------
    str
        A summary, then the problems by file. The same problem on many lines is printed once,
        with its lines.
    """
    if not problems:
        return f"No problems found in {folder}."
    if len(problems) == 1 and problems[0].file == str(folder):
        return str(problems[0])
    files = Counter(problem.file for problem in problems)
    summary = [
        f"{_count(len(problems), 'problem')} in {_count(len(files), 'file')} of {folder}",
        "",
    ]
    summary += [f"  {number:>5,}  {file}" for file, number in files.items()]
    stale = [problem for problem in problems if problem.message == STALE]
    rest = [problem for problem in problems if problem.message != STALE]
    body = [line for file in files for line in _format(file, rest)]
    return "\n".join([*summary, *body, *_format_stale(stale)])


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _format(file: str, problems: list[Problem]) -> list[str]:
    own = [problem for problem in problems if problem.file == file]
    first = {problem[2:]: place for place, problem in reversed(list(enumerate(own)))}
    if not own:
        return []
    own.sort(key=lambda problem: (first[problem[2:]], problem.line))
    lines = ["", file]
    for _, same in groupby(own, key=lambda problem: problem[2:]):
        lines += _entry(list(same))
    return lines


def _format_stale(stale: list[Problem]) -> list[str]:
    """Return the changed files as one entry: they are measured once, when all else is right."""
    if not stale:
        return []
    files, command = ", ".join(problem.file for problem in stale), stale[0].remedy
    return ["", f"Changed since their hashes were written: {files}", f"  Last of all. {command}"]


def _entry(same: list[Problem]) -> list[str]:
    problem = same[0]
    where = ", ".join(filter(None, [_lines(same), problem.field]))
    value = f"{shorten(problem.value)!r} " if problem.value else ""
    said = f"{value}{problem.message}"
    return [f"  {where}: {said}" if where else f"  {said}", f"      {problem.remedy}"]


def _lines(same: list[Problem]) -> str:
    numbers = [str(problem.line) for problem in same if problem.line]
    if len(numbers) <= 1:
        return "".join(f"line {number}" for number in numbers)
    rest = f" and {len(numbers) - MOST_LINES:,} more" if len(numbers) > MOST_LINES else ""
    return f"lines {', '.join(numbers[:MOST_LINES])}{rest}"
