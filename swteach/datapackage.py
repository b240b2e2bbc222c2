"""Where the course's data lie, and what ``datapackage.json`` says of them."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DESCRIPTOR = "datapackage.json"
OWN_COURSE = "swteach.yaml"  # stands at the top of a course that `swteach new` made
_HERE = Path(__file__).resolve().parent


class DataNotFoundError(FileNotFoundError):
    """No folder with a ``datapackage.json`` was found."""


@dataclass(frozen=True)
class Field:
    """One column of a table, as the descriptor states it."""

    name: str
    type: str
    constraints: dict[str, Any]
    description: str = ""

    @property
    def required(self) -> bool:
        """Whether every row must have a value."""
        return bool(self.constraints.get("required"))

    @property
    def enum(self) -> tuple[str, ...]:
        """The closed list of values, empty where any value goes."""
        return tuple(self.constraints.get("enum", ()))


@dataclass(frozen=True)
class Reference:
    """A column whose values must stand in a column of another table."""

    field: str
    resource: str
    target: str


@dataclass(frozen=True)
class Resource:
    """One table of the data package."""

    name: str
    path: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    references: tuple[Reference, ...]
    bytes: int | None = None
    hash: str | None = None

    @property
    def names(self) -> list[str]:
        """The column names, in order."""
        return [field.name for field in self.fields]


def find_data() -> Path:
    """Return the folder that holds the course's data.

    Looks in the environment variable ``SWTEACH_DATA``, then in the lecturer's own course that
    the current folder lies in, if any, then inside the installed package, then in the checkout
    that the package is run from.

    Raises
    ------
    DataNotFoundError
        If none of these holds a ``datapackage.json``; the message lists where it looked. Also
        where the lecturer's own course has lost its own: other data would look like theirs.
    """
    named = os.environ.get("SWTEACH_DATA")
    places = [Path(named)] if named else _find_own() or [_HERE / "data", _HERE.parent / "data"]
    for place in places:
        if (place / DESCRIPTOR).is_file():
            return place
    looked = ", ".join(str(place) for place in places)
    hint = "Check SWTEACH_DATA." if named else _say_remedy(places[0].parent)
    raise DataNotFoundError(f"No {DESCRIPTOR} found in: {looked}. {hint}")


def _say_remedy(course: Path) -> str:
    if (course / OWN_COURSE).is_file():
        return "This is your own course: take the file back from an older copy of it."
    return "Install swteach again, or set SWTEACH_DATA."


def _find_own() -> list[Path]:
    """Return the data folder of the lecturer's own course that this runs in, if it has one."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the current folder was deleted
        return []
    return [data for mark, data in _list_own(here) if mark.is_file()][:1]


@lru_cache(maxsize=8)
def _list_own(here: Path) -> list[tuple[Path, Path]]:
    """Return for a folder and those above it the file that marks a course, and its data folder."""
    return [(place / OWN_COURSE, place / "data") for place in (here, *here.parents)]


def read_package(folder: Path | None = None) -> dict[str, Resource]:
    """Return the tables that ``datapackage.json`` describes, by name.

    Parameters
    ----------
    folder
        The data folder; by default the one that :func:`find_data` returns.

    Raises
    ------
    DataNotFoundError
        If the folder has no descriptor.
    ValueError
        If the descriptor is not valid JSON or a table in it lacks a name, path or schema.
    """
    path = (folder or find_data()) / DESCRIPTOR
    if not path.is_file():
        raise DataNotFoundError(f"No {DESCRIPTOR} in {path.parent}.")
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> dict[str, Resource]:
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        resources = [_resource(item) for item in described["resources"]]
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name} is not UTF-8 (byte {error.start}).") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: {error.msg}.") from None
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise ValueError(f"{path.name}: a table lacks {error}.") from None
    return {resource.name: resource for resource in resources}


def _resource(item: dict[str, Any]) -> Resource:
    schema = item["schema"]
    return Resource(
        name=item["name"],
        path=item["path"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=tuple(schema.get("primaryKey", ())),
        references=tuple(_reference(key, item["name"]) for key in schema.get("foreignKeys", ())),
        bytes=item.get("bytes"),
        hash=item.get("hash"),
    )


def _field(field: dict[str, Any]) -> Field:
    return Field(
        field["name"], field["type"], field.get("constraints", {}), field.get("description", "")
    )


def _reference(key: dict[str, Any], own_name: str) -> Reference:
    # In a data package an empty resource name means the table itself.
    target = key["reference"]
    return Reference(key["fields"][0], target["resource"] or own_name, target["fields"][0])
