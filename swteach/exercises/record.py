"""The rows of the course's data that a question can rest on, found by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from swteach.checks.lines import CONTROL
from swteach.checks.problem import Nearest
from swteach.datapackage import DESCRIPTOR, Resource, find_data, read_package

UNREAD = "No row of {}.csv can be read: mend that file first."
TABLES = ("observations", "claims", "documents", "evidence", "events")


class NotInRecordError(LookupError):
    """A question names something that the data lack; ``field`` is where it names it."""

    def __init__(self, field: str, message: str, remedy: str) -> None:
        self.field, self.message, self.remedy = field, message, remedy
        super().__init__(f"{message} {remedy}")


@dataclass(frozen=True)
class Figure:
    """One observation: ``text`` is its value as published, empty where it is missing."""

    series: str
    geography: str
    breakdown: str
    period: str
    end: str
    text: str
    display: str = "plain"
    caveat: str = ""


@dataclass(frozen=True)
class Statement:
    """What somebody claimed; never shown without who said it, when and in what."""

    id: str
    text: str
    speaker: str
    title: str
    date: str
    genre: str


@dataclass(frozen=True)
class Evidence:
    """What in the record tests a claim, in both halves."""

    id: str
    claim: str
    verdict: str
    supports: str
    does_not_settle: str
    series: str = ""
    event: str = ""


@dataclass(frozen=True)
class Event:
    """What happened, and the first and last day it may have happened on."""

    id: str
    title: str
    start: str
    end: str


class Figures(Mapping[str, list[Figure]]):
    """The figures of each series, made of their rows when a question first asks for them."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._rows: dict[str, list[dict[str, str]]] = {}
        self._made: dict[str, list[Figure]] = {}
        for row in rows:
            self._rows.setdefault(row["series_id"], []).append(row)

    def __getitem__(self, series: str) -> list[Figure]:
        if series not in self._made:
            self._made[series] = [_figure(row) for row in self._rows[series]]
        return self._made[series]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Record:
    """The observations, claims, evidence and events of one data folder."""

    def __init__(self, tables: dict[str, list[dict[str, str]]]) -> None:
        texts = {row["doc_id"]: row for row in tables["documents"]}
        self.texts = tuple(texts)
        self.figures = Figures(tables["observations"])
        claims = (_statement(row, texts.get(row["doc_id"], {})) for row in tables["claims"])
        self.claims = {claim.id: claim for claim in claims}
        evidence = (_evidence(row) for row in tables["evidence"])
        self.evidence = {piece.id: piece for piece in evidence}
        events = (_event(row) for row in tables["events"])
        self.events = {event.id: event for event in events}

    def find_figure(self, series: str, geography: str, breakdown: str | None, at: str) -> Figure:
        """
        Return one observation that may be shown.

        Parameters
        ----------
        series, geography, breakdown, at
            As in ``observations.csv``. Without a breakdown the only one is meant, or "all".

        Raises
        ------
        NotInRecordError
            Where there is none: the nearest name, or why the figure may not be used.
        """
        rows = self.figures.get(series)
        if rows is None:
            where = "series.csv lists them all." if self.figures else UNREAD.format("observations")
            raise _missing("series", series, self.figures, where)
        rows = _pick(rows, "geography", geography)
        if breakdown is None:
            names = {row.breakdown for row in rows}
            breakdown = names.pop() if len(names) == 1 else "all"
        found = _pick(_pick(rows, "breakdown", breakdown), "period", at)[0]
        if found.display == "hide":
            message = f"the figure for {at} is not shown to students: {found.caveat}"
            raise NotInRecordError("period", message, "Choose another period or series.")
        if not _is_number(found.text):
            message = f"no value is recorded for {at}."
            raise NotInRecordError("period", message, "Choose a period that has one.")
        return found


def read_record(folder: Path | None = None) -> Record:
    """Return the record of a data folder, by default the course's own."""
    folder = folder or find_data()
    resources = read_package(folder)
    paths = [folder / resources[name].path for name in TABLES if name in resources]
    paths.append(folder / DESCRIPTOR)
    return _read(folder, tuple(path.stat().st_mtime_ns if path.is_file() else 0 for path in paths))


@lru_cache(maxsize=4)
def _read(folder: Path, changed: tuple[int, ...]) -> Record:
    resources = read_package(folder)
    return Record({name: _rows(folder, resources, name) for name in TABLES})


def _rows(folder: Path, resources: dict, name: str) -> list[dict[str, str]]:
    resource = resources.get(name)
    if resource is None or not (folder / resource.path).is_file():
        return []
    rows = _read_sound(folder / resource.path, resource.names)
    return _read_damaged(folder, resource) if rows is None else rows


def _read_sound(path: Path, names: list[str]) -> list[dict[str, str]] | None:
    """Return the rows of a table whose form has no fault; None where it may have one."""
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
        cells = list(csv.reader(lines, strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    header, rows = cells[0], cells[1:-1]
    widths = {len(header), *map(len, rows)}
    if header != names or cells[-1] or len(cells) != len(lines) or widths != {len(names)}:
        return None
    hidden = any(CONTROL.search(line) for line in lines if not line.isprintable())
    return None if hidden else [dict(zip(names, row, strict=True)) for row in rows]


def _read_damaged(folder: Path, resource: Resource) -> list[dict[str, str]]:
    # It is reported by the check of the tables; here its whole rows serve.
    from swteach.checks.rows import read_table

    table = read_table(folder, resource)
    ready = table.columns.issuperset(resource.names)
    return [row.cells for row in table.whole_rows] if ready else []


def _pick(rows: list[Figure], field: str, wanted: str) -> list[Figure]:
    found = [row for row in rows if getattr(row, field) == wanted]
    if not found:
        series = rows[0].series
        names = dict.fromkeys(getattr(row, field) for row in rows)
        raise _missing(field, wanted, names, f"See the rows of {series} in observations.csv.")
    return found


def _missing(field: str, wanted: str, known: Iterable[str], where: str) -> NotInRecordError:
    # A notebook never needs it, and has to wait for what is read at the head of a file.
    from swteach.exercises.periods import suggest_period

    message, names = f'there is no {field} "{wanted}" in the data.', list(known)
    near = suggest_period(wanted, names) if field == "period" else ""
    return NotInRecordError(field, message, near or Nearest(names, where).suggest(wanted))


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def _figure(row: dict[str, str]) -> Figure:
    names = ("series_id", "geography", "breakdown", "period", "period_end", "value")
    return Figure(*(row[name] for name in names), row["display"], row["caveat"])


def _statement(row: dict[str, str], text: dict[str, str]) -> Statement:
    known = (text.get(name, "") for name in ("title", "date_text", "genre"))
    return Statement(row["claim_id"], row["paraphrase"], row["speaker"], *known)


def _evidence(row: dict[str, str]) -> Evidence:
    names = ("evidence_id", "claim_id", "verdict", "supports", "does_not_settle")
    return Evidence(*(row[name] for name in names), row["series_id"], row["event_id"])


def _event(row: dict[str, str]) -> Event:
    return Event(*(row[name] for name in ("event_id", "title", "date_start", "date_end")))
