"""What has changed between the tables that stand and the pages as they are now."""

from __future__ import annotations

import csv
import filecmp
import hashlib
import itertools
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from swteach.corpus.builder import build
from swteach.corpus.tables import NAMES, finish_moves

MEASURES = ("paragraphs", "words", "sentences", "characters")
SHOWN = 5


def compare(sources: Path, out: Path, manifest: Path, **choices: object) -> list[str]:
    """Build again beside the tables in ``out`` and say what differs; write nothing there.

    Parameters
    ----------
    sources, out, manifest
        As for `swteach.corpus.build`; ``choices`` are its other arguments.

    Returns
    -------
    list of str
        One line a difference; empty where every table is the same to the byte.

    Raises
    ------
    CorpusError
        As `swteach.corpus.build` does.
    """
    out = Path(out)
    finish_moves(out)
    with tempfile.TemporaryDirectory() as folder:
        build(sources, Path(folder), manifest, **choices)
        return list(_differences(out, Path(folder)))


def _differences(old: Path, new: Path) -> Iterator[str]:
    missing = [name for name in NAMES if not (old / name).exists()]
    if missing:
        yield f"{old}: {', '.join(missing)} not found: nothing to compare with"
        return
    before, after = _summary(old), _summary(new)
    if before is None:
        yield f"{old / NAMES[2]}: damaged, so nothing can be compared: build the tables again"
        return
    if before["rules"] != after["rules"]:
        yield f"rules: version {before['rules']} then, {after['rules']} now"
    yield from _listed("page", before["sources"], after["sources"])
    yield from _listed("text", before["texts"], after["texts"])
    changed = {
        name
        for name in before["texts"].keys() & after["texts"].keys()
        if before["texts"][name] != after["texts"][name]
    }
    if not changed or _is_as_built(old / NAMES[1], before):
        yield from _texts(changed, before["texts"], after["texts"], old, new)
    else:
        yield f"table {NAMES[1]}: not as it was built, so no term is compared"
    yield from _bytes(old, new)


def _summary(folder: Path) -> dict | None:
    try:
        summary = json.loads((folder / NAMES[2]).read_text(encoding="utf-8"))
        needed = [summary["rules"], summary["tables"][NAMES[1]]["sha256"], {**summary["sources"]}]
        needed += [text[name] for text in summary["texts"].values() for name in MEASURES]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return summary if None not in needed else None


def _is_as_built(table: Path, summary: dict) -> bool:
    with table.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return found == summary["tables"][table.name]["sha256"]


def _listed(what: str, before: dict, after: dict) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{what} {name}: gone"
        elif name not in before:
            yield f"{what} {name}: new"
        elif before[name] != after[name]:
            yield f"{what} {name}: changed"


def _texts(changed: set[str], before: dict, after: dict, old: Path, new: Path) -> Iterator[str]:
    terms = zip(_terms(old, changed), _terms(new, changed), strict=True)
    for (doc_id, was), (_, now) in terms:
        moves = [
            f"{name} {before[doc_id][name]} then, {after[doc_id][name]} now"
            for name in MEASURES
            if before[doc_id][name] != after[doc_id][name]
        ]
        moves += _some("fewer", was - now) + _some("more", now - was)
        yield f"text {doc_id}: {'; '.join(moves) or 'the same counts, other words or order'}"


def _some(more: str, terms: Counter[str]) -> list[str]:
    names = sorted(terms)
    rest = f" and {len(names) - SHOWN} other terms" if len(names) > SHOWN else ""
    return [f"{more} {', '.join(map(repr, names[:SHOWN]))}{rest}"] if names else []


def _terms(folder: Path, changed: set[str]) -> Iterator[tuple[str, Counter[str]]]:
    # Only the texts that changed are held, one at a time: the table may be larger than memory.
    with (folder / NAMES[1]).open(encoding="utf-8", newline="") as file:
        rows = (row for row in csv.DictReader(file) if row["doc_id"] in changed)
        groups = itertools.groupby(rows, key=lambda row: row["doc_id"])
        found, some = next(groups, ("", ()))
        for doc_id in sorted(changed):
            mine = some if found == doc_id else ()
            yield doc_id, Counter({row["term"]: int(row["count"]) for row in mine})
            if found == doc_id:
                found, some = next(groups, ("", ()))


def _bytes(old: Path, new: Path) -> Iterator[str]:
    for name in NAMES:
        if not filecmp.cmp(old / name, new / name, shallow=False):
            yield f"table {name}: not the same to the byte"
