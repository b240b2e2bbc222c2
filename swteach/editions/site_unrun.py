"""Cells of a notebook that would show something and were saved without it."""

from __future__ import annotations

import ast

from swteach.notebook_calls import parse_cell

UNRUN = "nothing stands on its page from cell"
RUN = "saved without output. Run the notebook, save it, and build again."


def is_shown(source: str) -> bool:
    """
    Return whether a cell that has run shows something: a value in its last line, or what it prints.

    Examples
    --------
    >>> [is_shown(text) for text in ("sw.show(made)", "made = 1", "sw.show(made);", "print(1)")]
    [True, False, False, True]
    """
    tree = parse_cell(source)
    last = tree.body[-1] if tree and tree.body else None
    return isinstance(last, ast.Expr) and not source.rstrip().endswith(";")


def say_unrun(cells: list[str]) -> str:
    """Return what to tell of cells without output, by their ids."""
    return f"{UNRUN}{'' if len(cells) == 1 else 's'} {', '.join(cells)}, {RUN}"
