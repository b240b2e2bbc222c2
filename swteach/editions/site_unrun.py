"""Cells of a notebook that would show something and were saved without it."""

from __future__ import annotations

import ast
import re

UNRUN = "nothing stands on its page from cell"
RUN = "saved without output. Run the notebook, save it, and build again."
# Lines for IPython or the shell, which are no Python.
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)


def is_shown(source: str) -> bool:
    """
    Return whether a cell that has run shows something: a value in its last line, or what it prints.

    Examples
    --------
    >>> [is_shown(text) for text in ("sw.show(made)", "made = 1", "sw.show(made);", "print(1)")]
    [True, False, False, True]
    """
    try:
        lines = ast.parse(_MAGIC.sub(r"\1pass", source)).body
    except SyntaxError:
        return False
    last = lines[-1] if lines else None
    return isinstance(last, ast.Expr) and not source.rstrip().endswith(";")


def say_unrun(cells: list[str]) -> str:
    """Return what to tell of cells without output, by their ids."""
    return f"{UNRUN}{'' if len(cells) == 1 else 's'} {', '.join(cells)}, {RUN}"
