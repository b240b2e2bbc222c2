"""Every rule that a lecturer can break in the data, and what `swteach check` says of it."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from swteach.check import Problem, check_folder, format_report
from swteach.checks.hashes import STALE, write_hashes
from swteach.datapackage import find_data

Damage = Callable[[bytes], bytes]


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the data with current hashes."""
    folder = shutil.copytree(find_data(), tmp_path_factory.mktemp("clean") / "data")
    write_hashes(folder)
    return folder


@pytest.fixture
def data(clean: Path, tmp_path: Path) -> Path:
    """Return a copy of the data that a test may damage."""
    return shutil.copytree(clean, tmp_path / "data")


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


def cell(line: int, column: str, value: str) -> Damage:
    """Return a damage that writes a value into one cell of a table without quoted cells there."""

    def damage(data: bytes) -> bytes:
        import csv
        import io

        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
        rows[line - 1][rows[0].index(column)] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode()

    return damage


def find(table: str, **values: str) -> int:
    """Return the line of the first row of a table with these values."""
    import csv

    with (find_data() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if all(row[name] == value for name, value in values.items()):
                return number
    raise AssertionError(f"no row with {values} in {table}")


def first_line(table: str, text: str) -> int:
    """Return the first line of a table that holds a text."""
    before, _ = (find_data() / f"{table}.csv").read_text(encoding="utf-8").split(text, 1)
    return before.count("\n") + 1


COUNT = find("observations", series_id="dm_s47", period="2009-10")
SHARE = find("observations", series_id="cla_provider_share", period="2018")
FIRST_BREAK = 2


def drop_column(data: bytes) -> bytes:
    """Delete the last column's name from the header."""
    head, rest = data.split(b"\n", 1)
    return head.rsplit(b",", 1)[0] + b"\n" + rest


def double_line(number: int) -> Damage:
    """Return a damage that puts a line in twice."""

    def damage(data: bytes) -> bytes:
        lines = data.split(b"\n")
        return b"\n".join([*lines[:number], lines[number - 1], *lines[number:]])

    return damage


# name: (file, damage, line, field, part of what is said)
DAMAGES: dict[str, tuple[str, Damage, int, str, str]] = {
    "a word for a number": ("observations.csv", cell(COUNT, "value", "many"), COUNT, "value", "not a number"),
    "a comma in a number": ("observations.csv", cell(COUNT, "value", "89,300"), COUNT, "value", "Write 89300"),
    "no value": ("observations.csv", cell(COUNT, "value", ""), COUNT, "value", "is missing"),
    "a mark for no value": ("observations.csv", cell(COUNT, "value", "n/a"), COUNT, "value", "never write 0"),
    "a negative count": ("observations.csv", cell(COUNT, "value", "-89300"), COUNT, "value", "0 or more"),
    "half a child": ("observations.csv", cell(COUNT, "value", "89300.5"), COUNT, "value", "whole number"),
    "more than the whole": ("observations.csv", cell(SHARE, "value", "529"), SHARE, "value", "0 to 100"),
    "no source": ("observations.csv", cell(COUNT, "source_id", ""), COUNT, "source_id", "is missing"),
    "an unknown source": ("observations.csv", cell(COUNT, "source_id", "dfe_cin_2052"), COUNT, "source_id", "dfe_cin_20"),
    "an unknown series": ("observations.csv", cell(COUNT, "series_id", "dm_s74"), COUNT, "series_id", "Did you mean dm_s"),
    "an unknown unit": ("series.csv", cell(3, "unit", "per cent"), 3, "unit", "Did you mean percent"),
    "an unknown lane": ("events.csv", cell(5, "lane", "Inspection"), 5, "lane", "Did you mean inspection"),
    "a British date": ("observations.csv", cell(COUNT, "period_end", "31/03/2010"), COUNT, "period_end", "2010-03-31"),
    "31 February": ("events.csv", cell(5, "date_start", "1970-02-31"), 5, "date_start", "no day"),
    "end before start": ("observations.csv", cell(COUNT, "period_end", "2009-03-31"), COUNT, "period_end", "before period_start"),
    "event ends first": ("events.csv", cell(2, "date_end", "1945-12-31"), 2, "date_end", "before date_start"),
    "regime ends first": ("regimes.csv", cell(3, "end", "1984-03-31"), 3, "end", "before start"),
    "another year": ("observations.csv", cell(SHARE, "period", "2017"), SHARE, "period_end", "no year that period names"),
    "a break too early": ("breaks.csv", cell(FIRST_BREAK, "at", "1901-01-01"), FIRST_BREAK, "at", "outside its series"),
    "a break too late": ("breaks.csv", cell(FIRST_BREAK, "at", "2091-01-01"), FIRST_BREAK, "at", "outside its series"),
    "a key twice": ("sources.csv", cell(4, "source_id", "adcs_2025"), 4, "source_id", "line 2 already"),
    "a row twice": ("observations.csv", double_line(COUNT), COUNT + 1, "series_id, geography, breakdown, period", "repeats the whole row"),
    "a title twice": ("series.csv", cell(4, "title", "Adult social workers employed by councils"), 4, "title", "line 2 already"),
    "a regime followed by none": ("regimes.csv", cell(2, "successor_id", "sssi"), 2, "successor_id", "Did you mean ssi"),
    "a paragraph too far": ("claims.csv", cell(2, "paragraph", "99"), 2, "paragraph", "no paragraph of"),
    "a verdict on nothing": ("evidence.csv", lambda d: cell(2, "event_id", "")(cell(2, "series_id", "")(cell(2, "verdict", "supports")(d))), 2, "series_id", "so is event_id"),
    "hidden without a reason": ("observations.csv", cell(COUNT + 1, "display", "hide"), COUNT + 1, "caveat", "display is hide"),
    "a caveat that nobody sees": ("observations.csv", cell(COUNT + 1, "caveat", "Look out."), COUNT + 1, "display", "nobody would see"),
    "Latin-1": ("sources.csv", lambda d: d.replace("Climbié".encode(), "Climbié".encode("latin-1"), 1), first_line("sources", "Climbié"), "", "0xE9, é in the Windows"),
    "CRLF": ("glossary.csv", lambda d: d.replace(b"\n", b"\r\n"), 1, "", "CRLF, as 81 lines"),
    "one CRLF": ("glossary.csv", lambda d: d.replace(b"\nADASS", b"\r\nADASS"), 2, "", "CRLF, as one line"),
    "byte-order mark": ("events.csv", lambda d: b"\xef\xbb\xbf" + d, 1, "", "byte-order mark"),
    "UTF-16": ("events.csv", lambda d: d.decode().encode("utf-16"), 1, "", "UTF-16"),
    "a null byte": ("series.csv", on_line(6, ",", ",\x00"), 6, "", "control character"),
    "a value too many": ("regimes.csv", on_line(4, ",", ",,"), 4, "", "19 values, but the header has 18"),
    "a value too few": ("breaks.csv", on_line(3, ",", " "), 3, "", "3 values, but the header has 4"),
    "an open quotation mark": ("observations.csv", on_line(COUNT, "dm_s47,", '"dm_s47,'), COUNT, "", "quotation mark"),
    "an empty line": ("claims.csv", lambda d: d.replace(b"\n", b"\n\n", 1), 2, "", "empty line"),
    "a missing column": ("series.csv", drop_column, 1, "caveat", "column is missing"),
    "a misspelt column": ("observations.csv", on_line(1, "value", "valeu"), 1, "value", "Rename it value"),
    "moved columns": ("sources.csv", on_line(1, "title,publisher", "publisher,title"), 1, "publisher", "another order"),
    "no header": ("breaks.csv", lambda d: d.split(b"\n", 1)[1], 1, "", "is not the header"),
    "semicolons": ("paragraphs.csv", lambda d: d.replace(b",", b";"), 1, "", "parted by semicolons"),
    "an empty file": ("evidence.csv", lambda d: b"", 0, "", "is empty"),
    "a file cut short": ("observations.csv", lambda d: d[: len(d) // 2], -1, "", "the last line has no end"),
    "a source address without https": ("sources.csv", cell(2, "url", "www.niromp.org"), 2, "url", "not a web address"),
    "a stray space": ("observations.csv", cell(COUNT, "geography", "England "), COUNT, "geography", "space before or after"),
}  # fmt: skip


def matches(problem: Problem, line: int, field: str, said: str) -> bool:
    """Whether a problem stands in this place and says this."""
    here = (problem.line == line or line < 0) and problem.field == field
    return here and said in str(problem)


# These take rows, a column or a key away, so that references to them are rightly reported too.
SPREADING = {"a key twice", "a file cut short"}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_found_in_its_place(data: Path, name: str) -> None:
    """Each damage is reported with its file, line, field and remedy, and little else is."""
    file, damage, line, field, said = DAMAGES[name]
    edit(data / file, damage)
    problems = check_folder(data)
    found = [p for p in problems if p.file == file and matches(p, line, field, said)]
    assert len(found) == 1, format_report(problems, data)
    assert found[0].remedy
    others = [p for p in problems if p.message != STALE]
    assert len(problems) == len(others) + 1, "the changed file's hash is stale"
    assert name in SPREADING or len(others) <= 2, format_report(problems, data)


def test_the_course_s_own_data_have_no_problem(clean: Path) -> None:
    """The data as they stand keep every rule."""
    assert check_folder(clean) == []
    assert format_report([], clean) == f"No problems found in {clean}."


def test_lines_are_those_an_editor_shows(data: Path) -> None:
    """A line break within a value does not move the lines of the problems after it."""
    path = data / "sources.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    first, second = lines[1].split(",")[0], lines[3].split(",")[0]
    lines[1] = f'{first},"A title\non two lines",NIROMP,2025,https://niromp.org,,copyright,'
    lines[3] = f"{second},Title,Publisher,2025,https://example.org,,Copyright,"
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    found = [(p.line, p.field) for p in check_folder(data) if p.message != STALE]
    assert found == [(2, "title"), (5, "licence")]


def test_all_damages_are_found_in_one_run(data: Path) -> None:
    """Faults in several files are reported together, and the summary counts them."""
    names = ["an unknown unit", "an unknown lane", "a paragraph too far", "more than the whole"]
    for name in names:
        edit(data / DAMAGES[name][0], DAMAGES[name][1])
    problems = check_folder(data)
    report = format_report(problems, data)
    assert all(any(matches(p, *DAMAGES[name][2:]) for p in problems) for name in names)
    assert report.splitlines()[0] == f"8 problems in 4 files of {data}"
    assert report.splitlines()[-1].startswith("  Last of all.")


def test_a_folder_that_cannot_be_used_is_said_in_one_line(data: Path, tmp_path: Path) -> None:
    """A folder that is missing, empty, a file or half-copied gives one line and no more."""
    (tmp_path / "empty").mkdir()
    (data / "observations.csv").unlink()
    (data / "series.csv").unlink()
    said = {
        tmp_path / "nowhere": "does not exist",
        tmp_path / "empty": "is empty",
        data / "claims.csv": "is a file",
        data: "half-copied: it lacks series.csv, observations.csv (2 of 11)",
    }
    for folder, words in said.items():
        report = format_report(check_folder(folder), folder)
        assert words in report and report.count("\n") == 0, report
    (data / "datapackage.json").unlink()
    assert "has no datapackage.json" in format_report(check_folder(data), data)


def test_a_table_too_many_is_named(data: Path) -> None:
    """A CSV file that the package does not describe is not passed over."""
    (data / "observations (1).csv").write_text("a,b\n", encoding="utf-8")
    (problem,) = check_folder(data)
    assert problem.file == "observations (1).csv" and "not described" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"resources": [', '"resources": [,', 23, "is not JSON"),
        ('"type": "number"', '"type": "nummer"', None, "of type 'nummer'"),
        ('"required": true', '"requierd": true', None, "constraint that cannot be read: requierd"),
        ('"path": "series.csv"', '"path": "../series.csv"', None, "no CSV file of this folder"),
        ('"resource": "claims"', '"resource": "claim"', None, "foreign key that cannot be followed"),
        ('"name": "regimes"', '"name": "regime"', None, "table is not described"),
        ('"fields": [', '"fields": 3, "x": [', None, "no list of columns"),
    ],
)  # fmt: skip
def test_a_damaged_descriptor_is_said(
    data: Path, old: str, new: str, line: int | None, said: str
) -> None:
    """What is wrong in datapackage.json is named, and nothing is checked against it."""
    edit(data / "datapackage.json", lambda d: d.replace(old.encode(), new.encode(), 1))
    problems = check_folder(data)
    assert any(said in p.message for p in problems), format_report(problems, data)
    assert {p.file for p in problems} == {"datapackage.json"}
    assert line is None or problems[0].line == line


def test_following_the_remedy_ends_the_problem(data: Path) -> None:
    """Doing what the report says, then writing the hashes, leaves no problem."""
    edit(data / "observations.csv", cell(COUNT, "value", "89,300"))
    edit(data / "series.csv", on_line(3, "percent,", "per cent,"))
    assert len(check_folder(data)) == 4
    edit(data / "observations.csv", cell(COUNT, "value", "89300"))
    edit(data / "series.csv", on_line(3, "per cent,", "percent,"))
    edit(data / "glossary.csv", lambda d: d.replace(b"England", b"Great Britain", 1))
    (stale,) = check_folder(data)
    assert stale.file == "glossary.csv" and "tools/hash_data.py" in stale.remedy
    write_hashes(data)
    assert check_folder(data) == []


def test_the_same_problem_on_many_lines_is_printed_once(data: Path) -> None:
    """A series renamed in one place only is one entry that lists its lines."""
    edit(data / "series.csv", lambda d: d.replace(b"\ndm_s47,", b"\ndm_s47b,", 1))
    report = format_report(check_folder(data), data)
    assert report.count("'dm_s47' is not in the column series_id") == 3, report
    assert "and 10 more" in report or "more, series_id" in report
    assert "Did you mean dm_s47b" in report


def test_random_damage_never_ends_in_a_traceback(clean: Path, tmp_path: Path) -> None:
    """Three hundred random damages to bytes and lines are reported, none with a traceback."""
    draw, data = random.Random(20261125), shutil.copytree(clean, tmp_path / "data")
    shutil.rmtree(data / "exercises")
    files = sorted(path for path in data.iterdir() if path.suffix in (".csv", ".json"))
    for _ in range(300):
        path = draw.choice(files)
        before = path.read_bytes()
        path.write_bytes(spoil(before, draw))
        problems = check_folder(data)
        assert format_report(problems, data)
        if path.suffix == ".csv" and path.read_bytes() != before:
            assert any(p.file == path.name for p in problems), path
        path.write_bytes(before)
    assert check_folder(data) == []


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


def test_the_descriptor_is_kept_as_it_was_but_for_hashes(data: Path) -> None:
    """Writing hashes twice writes the same bytes, and changes nothing else in the descriptor."""
    path = data / "datapackage.json"
    before = path.read_text(encoding="utf-8")
    edit(data / "glossary.csv", lambda d: d.replace(b"England", b"Great Britain", 1))
    assert write_hashes(data) == ["glossary.csv"]
    after = path.read_text(encoding="utf-8")
    changed = [b for a, b in zip(before.split("\n"), after.split("\n"), strict=True) if a != b]
    assert len(changed) == 2 and '"hash"' in changed[1]
    assert write_hashes(data) == [] and path.read_text(encoding="utf-8") == after
    assert json.loads(after)["resources"][0]["name"] == "sources"
