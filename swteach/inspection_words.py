"""What the rules' file says beside the rules: a note on all of it, and what has a source."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from swteach.inspection_file import FILE, load_rules
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

MODEL = "Model rule"
SOURCES, REGIMES = TABLES = ("sources.csv", "regimes.csv")


class Words(NamedTuple):
    """The file's note; by rule its label, and which part of a model has a source (or "")."""

    note: str
    labels: dict[str, str]
    parts: dict[str, str]


def read_words(folder: Path) -> Words:
    """
    Return what to say beside the rules, their sources by title.

    Parameters
    ----------
    folder
        A data folder whose rules ``load_rules`` has found in order.

    Raises
    ------
    CourseFileError
        Where a label, a source or a regime is in no table; the problem names the line.
    """
    whole = read_yaml(folder / FILE)
    titles = _read_titles(folder)
    regimes = {row.get("regime_id") for row in _read_rows(folder / REGIMES)}
    problems = [found for item in whole["rules"] for found in _check(item, titles)]
    for item in whole["structures"]:
        problems += _find_absent(item, "source_id", titles, SOURCES)
        problems += _find_absent(item, "regime", regimes, REGIMES)
    if problems:
        raise CourseFileError(problems)
    return Words(
        str(whole.get("note") or "").strip(),
        {item["id"]: _label(item, titles) for item in whole["rules"]},
        {item["id"]: _say_part(item, titles) for item in whole["rules"]},
    )


def check_file(folder: Path) -> None:
    """Raise CourseFileError with every problem of a data folder's rules; see ``read_words``."""
    load_rules(folder / FILE)
    if all((folder / table).is_file() for table in TABLES):
        read_words(folder)


def _read_titles(folder: Path) -> dict[str, str]:
    rows = _read_rows(folder / SOURCES)
    return {row.get("source_id"): f"{row.get('title')}, {row.get('publisher')}" for row in rows}


def _read_rows(path: Path) -> list[dict[str, str]]:
    # What is wrong with a table itself is said elsewhere.
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def _check(item: Mapping, titles: dict[str, str]) -> list[Problem]:
    problems = []
    if not _is_model(item) and item["label"] not in titles:
        message = f'the label "{item["label"]}" is no source_id of sources.csv.'
        remedy = 'Write "model rule", or the source that sets out the whole rule.'
        problems.append(Problem(FILE, item.line_of("label"), item["id"], message, remedy))
    return [*problems, *_find_absent(item, "source_id", titles, SOURCES)]


def _find_absent(item: Mapping, key: str, known: Collection[str], table: str) -> list[Problem]:
    name = item.get(key)
    if not name or name in known:
        return []
    column = "regime_id" if key == "regime" else key
    message = f'"{name}" is no {column} of {table}.'
    remedy = "Correct it, or add it to the table."
    return [Problem(FILE, item.line_of(key), item["id"], message, remedy)]


def _is_model(item: Mapping) -> bool:
    return str(item["label"]).strip().casefold() == MODEL.casefold()


def _label(item: Mapping, titles: dict[str, str]) -> str:
    return MODEL if _is_model(item) else f"Source: {titles[item['label']]}"


def _say_part(item: Mapping, titles: dict[str, str]) -> str:
    part, source = item.get("sourced_part"), item.get("source_id")
    if not (part and source):
        return ""
    return f"A part of it has a source. {str(part).strip()} Source: {titles[source]}."
