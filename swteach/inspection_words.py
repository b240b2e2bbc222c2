"""What the rules' file says beside the rules: a note on all of it, and what has a source."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from swteach.inspection_rules import FILE
from swteach.yamlfile import CourseFileError, Mapping, Problem, read_yaml

MODEL = "Model rule"


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
        Where a label or a source is none of sources.csv; the problem names the line.
    """
    whole = read_yaml(folder / FILE)
    titles = _read_titles()
    problems = [found for item in whole["rules"] for found in _check(item, titles)]
    if problems:
        raise CourseFileError(problems)
    return Words(
        str(whole.get("note") or "").strip(),
        {item["id"]: _label(item, titles) for item in whole["rules"]},
        {item["id"]: _say_part(item, titles) for item in whole["rules"]},
    )


def _read_titles() -> dict[str, str]:
    from swteach.tables import load_sources

    rows = load_sources()
    return dict(zip(rows["source_id"], rows["title"] + ", " + rows["publisher"], strict=True))


def _check(item: Mapping, titles: dict[str, str]) -> list[Problem]:
    problems = []
    if not _is_model(item) and item["label"] not in titles:
        message = f'the label "{item["label"]}" is no source_id of sources.csv.'
        remedy = 'Write "model rule", or the source that sets out the whole rule.'
        problems.append(Problem(FILE, item.line_of("label"), item["id"], message, remedy))
    source = item.get("source_id")
    if source and source not in titles:
        message = f'"{source}" is no source_id of sources.csv.'
        remedy = "Correct it, or add the source."
        problems.append(Problem(FILE, item.line_of("source_id"), item["id"], message, remedy))
    return problems


def _is_model(item: Mapping) -> bool:
    return str(item["label"]).strip().casefold() == MODEL.casefold()


def _label(item: Mapping, titles: dict[str, str]) -> str:
    return MODEL if _is_model(item) else f"Source: {titles[item['label']]}"


def _say_part(item: Mapping, titles: dict[str, str]) -> str:
    part, source = item.get("sourced_part"), item.get("source_id")
    if not (part and source):
        return ""
    return f"A part of it has a source. {str(part).strip()} Source: {titles[source]}."
