"""Ways to damage a copy of the data, each with the place where it must be reported."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from swteach.datapackage import find_data

Damage = Callable[[bytes], bytes]


class Case(NamedTuple):
    """One damage to one table, and the line, field and words of its report."""

    table: str
    line: int
    field: str
    said: str
    damage: Damage


def edit(path: Path, damage: Damage) -> None:
    """Damage one file."""
    before = path.read_bytes()
    after = damage(before)
    assert after != before, "the damage changed nothing"
    path.write_bytes(after)


def on_line(number: int, old: str, new: str) -> Damage:
    """Return a damage that replaces a text once, on one line."""

    def damage(data: bytes) -> bytes:
        lines = data.split(b"\n")
        assert old.encode() in lines[number - 1], lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(old.encode(), new.encode(), 1)
        return b"\n".join(lines)

    return damage


def swap(old: str, new: str, encoding: str = "utf-8") -> Damage:
    """Return a damage that replaces the first occurrence of a text."""
    return lambda data: data.replace(old.encode(), new.encode(encoding), 1)


def write_cells(line: int, **values: str) -> Damage:
    """Return a damage that writes values into one row of a table."""

    def damage(data: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
        for column, value in values.items():
            rows[line - 1][rows[0].index(column)] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode()

    return damage


def double_line(number: int) -> Damage:
    """Return a damage that puts a line in twice."""

    def damage(data: bytes) -> bytes:
        lines = data.split(b"\n")
        return b"\n".join([*lines[:number], lines[number - 1], *lines[number:]])

    return damage


def drop_last_column_name(data: bytes) -> bytes:
    """Delete the last column's name from the header, and leave the rows."""
    head, rest = data.split(b"\n", 1)
    return head.rsplit(b",", 1)[0] + b"\n" + rest


