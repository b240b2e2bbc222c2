"""Read a YAML file and remember on which line each thing stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import yaml

LARGEST = 10**17  # Python refuses to write out very long numbers
MOST_QUOTED = 100  # characters of a value in a message


class Problem(NamedTuple):
    """One thing to mend: where it is, what is wrong, and what to do; line 0 is the whole file."""

    file: str
    line: int
    item: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Say the problem in one line, the place first."""
        item = f", {self.item}" if self.item else ""
        line = f", line {self.line}" if self.line else ""
        return f"{self.file}{line}{item}: {self.message} {self.remedy}"


class CourseFileError(ValueError):
    """A course file that cannot be used; ``problems`` lists all that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class Mapping(dict[str, Any]):
    """A YAML mapping that knows its own line and the line of each of its keys."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Return the line of a key, or the mapping's first line where the key is missing."""
        return self.lines.get(key, self.line)


def quote(value: Any) -> str:
    """Return a value of a file as a message shows it: in quotation marks if text, and not long."""
    text = repr(value)
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"


def read_yaml(path: Path) -> Any:
    """
    Read one YAML file.

    Parameters
    ----------
    path
        The file. Its name, without its folder, is what error messages quote.

    Returns
    -------
    object
        Lists, scalars, and ``Mapping`` for mappings, so that a checker can name lines.

    Raises
    ------
    CourseFileError
        Where the file cannot be opened, is not UTF-8, not YAML, has one key twice in one mapping,
        a date that is in no calendar or a number of 18 digits and more.
    """
    import yaml

    text = _read_text(path)
    try:
        return _parse(text, path.name, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        return _parse_slowly(text, path)


def read_sound(path: Path, check: Callable[[Any], Iterable[Problem]]) -> Any:
    """
    Read one YAML file that must have no problem.

    Parameters
    ----------
    path
        The file.
    check
        Given what stands in it, yields what is wrong; the file's name is filled in here.

    Raises
    ------
    CourseFileError
        Where it is not YAML, or with every problem that the check yields.
    """
    document = read_yaml(path)
    problems = [found._replace(file=path.name) for found in check(document)]
    if problems:
        raise CourseFileError(problems)
    return document


def _parse_slowly(text: str, path: Path) -> Any:
    """Read a file that is not YAML again, with the reader that says best what is wrong."""
    import yaml

    try:
        return _parse(text, path.name, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise CourseFileError([_syntax_problem(path.name, text, error)]) from None
    except yaml.reader.ReaderError as error:
        raise CourseFileError([_hidden_problem(path.name, text, error.position)]) from None
    except RecursionError:
        problem = Problem(path.name, 1, "", "lists stand within lists without end.", "Undo that.")
        raise CourseFileError([problem]) from None


def _parse(text: str, file: str, kind: type) -> Any:
    loader = kind(text)
    node = loader.get_single_node()
    return None if node is None else _build(loader, node, file)


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (IsADirectoryError, PermissionError):
        message = "this cannot be opened as a file."
        problem = Problem(path.name, 1, "", message, "Take it back from the course.")
        raise CourseFileError([problem]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(
            path.name, line, "", "the file is not UTF-8 text.", 'Save it again as "UTF-8".'
        )
        raise CourseFileError([problem]) from None


def _syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    indent = shown[: len(shown) - len(shown.lstrip())]
    if "\t" in indent or "\\t" in (error.problem or ""):
        return Problem(file, line, "", "there is a tab.", "Put spaces in its place.")
    return Problem(
        file,
        line,
        "",
        f"this is not YAML ({error.problem}).",
        "Look at this line and the one before it: a quotation mark, a colon or the indent.",
    )


def _hidden_problem(file: str, text: str, position: int) -> Problem:
    line = text.count("\n", 0, position) + 1
    message = f"there is a hidden character ({ord(text[position]):#x}), perhaps pasted in."
    return Problem(file, line, "", message, "Type that line anew.")


def _build(loader: yaml.SafeLoader, node: yaml.Node, file: str) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return _build_mapping(loader, node, file)
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, child, file) for child in node.value]
    try:
        value = loader.construct_object(node)
    except (ValueError, AttributeError, KeyError):  # PyYAML's own for 2024-02-31 and !!bool x
        raise _refuse(node, file) from None
    if isinstance(value, int) and abs(value) >= LARGEST:
        raise _refuse(node, file)
    return value


def _refuse(node: yaml.ScalarNode, file: str) -> CourseFileError:
    line, message = node.start_mark.line + 1, f"{quote(node.value)} is no date or number."
    problem = Problem(file, line, "", message, "Correct it, or put it in quotation marks.")
    return CourseFileError([problem])


def _build_mapping(loader: yaml.SafeLoader, node: yaml.MappingNode, file: str) -> Mapping:
    mapping = Mapping(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key, line = str(_build(loader, key_node, file)), key_node.start_mark.line + 1
        if key in mapping:
            first = mapping.lines[key]
            message = f'"{key}" stands twice, here and on line {first}.'
            raise CourseFileError([Problem(file, line, "", message, "Keep one of them.")])
        mapping[key] = _build(loader, value_node, file)
        mapping.lines[key] = line
    return mapping
