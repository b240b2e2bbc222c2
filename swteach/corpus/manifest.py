"""The manifest that a lecturer edits: which texts stand on which page, and between which words."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from swteach.corpus.problems import CorpusError, Nearest, Problem
from swteach.corpus.sheets import read_rows
from swteach.corpus.spellings import Spellings, leaves
from swteach.corpus.tidy import tidy

TEXT_COLUMNS = ["doc_id", "source_file", "start_marker", "end_marker"]
CHOICE_COLUMNS = ["start_match", "end_match", "inside"]
UNREAD = 0
"""A match that is no number: the marker is looked for all the same."""

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """One text: a row of manifest.csv.

    An empty marker means the page's first line (start) or last line (end).  ``start_match`` and
    ``end_match`` say which, from 1, of several places to take; ``inside`` names the text that
    this one is quoted in.
    """

    doc_id: str
    source_file: str
    start_marker: str
    end_marker: str
    start_match: int | None
    end_match: int | None
    inside: str
    file: str
    line: int

    def problem(self, what: str, do: str) -> Problem:
        """Return a problem placed at this row."""
        return Problem(self.file, self.line, f"{self.doc_id}: {what}", do)


@dataclass(slots=True)
class Manifest:
    """The rows of a manifest and what is wrong with them.

    ``whole`` is false where some row could not be read: then a name that no row has may stand in
    that one, and nothing is said of it.
    """

    texts: list[Text]
    problems: list[Problem]
    whole: bool

    def on_pages(self) -> list[Text]:
        """Give the rows whose page may be opened, so that it can be looked at in the same run."""
        return [text for text in self.texts if not list(_leaves_folder(text))]


def read_texts(path: Path, folder: Path | None = None) -> list[Text]:
    """Read manifest.csv, in its own order.

    Raises
    ------
    CorpusError
        With one problem for every mistake that shows without the pages.
    """
    manifest = parse_manifest(path, Spellings(folder))
    if manifest.problems:
        raise CorpusError(manifest.problems)
    return manifest.texts


def parse_manifest(path: Path, spell: Spell) -> Manifest:
    """Read manifest.csv and note every mistake that shows without the pages."""
    unread, problems = list[Problem](), list[Problem]()
    rows = read_rows(path, TEXT_COLUMNS, unread)
    texts = [_text(path, line, row, spell, problems) for line, row in rows]
    if not texts and not unread:
        unread.append(Problem(str(path), None, "no text is listed", "Write one row a text"))
    problems += _twice(texts)
    problems += () if unread else _astray(texts)
    return Manifest(texts, unread + problems, whole=not unread)


def _text(
    path: Path, line: int, row: dict[str, str], spell: Spell, problems: list[Problem]
) -> Text:
    matches = [_match(path, line, row, column, problems) for column in CHOICE_COLUMNS[:2]]
    start, end = (tidy(row[column]) for column in TEXT_COLUMNS[2:])
    # Interned: the same name stands in every row of a long manifest.
    place = sys.intern(str(path)), line
    page = spell(row["source_file"])
    text = Text(row["doc_id"], page, start, end, *matches, row.get("inside", ""), *place)
    if not _SLUG.fullmatch(text.doc_id):
        what = f"the doc_id {text.doc_id!r} cannot be used"
        problems.append(Problem(str(path), line, what, "Use letters, digits, hyphens and dots"))
    problems += _leaves_folder(text)
    return text


def _match(
    path: Path, line: int, row: dict[str, str], name: str, problems: list[Problem]
) -> int | None:
    value = row.get(name, "")
    if not value:
        return None
    if re.fullmatch("[1-9][0-9]{0,8}", value):
        return int(value)
    do = "Write 1 for the first place, 2 for the next"
    problems.append(Problem(str(path), line, f"{name} is {value!r}", do))
    return UNREAD


def _leaves_folder(text: Text) -> Iterator[Problem]:
    if "\0" in text.source_file:
        what = f"the source_file {text.source_file!r} holds a null character"
        yield text.problem(what, "Type the file's name anew")
    elif leaves(text.source_file):
        what = f"the source_file {text.source_file!r} leaves the folder of pages"
        yield text.problem(what, "Name a file inside that folder, without ..")


def _twice(texts: list[Text]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for text in texts:
        other = first.setdefault(text.doc_id, text)
        if other is not text:
            what = f"the same doc_id stands on line {other.line}"
            yield text.problem(what, "Give each text an id of its own")


def _astray(texts: list[Text]) -> Iterator[Problem]:
    pages = {text.doc_id: text.source_file for text in texts}
    nearest = Nearest(pages)
    for text in texts:
        if text.inside and pages.get(text.inside) != text.source_file:
            what = f"it is said to stand inside {text.inside!r}, no text of {text.source_file}"
            yield text.problem(what, nearest(text.inside))
