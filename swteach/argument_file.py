"""Arguments of the course's texts as maps, as a lecturer writes them in data/arguments.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from swteach.argument import Argument, ArgumentError
from swteach.checks.problem import Nearest
from swteach.claim_ids import list_claim_ids
from swteach.exercises.fields import Kinds, check_fields, problem
from swteach.yamlfile import Mapping, Problem, quote, read_sound

NAME = "arguments.yaml"
EXAMPLE: Kinds = {"id": str, "title": str, "notice": str, "caution": str, "parts": list}
PART: Kinds = {"kind": str}
PART_EXTRAS: Kinds = {"claim": str, "words": str, "parts": list}


@dataclass(frozen=True)
class Example:
    """An argument to read; a part of it that is a claim has the claim's id for its text."""

    id: str
    title: str
    notice: str
    caution: str
    argument: Argument


def load_arguments(folder: Path | None = None) -> tuple[Example, ...]:
    """
    Read the course's ready maps of arguments.

    Parameters
    ----------
    folder
        A data folder; by default the course's own.

    Raises
    ------
    CourseFileError
        With the problems of arguments.yaml: the line, what is wrong and what to do.
    """
    from swteach.datapackage import find_data

    path = (folder or find_data()) / NAME
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> tuple[Example, ...]:
    claims = list_claim_ids(path.parent)
    document = read_sound(path, lambda document: _check(document, claims))
    return tuple(_make(item) for item in document)


def _make(item: Mapping) -> Example:
    words = [item[key].strip() for key in ("title", "notice", "caution")]
    argument = Argument()
    for part, above in _walk(item["parts"]):
        argument = argument.add(part["kind"], _read_text(part), above)
    return Example(item["id"], *words, argument)


def _read_text(part: Mapping) -> str:
    return str(part.get("claim") or part.get("words") or "")


def _walk(
    parts: Any, above: int | None = None, used: list[int] | None = None
) -> Iterator[tuple[Any, int | None]]:
    """Yield each part with the number that the part above it has in the map."""
    used = [] if used is None else used
    for part in parts if isinstance(parts, list) else []:
        used.append(len(used) + 1)
        own = used[-1]
        yield part, above
        if isinstance(part, Mapping):
            yield from _walk(part.get("parts"), own, used)


def _check(document: Any, claims: Sequence[str]) -> Iterator[Problem]:
    if not isinstance(document, list) or not document:
        yield problem(1, "", "this is no list of arguments.", 'Begin each with "- id:".')
        return
    seen: list[str] = []
    for place, item in enumerate(document, 1):
        if not isinstance(item, Mapping):
            message = f"argument {place} must have fields of its own, not {quote(item)}."
            yield problem(1, "", message, 'Begin it with "- id:".')
            continue
        name = str(item.get("id") or f"argument {place}")
        if name in seen:
            yield problem(item.line_of("id"), name, "this id stands twice.", "Change one of them.")
        seen.append(name)
        found = [*check_fields(item, name, EXAMPLE, {}), *_check_parts(item, name, claims)]
        yield from found
        if not found:
            yield from _check_places(item, name)


def _check_parts(item: Mapping, name: str, claims: Sequence[str]) -> Iterator[Problem]:
    nearest = Nearest(claims, "All ids are in claims.csv.")
    for part, _ in _walk(item.get("parts")):
        if not isinstance(part, Mapping):
            message = f"a part must have fields of its own, not {quote(part)}."
            yield problem(item.line_of("parts"), name, message, 'Begin it with "- kind:".')
            continue
        yield from check_fields(part, name, PART, PART_EXTRAS)
        claim = part.get("claim")
        if bool(claim) == bool(part.get("words")):
            message = "a part needs a claim or words, and not both."
            yield problem(part.line, name, message, 'Keep one line, "claim:" or "words:".')
        elif isinstance(claim, str) and claims and claim not in claims:
            message = f'there is no claim "{claim}".'
            yield problem(part.line_of("claim"), name, message, nearest.suggest(claim))


def _check_places(item: Mapping, name: str) -> Iterator[Problem]:
    """Yield the first part that may not stand where it is: what is under it would fall with it."""
    argument = Argument()
    for part, above in _walk(item["parts"]):
        try:
            argument = argument.add(part["kind"], _read_text(part), above)
        except ArgumentError as error:
            remedy = "Move it, or change its kind."
            yield problem(part.line_of("kind"), name, str(error), remedy)
            return
