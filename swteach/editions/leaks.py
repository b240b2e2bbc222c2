"""Whether a text that students are not to have stands in any file of a folder."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from swteach.kit.notebook_file import NotebookFile, read_notebook

# "Yes, it can." stands everywhere by chance.
FEWEST_WORDS = 4
# A word processor curls quotation marks, a table doubles them, and Markdown has stars.
_PASSED_OVER = str.maketrans("", "", "'‘’\"“”*")


class Leak(NamedTuple):
    """A secret of a question, and where it stands; line 0 is a line that cannot be told."""

    exercise: str
    file: str
    text: str
    line: int = 0
    cell: str = ""


def find_leaks(folder: Path, secrets: Mapping[str, Sequence[str]]) -> list[Leak]:
    """
    Return every secret that stands in a file, with the first place of it there.

    Parameters
    ----------
    folder
        All files in it are read: text, and the texts within JSON and YAML however they are
        quoted or folded; HTML as a reader sees it, whichever quotation marks there are.
    secrets
        The texts by exercise. Those of fewer than four words are not looked for.
    """
    wanted = [
        (name, text, _fold(text))
        for name, texts in secrets.items()
        for text in texts
        if len(text.split()) >= FEWEST_WORDS
    ]
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        held = read_words(path)
        file = path.relative_to(folder).as_posix()
        found += [
            Leak(name, file, text, *_find_place(path, words))
            for name, text, words in wanted
            if words in held
        ]
    return found


def _find_place(path: Path, words: str) -> tuple[int, str]:
    """Return the line at which folded words begin, and the cell if it is a notebook's."""
    notebook = read_notebook(path) if path.suffix == ".ipynb" else None
    for cell in notebook.cells if isinstance(notebook, NotebookFile) else ():
        if any(words in _fold(held) for held in _join_lines([cell.source, list(cell.outputs)])):
            return cell.line, f"cell {cell.id}"
    lines = path.read_bytes().decode("utf-8", errors="replace").split("\n")
    return _find_line(lines, words), ""


def _find_line(lines: Sequence[str], words: str) -> int:
    """Return the line at which words begin, from 1; 0 where only the file's reader sees them."""

    def hold(first: int, end: int) -> bool:
        return words in _fold("\n".join(lines[first:end]))

    end = bisect_left(range(len(lines) + 1), True, key=lambda end: hold(0, end))
    if end > len(lines):
        return 0
    return bisect_left(range(end), True, key=lambda first: not hold(first, end))


def read_words(path: Path) -> str:
    """Return all words of a file, those of JSON and YAML as their reader gives them."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    parts = [text, *_read_values(path, text)]
    return "\n".join(_fold(part) for part in parts)


def _read_values(path: Path, text: str) -> Iterator[str]:
    read = _READERS.get(path.suffix)
    # What its own reader cannot read, a template say, is searched as text alone.
    with suppress(ValueError, RecursionError):
        yield from _join_lines(read(text) if read else None)


def _join_lines(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in (*value, *value.values()):
            yield from _join_lines(inner)
    elif isinstance(value, list):
        # A notebook keeps a text as a list of its lines.
        if value and all(isinstance(inner, str) for inner in value):
            yield "".join(value)
        for inner in value:
            yield from _join_lines(inner)


def _load_yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _fold(text: str) -> str:
    return " ".join(unescape(text).translate(_PASSED_OVER).split()).casefold()


_READERS: dict[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".ipynb": json.loads,
    ".yaml": _load_yaml,
    ".yml": _load_yaml,
}
