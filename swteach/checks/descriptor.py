"""The structure of ``datapackage.json``: what every later check relies on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from swteach.checks.problem import Problem
from swteach.datapackage import DESCRIPTOR

RESTORE = "Correct it, or take the file back from the course."
TABLES = (
    "sources",
    "documents",
    "claims",
    "paragraphs",
    "terms",
    "glossary",
    "series",
    "breaks",
    "observations",
    "events",
    "regimes",
    "evidence",
    "codings",
)
TYPES = ("string", "integer", "number", "date")
CONSTRAINTS: dict[str, type | tuple[type, ...]] = {
    "required": bool,
    "unique": bool,
    "enum": list,
    "pattern": str,
    "minimum": (int, float),
    "maximum": (int, float),
}


def check_descriptor(path: Path) -> list[Problem]:
    """Return what keeps ``datapackage.json`` from being read, and tables it does not name."""
    try:
        text = path.read_bytes().decode("utf-8")
        described = json.loads(text)
    except UnicodeDecodeError as error:
        return [_problem(0, f"is not UTF-8 (byte {error.start} of the file).")]
    except json.JSONDecodeError as error:
        return [_problem(error.lineno, f"is not JSON from here: {error.msg}.")]
    except RecursionError:
        return [_problem(0, "is not JSON: its brackets go too deep.")]
    return list(_check_package(text, described))


def _problem(line: int, message: str, field: str = "", remedy: str = RESTORE) -> Problem:
    return Problem(DESCRIPTOR, line, field, "", message, remedy)


def _check_package(text: str, described: Any) -> Iterator[Problem]:
    resources = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(resources, list):
        yield _problem(1, "has no list of tables (resources).")
        return
    names = [item.get("name") if isinstance(item, dict) else None for item in resources]
    for number, item in enumerate(resources):
        line = _line_of(text, item)
        for fault in _check_resource(item, names):
            yield _problem(line, fault, str(names[number] or f"resources[{number}]"))
        if names.index(names[number]) != number:
            yield _problem(line, "stands twice.", str(names[number]))
    for name in TABLES:
        if name not in names:
            yield _problem(0, "table is not described.", name)


def _line_of(text: str, item: Any) -> int:
    """Return the line on which a resource gives its name, or the first line."""
    name = json.dumps(item.get("name"), ensure_ascii=False) if isinstance(item, dict) else ""
    found = re.search(rf'^ {{0,6}}"name":\s*{re.escape(name)}', text, re.MULTILINE)
    return text[: found.start()].count("\n") + 1 if found else 1


def _check_resource(item: Any, names: list[Any]) -> Iterator[str]:
    """Yield what is wrong with the description of one table."""
    if not isinstance(item, dict):
        yield "is not the description of a table."
        return
    path, schema = item.get("path"), item.get("schema")
    if not isinstance(item.get("name"), str):
        yield "has no name."
    if not (isinstance(path, str) and re.fullmatch(r"([\w-]+/)*[\w-]+\.csv", path)):
        yield f"has a path that is no CSV file of this folder: {path!r}."
    if not isinstance(item.get("bytes"), int | None) or not isinstance(
        item.get("hash"), str | None
    ):
        yield "has a length (bytes) or hash that cannot be read."
    if not (isinstance(schema, dict) and isinstance(schema.get("fields"), list)):
        yield "has no list of columns (schema.fields)."
        return
    yield from _check_schema(schema, names)


def _check_schema(schema: dict[str, Any], names: list[Any]) -> Iterator[str]:
    for field in schema["fields"]:
        yield from _check_field(field)
    columns = [field.get("name") for field in schema["fields"] if isinstance(field, dict)]
    key, references = schema.get("primaryKey", []), schema.get("foreignKeys", [])
    if not isinstance(key, list) or not all(name in columns for name in key):
        yield f"has a primary key that is not a list of its columns: {key!r}."
    for reference in references if isinstance(references, list) else [None]:
        if not _is_reference(reference, columns, names):
            yield f"has a foreign key that cannot be followed: {json.dumps(reference)}."


def _check_field(field: Any) -> Iterator[str]:
    name = field.get("name") if isinstance(field, dict) else None
    if not isinstance(name, str):
        yield f"has a column without a name: {json.dumps(field)[:60]}."
        return
    if field.get("type") not in TYPES:
        yield f"has a column {name} of type {field.get('type')!r}; use one of {', '.join(TYPES)}."
    limits = field.get("constraints", {})
    if not isinstance(limits, dict):
        yield f"has a column {name} whose constraints cannot be read."
        return
    for key, value in limits.items():
        if not _is_constraint(key, value):
            yield f"has a column {name} with a constraint that cannot be read: {key}."


def _is_constraint(key: str, value: Any) -> bool:
    if not isinstance(value, CONSTRAINTS.get(key, ())):
        return False
    if key == "enum":
        return bool(value) and all(isinstance(item, str) for item in value)
    return key != "pattern" or _is_pattern(value)


def _is_pattern(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError):
        return False
    return True


def _is_reference(reference: Any, columns: list[Any], names: list[Any]) -> bool:
    """Whether a foreign key joins one column to one column of a table that is described."""
    try:
        (field,) = reference["fields"]
        (target,) = reference["reference"]["fields"]
        table = reference["reference"]["resource"]
    except (KeyError, TypeError, ValueError, IndexError):
        return False
    return field in columns and isinstance(target, str) and (table == "" or table in names)
