"""A sum written in words in a course file, such as ``salary x (1 + on_cost / 100)``.

It may take the smaller or the greater of several things: ``min(average, lowest + 1)``.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LONGEST = 500  # characters; deeper nesting than any sum of a course needs
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*\b(?!\s*\()")
_TYPED = str.maketrans({"×": "*", "÷": "/", "−": "-"})
_SIGNS = {"*": "×", "-": "−", "+": "+", "/": "÷"}
_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., float]] = {"min": min, "max": max}
HOW = "Use names, numbers, +, -, x, /, brackets, min(..., ...) and max(..., ...)."


@dataclass(frozen=True)
class Formula:
    """
    A sum that can be worked out and printed.

    Attributes
    ----------
    text
        As it was written, on one line, with * for x.
    names
        What it needs, in order of appearance, each once.
    """

    text: str
    names: tuple[str, ...]
    _tree: ast.expr

    def work_out(self, values: Mapping[str, float]) -> float:
        """
        Return the sum's value.

        Raises
        ------
        ZeroDivisionError
            Where it divides by nothing.
        """
        return _evaluate(self._tree, values)

    def fill(self, words: Mapping[str, str]) -> str:
        """Return the sum as printed, each name replaced by its words, the signs as in school."""
        signed = re.sub(r"\s*([*/+-])\s*", lambda sign: f" {_SIGNS[sign[1]]} ", self.text)
        return _NAME.sub(lambda name: words[name[0]], signed)


def read_formula(text: str) -> Formula:
    """
    Read a sum.

    Parameters
    ----------
    text
        Names, numbers, ``+ - x /``, brackets, and ``min`` and ``max`` of two things or more.

    Raises
    ------
    ValueError
        For anything else; the message says what it is and what may stand there.

    Examples
    --------
    >>> read_formula("hours x (rate + 1)").work_out({"hours": 3, "rate": 4})
    15.0
    """
    plain = re.sub(r"\bx\b", "*", " ".join(text.split())).translate(_TYPED)
    if len(plain) > LONGEST:
        raise ValueError(f"the sum is longer than {LONGEST} characters. Split it in two.")
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError):
        raise ValueError(f'"{plain}" is not a sum. {HOW}') from None
    _check(tree, plain)
    return Formula(plain, tuple(dict.fromkeys(_NAME.findall(plain))), tree)


def _check(node: ast.expr, plain: str) -> None:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        _check(node.left, plain)
        _check(node.right, plain)
    elif _is_choice(node):
        for part in node.args:
            _check(part, plain)
    elif not (isinstance(node, ast.Name) or _is_number(node)):
        part = ast.get_source_segment(plain, node)
        raise ValueError(f'"{part}" cannot stand in a sum. {HOW}')


def _is_choice(node: ast.expr) -> bool:
    """Return whether this takes the smaller or the greater of two things or more."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return False
    return node.func.id in _FUNCTIONS and len(node.args) > 1 and not node.keywords


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _evaluate(node: ast.expr, values: Mapping[str, float]) -> float:
    if isinstance(node, ast.BinOp):
        left, right = _evaluate(node.left, values), _evaluate(node.right, values)
        return _OPERATIONS[type(node.op)](left, right)
    if isinstance(node, ast.Call):
        parts = (_evaluate(part, values) for part in node.args)
        return _FUNCTIONS[node.func.id](parts)
    return float(values[node.id] if isinstance(node, ast.Name) else node.value)
