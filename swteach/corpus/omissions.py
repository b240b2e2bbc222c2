"""The omit list: lines within the texts that are not their authors' running words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from swteach.corpus.manifest import Manifest, Spell
from swteach.corpus.problems import Nearest, Problem
from swteach.corpus.sheets import read_rows
from swteach.corpus.tidy import tidy

OMIT_COLUMNS = ["source_file", "doc_id", "line_marker", "kind"]


@dataclass(frozen=True, slots=True)
class Omission:
    """One line to leave out: a row of omit.csv.

    A marker of five words or more is the start of the line; a shorter one is the whole line.
    An empty ``doc_id`` means every text of that page.
    """

    source_file: str
    doc_id: str
    line_marker: str
    kind: str
    file: str
    line: int

    def problem(self, what: str, do: str) -> Problem:
        """Return a problem placed at this row."""
        return Problem(self.file, self.line, what, do)


def parse_omissions(
    path: Path, manifest: Manifest, spell: Spell
) -> tuple[list[Omission], list[Problem]]:
    """Read omit.csv; give the rows that can be looked for, and what is wrong with the others."""
    problems: list[Problem] = []
    rows = [
        _omission(path, line, row, spell) for line, row in read_rows(path, OMIT_COLUMNS, problems)
    ]
    empty = [row for row in rows if not row.line_marker]
    do = "Write the first five words of the line"
    problems += (row.problem("the line_marker is empty", do) for row in empty)
    strangers = dict(_strangers(rows, manifest)) if manifest.whole else {}
    problems += strangers.values()
    return [row for row in rows if row.line_marker and row not in strangers], problems


def _omission(path: Path, line: int, row: dict[str, str], spell: Spell) -> Omission:
    page, marker = spell(row["source_file"]), tidy(row["line_marker"])
    return Omission(page, row["doc_id"], marker, row["kind"], str(path), line)


def _strangers(rows: list[Omission], manifest: Manifest) -> Iterator[tuple[Omission, Problem]]:
    ids: dict[str, set[str]] = {}
    for text in manifest.texts:
        ids.setdefault(text.source_file, set()).add(text.doc_id)
    nearest_page, nearest_id = Nearest(ids), dict[str, Nearest]()
    for row in rows:
        if row.source_file not in ids:
            what = f"no text of the manifest stands on the page {row.source_file!r}"
            yield row, row.problem(what, nearest_page(row.source_file))
        elif row.doc_id and row.doc_id not in ids[row.source_file]:
            what = f"unknown doc_id {row.doc_id!r} on the page {row.source_file}"
            known = nearest_id.setdefault(row.source_file, Nearest(ids[row.source_file]))
            yield row, row.problem(what, known(row.doc_id))
