"""The part of the course that belongs to the notebooks chosen."""

from __future__ import annotations

import json
import re
from pathlib import Path

from swteach.course import Course
from swteach.yamlfile import Mapping, read_yaml

_LINK = re.compile(r"\[([^\]]*)\]\((\d\d_\w+)\.ipynb[^)]*\)")
_NUMBERED = re.compile(r"(?:exercises|challenges)/(\d\d)[_.]")
_MENTION = re.compile(
    r"\bnotebooks?\s+(\d\d(?:(?:,\s*|,?\s+(?:and|or|to)\s+)\d\d)*)\b", re.IGNORECASE
)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_EARLIER = re.compile(rb"^ *earlier: n(\d+)-.*\n", re.MULTILINE)
_FIRST = "Begin with notebook 01, or with the one that your lecturer names."


def keep_data(files: dict[str, bytes], numbers: tuple[int, ...]) -> dict[str, bytes]:
    """Return the data files without the questions and tasks of notebooks left out."""
    kept = {}
    for name, content in files.items():
        found = _NUMBERED.match(name)
        if not found or int(found[1]) in numbers:
            kept[name] = _EARLIER.sub(
                lambda one: one[0] if int(one[1]) in numbers else b"", content
            )
    return kept


def keep_answers(text: str, numbers: tuple[int, ...]) -> str:
    """Return the accepted answers of the notebooks kept."""
    key = json.loads(text)
    kept = {name: one for name, one in key.items() if int(name[1 : name.index("-")]) in numbers}
    return json.dumps(kept, indent=1) + "\n"


def keep_plan(path: Path, numbers: tuple[int, ...]) -> str:
    """Return the text of ``course.yaml`` with the notebooks kept, its comments among them."""
    document = read_yaml(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    gone: set[int] = set()
    notebooks = document["notebooks"]
    ends = [item.line for item in notebooks[1:]] + [len(lines) + 1]
    for item, end in zip(notebooks, ends, strict=True):
        if item["number"] not in numbers:
            gone |= set(range(item.line, end))
    routes = _pick_routes(document["routes"], numbers)
    for item in document["routes"]:
        if item in routes:
            _cut_route(item, lines, numbers)
        else:
            gone |= set(range(item.line, max(item.lines.values()) + 1))
    kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in gone)
    if not routes:
        kept = kept.replace("\nroutes:\n", f"\nroutes:\n{_write_route(numbers)}", 1)
    return kept.rstrip() + "\n"


def _keep_sessions(route: Mapping, numbers: tuple[int, ...]) -> list[list[int]]:
    kept = ([one for one in session if one in numbers] for session in route["sessions"])
    return [session for session in kept if session]


def _pick_routes(routes: list[Mapping], numbers: tuple[int, ...]) -> list[Mapping]:
    """Return the whole routes, and those of which two sessions are left that no other has."""
    picked = [one for one in routes if _keep_sessions(one, numbers) == one["sessions"]]
    for one in routes:
        kept = _keep_sessions(one, numbers)
        if len(kept) > 1 and kept not in [_keep_sessions(other, numbers) for other in picked]:
            picked.append(one)
    return picked


def _cut_route(route: Mapping, lines: list[str], numbers: tuple[int, ...]) -> None:
    """Write a route's sessions anew, where some of it was left out."""
    kept = _keep_sessions(route, numbers)
    if kept != route["sessions"]:
        lines[route.line_of("sessions") - 1] = f"    sessions: {kept}"
        lines[route.line_of("note") - 1] = "    note: What is left of it here."


def _write_route(numbers: tuple[int, ...]) -> str:
    sessions = [[one] for one in numbers if one] or [[one] for one in numbers]
    return f"  - title: In order\n    sessions: {sessions}\n    note: One notebook a session.\n"


def keep_words(source: str, kept: set[str]) -> str:
    """Return the words of a cell without links to notebooks left out.

    A line of a list that does nothing but lead to such a notebook goes too.
    """
    lines = []
    for line in source.split("\n"):
        files = [file for _, file in _LINK.findall(line)]
        if line.startswith("- ") and files and not kept.intersection(files):
            continue
        lines.append(_LINK.sub(lambda found: found[0] if found[2] in kept else found[1], line))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    if not any(file.startswith("01_") for file in kept):
        text = text.replace(_FIRST, "Begin with the one that your lecturer names.")
    return text


def list_mentions(source: str, course: Course, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the line and number of each notebook left out that a text still speaks of."""
    left_out = {one.number for one in course.notebooks} - set(numbers)
    found = set()
    for mention in _MENTION.finditer(source):
        line = source.count("\n", 0, mention.start()) + 1
        found |= {(line, int(one)) for one in re.findall(r"\d\d", mention[1])}
    return sorted((line, number) for line, number in found if number in left_out)


def drop_comments(text: str) -> str:
    """Return a YAML text with its lines of comment empty."""
    return _COMMENT.sub("", text)
