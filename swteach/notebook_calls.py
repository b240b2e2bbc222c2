"""What a cell of a notebook calls of swteach, as far as it can be read without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# The names under which a notebook may have swteach.
_OURS = ("sw", "swteach")
# Lines for IPython or the shell, which are no Python: "%matplotlib inline", "!ls".
_MAGIC = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)
# What may be worked out here, since nothing outside the words themselves can come into it.
_PLAIN = (
    *(ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.UnaryOp, ast.USub),
    *(ast.ListComp, ast.comprehension, ast.Name, ast.Load, ast.Store),
    *(ast.JoinedStr, ast.FormattedValue),
)


class Call(NamedTuple):
    """A call of ``sw.``: name and arguments; ``given`` is None where they are worked out."""

    name: str
    given: list[Any] | None
    named: dict[str, Any]


class Asked(NamedTuple):
    """What a cell asks: ids of questions one by one, and notebooks whose questions it asks all."""

    names: list[str]
    notebooks: list[int]


def find_asked(source: str) -> Asked:
    """
    Return the questions that a cell asks, as far as they are written out.

    Examples
    --------
    >>> find_asked("sw.exercise('n7-mcq-1')")
    Asked(names=['n7-mcq-1'], notebooks=[])
    >>> find_asked("sw.exercises(7)")
    Asked(names=[], notebooks=[7])
    """
    found: dict[str, list[Any]] = {"exercise": [], "exercises": []}
    for call in find_calls(source) if "exercise" in source else ():
        if call.name in found:
            found[call.name] += [*(call.given or ()), *call.named.values()][:1]
    names = [one for one in found["exercise"] if isinstance(one, str)]
    return Asked(names, [one for one in found["exercises"] if isinstance(one, int)])


def parse_cell(source: str) -> ast.Module | None:
    """Return a cell's syntax tree; None where it is no Python: calls are found in no other."""
    try:
        return ast.parse(_MAGIC.sub(r"\1pass", source))
    except SyntaxError:
        return None


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
    tree = parse_cell(source)
    nodes = ast.walk(tree) if tree else ()
    calls = (node for node in nodes if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        target = call.func
        if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)):
            continue
        if target.value.id in _OURS:
            yield Call(target.attr, *_read_arguments(call))


def _read_arguments(call: ast.Call) -> tuple[list[Any] | None, dict[str, Any]]:
    try:
        given = [_read(one) for one in call.args]
        # Those without a name are "**some".
        named = {one.arg or "**": _read(one.value) for one in call.keywords}
    except (ValueError, TypeError, NameError):
        return None, {}
    return (None, {}) if "**" in named else (given, named)


def _read(node: ast.expr) -> Any:
    """Return a value that is written out, or as in ``[f"a-{n:02}" for n in (1, 2)]``."""
    if not all(isinstance(part, _PLAIN) for part in ast.walk(node)):
        raise ValueError("it is worked out")
    code = compile(ast.Expression(node), "<argument>", "eval")
    return eval(code, {"__builtins__": {}})