def find_row(table: str, **values: str) -> int:
    """Return the line of the first row of a table with these values."""
    with (find_data() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if all(row[name] == value for name, value in values.items()):
                return number
    raise AssertionError(f"no row with {values} in {table}")


def find_text(table: str, text: str) -> int:
    """Return the first line of a table that holds a text."""
    before, _ = (find_data() / f"{table}.csv").read_text(encoding="utf-8").split(text, 1)
    return before.count("\n") + 1


def spoil(data: bytes, draw: random.Random) -> bytes:
    """Return the bytes with one byte changed, put in or taken out, or one line moved or lost."""
    at, lines = draw.randrange(len(data)), data.split(b"\n")
    line = draw.randrange(len(lines))
    byte = bytes([draw.choice([draw.randrange(256), *b'",\n\r{}[]:0'])])
    ways = [
        data[:at] + byte + data[at + 1 :],
        data[:at] + byte + data[at:],
        data[:at] + data[at + draw.randrange(1, 40) :],
        b"\n".join([*lines[:line], *lines[line + 1 :]]),
        b"\n".join([*lines[:line], lines[-2 - line // 2], *lines[line:]]),
        data[:at],
    ]
    return draw.choice(ways)


OBS = "observations"
COUNT = find_row(OBS, series_id="dm_s47", period="2011-12")
SHARE = find_row(OBS, series_id="cla_provider_share", period="2018")
CLIMBIE = find_text("sources", "Climbié")

# One cell with a wrong value, reported in that cell: table, line, column, value, words.
CELLS = [
    (OBS, COUNT, "value", "many", "not a number"),
    (OBS, COUNT, "value", "89,300", "Write 89300"),
    (OBS, COUNT, "value", "£89300", "Write 89300"),
    (OBS, COUNT, "value", "", "is missing"),
    (OBS, COUNT, "value", "n/a", "never write 0"),
    (OBS, COUNT, "value", "-89300", "0 or more"),
    (OBS, COUNT, "value", "89300.5", "whole number"),
    (OBS, SHARE, "value", "529", "0 to 100"),
    (OBS, COUNT, "source_id", "", "Name the publication"),
    (OBS, COUNT, "source_id", "dfe_cin_2052", "Did you mean dfe_cin_20"),
    (OBS, COUNT, "series_id", "dm_s74", "Did you mean dm_s47"),
    (OBS, COUNT, "period_end", "31/03/2010", "as in 2010-03-31"),
    (OBS, COUNT, "period_end", "2009-03-31", "before period_start"),
    (OBS, COUNT, "geography", "England ", "space before or after"),
    (OBS, COUNT, "checked", "Yes", "Did you mean yes"),
    ("series", 3, "unit", "per cent", "Did you mean percent"),
    ("events", 5, "lane", "Inspection", "Did you mean inspection"),
    ("events", 5, "date_start", "1970-02-31", "no day of the calendar"),
    ("events", 2, "date_end", "1945-12-31", "before date_start"),
    ("events", 3, "date_end", "1948-07-06", "date_precision is day"),
    ("regimes", 3, "end", "1984-03-31", "before start"),
    ("regimes", 2, "successor_id", "sssi", "Did you mean ssi"),
    ("breaks", 2, "at", "1901-01-01", "outside its series"),
    ("breaks", 2, "at", "2091-01-01", "outside its series"),
    ("sources", 4, "source_id", "adcs_2025", "line 2 already"),
    ("sources", 2, "url", "www.niromp.org", "not a web address"),
    ("sources", 2, "source_id", "ADCS 2025", "not a short name"),
    ("documents", 2, "word_count", "0", "less than 1"),
    ("claims", 2, "paragraph", "99", "no paragraph of"),
    ("claims", 2, "paragraph", "1.5", "not a whole number"),
]

# Everything else: what was done, and where and how it must be reported.
OTHERS = {
    "another year": Case(
        OBS, SHARE, "period_end", "no year that period names", write_cells(SHARE, period="2001")
    ),
    "hidden without a reason": Case(
        OBS, COUNT, "caveat", "display is hide", write_cells(COUNT, display="hide")
    ),
    "a caveat that nobody sees": Case(
        OBS, COUNT, "display", "nobody would see", write_cells(COUNT, caveat="Look out.")
    ),
    "a verdict on nothing": Case(
        "evidence",
        2,
        "series_id",
        "so is event_id",
        write_cells(2, verdict="supports", series_id="", event_id=""),
    ),
    "a row twice": Case(
        OBS,
        COUNT + 1,
        "series_id, geography, breakdown, period",
        f"repeats the whole row of line {COUNT}",
        double_line(COUNT),
    ),
    "a title twice": Case(
        "series",
        4,
        "title",
        "line 2 already",
        write_cells(4, title="Adult social workers employed by councils"),
    ),
    "Latin-1": Case(
        "sources", CLIMBIE, "", "0xE9, é in the Windows", swap("Climbié", "Climbié", "latin-1")
    ),
    "CRLF": Case("glossary", 1, "", "CRLF, as 81 lines", lambda data: data.replace(b"\n", b"\r\n")),
    "one CRLF": Case("glossary", 2, "", "CRLF, as one line", swap("\nADASS", "\r\nADASS")),
    "byte-order mark": Case(
        "events", 1, "", "byte-order mark", lambda data: b"\xef\xbb\xbf" + data
    ),
    "UTF-16": Case("events", 1, "", "UTF-16", lambda data: data.decode().encode("utf-16")),
    "a null byte": Case("series", 6, "", "control character", on_line(6, ",", ",\x00")),
    "a value too many": Case("regimes", 4, "", "19 values, but", on_line(4, ",", ",,")),
    "a value too few": Case("breaks", 3, "", "3 values, but", on_line(3, ",", " ")),
    "an open quotation mark": Case(
        OBS, COUNT, "", "quotation mark", on_line(COUNT, "dm_s47,", '"dm_s47,')
    ),
    "an empty line": Case("claims", 2, "", "empty line", swap("\n", "\n\n")),
    "a missing column": Case("series", 1, "caveat", "column is missing", drop_last_column_name),
    "a misspelt column": Case(OBS, 1, "value", "Rename it value", on_line(1, "value", "valeu")),
    "moved columns": Case(
        "sources",
        1,
        "publisher",
        "another order",
        on_line(1, "title,publisher", "publisher,title"),
    ),
    "no header": Case("breaks", 1, "", "is not the header", lambda data: data.split(b"\n", 1)[1]),
    "semicolons": Case(
        "glossary", 1, "", "parted by semicolons", lambda data: data.replace(b",", b";")
    ),
    "an empty file": Case("evidence", 0, "", "is empty", lambda data: b""),
}

DAMAGES = {
    f"{table} {column} {value!r}": Case(
        table, line, column, said, write_cells(line, **{column: value})
    )
    for table, line, column, value, said in CELLS
} | OTHERS
