"""What a cell of a notebook calls of swteach, as far as it can be read without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# Lines for IPython or the shell, which are no Python: "%matplotlib inline", "!ls".
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)


class Call(NamedTuple):
    """A call of ``sw.``: name and arguments; ``given`` is None where they are worked out."""

    name: str
    given: list[Any] | None
    named: dict[str, Any]


def find_calls(source: str) -> Iterator[Call]:
    """
    Yield the calls of ``sw.`` in a cell, in order.

    Examples
    --------
    >>> list(find_calls("sw.ledger(['a'], name=1)"))
    [Call(name='ledger', given=[['a']], named={'name': 1})]
    >>> list(find_calls("sw.exercise(one)"))
    [Call(name='exercise', given=None, named={})]
    """
    try:
        tree = ast.parse(_MAGIC.sub(r"\1pass", source))
    except SyntaxError:
        return
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        target = call.func
        if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)):
            continue
        if target.value.id == "sw":
            yield Call(target.attr, *_read_arguments(call))


def _read_arguments(call: ast.Call) -> tuple[list[Any] | None, dict[str, Any]]:
    try:
        given = [ast.literal_eval(one) for one in call.args]
        # Those without a name are "**some".
        named = {one.arg or "**": ast.literal_eval(one.value) for one in call.keywords}
    except (ValueError, TypeError):
        return None, {}
    return (None, {}) if "**" in named else (given, named)
