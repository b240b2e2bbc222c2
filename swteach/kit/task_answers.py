"""Run the answer of every optional task: ``python -m swteach.kit.task_answers DATA``.

In a process of its own, since the answers are code. The last line printed is a JSON list of
problems, each as the fields of :class:`swteach.checks.problem.Problem`.
"""

from __future__ import annotations

import ast
import json
import math
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from swteach.challenge_file import FOLDER, Challenge, load_challenges
from swteach.checks.problem import Problem
from swteach.yamlfile import CourseFileError, read_yaml


def _check_tasks(data: Path) -> Iterator[Problem]:
    """Yield the tasks whose answer fails, or gives something else than is written beside it."""
    for path in sorted((data / FOLDER).glob("[0-9][0-9].yaml")):
        try:
            challenges = load_challenges(int(path.stem), data)
        except CourseFileError:  # said where the files are checked
            continue
        lines = [item.line_of("gives") for item in read_yaml(path)["challenges"]]
        for challenge, line in zip(challenges, lines, strict=True):
            message, remedy = find_fault(challenge)
            if message:
                name = f"data/{FOLDER}/{path.name}"
                yield Problem(name, line, challenge.id, "", message, remedy)


def find_fault(challenge: Challenge) -> tuple[str, str]:
    """Return what is wrong with a task's answer and what to do, or two empty texts."""
    try:
        value = run(challenge)
    except Exception as error:
        message = f"its answer fails: {type(error).__name__}: {str(error)[:120]}."
        return message, "Try it in a notebook, and correct it."
    given = challenge.gives
    same = str(value) == given if isinstance(given, str) else _is_same(value, given)
    if same:
        return "", ""
    return f"its answer gives {value}, but gives: says {given}.", f"Write gives: {value}"


def run(challenge: Challenge) -> object:
    """Run an answer as a student would, and return the value of its last line."""
    import altair
    import pandas

    import swteach

    names = {"sw": swteach, "pd": pandas, "alt": altair}
    *body, last = ast.parse(challenge.answer).body
    with redirect_stdout(StringIO()):
        exec(compile(ast.Module(body, []), challenge.id, "exec"), names)
        return eval(compile(ast.Expression(last.value), challenge.id, "eval"), names)


def _is_same(value: object, given: float) -> bool:
    return math.isclose(float(value), given, abs_tol=1e-9)


if __name__ == "__main__":
    print(json.dumps(list(_check_tasks(Path(sys.argv[1])))))
