"""Every rule that a lecturer can break in the data, and what `swteach check` says of it."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
import yaml
from damages import COUNT, DAMAGES, Case, edit, on_line, spoil, write_cells

from swteach.check import Problem, check_folder, format_report
from swteach.checks.hashes import STALE, write_hashes
from swteach.datapackage import DESCRIPTOR, find_data, read_package


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tables with current hashes."""
    folder = tmp_path_factory.mktemp("clean") / "data"
    # The exercises have rules and tests of their own.
    shutil.copytree(find_data(), folder, ignore=shutil.ignore_patterns("exercises"))
    course = yaml.safe_load((folder / "course.yaml").read_text(encoding="utf-8"))
    course["notebooks"] = [
        {key: value for key, value in one.items() if key != "exercises"}
        for one in course["notebooks"]
    ]
    text = yaml.safe_dump(course, sort_keys=False, allow_unicode=True)
    (folder / "course.yaml").write_text(text, encoding="utf-8")
    write_hashes(folder)
    return folder


@pytest.fixture
def data(clean: Path, tmp_path: Path) -> Path:
    """Return a copy of the data that a test may damage."""
    return shutil.copytree(clean, tmp_path / "data")


def matches(problem: Problem, case: Case) -> bool:
    """Whether a problem stands in the place of the damage and says what it should."""
    place = (problem.file, problem.line, problem.field)
    return place == (f"{case.table}.csv", case.line, case.field) and case.said in str(problem)


# A source whose name was lost leaves the rows that name it without one.
SPREADING = {name for name in DAMAGES if name.startswith("sources source_id")}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_found_in_its_place(data: Path, name: str) -> None:
    """Each damage is reported once, with its file, line, field and remedy, and little else is."""
    case = DAMAGES[name]
    edit(data / f"{case.table}.csv", case.damage)
    problems = check_folder(data)
    (found,) = [problem for problem in problems if matches(problem, case)]
    others = [problem for problem in problems if problem.message != STALE]
    assert found.remedy
    assert len(problems) == len(others) + 1, "the hash of the changed file is stale"
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
    cases = [*list(DAMAGES.values())[-4:], DAMAGES["Latin-1"], DAMAGES["a null byte"]]
    for case in cases:
        edit(data / f"{case.table}.csv", case.damage)
    problems = check_folder(data)
    report = format_report(problems, data)
    assert all(any(matches(problem, case) for problem in problems) for case in cases)
    assert report.splitlines()[0] == f"{len(problems)} problems in 5 files of {data}"
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
        data: "half-copied: it lacks series.csv, observations.csv (2 of 13)",
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


def test_a_fault_in_an_exercise_is_in_the_same_report(data: Path) -> None:
    """The exercise files are checked in the same run, and their faults have file and line."""
    (data / "exercises").mkdir()
    (data / "exercises" / "03_x.yaml").write_text("notebook: 4\nexercises: []\n", encoding="utf-8")
    problems = check_folder(data)
    assert {problem.file for problem in problems} == {"exercises/03_x.yaml"}
    assert (1, "notebook 4") in [(p.line, p.message[:10]) for p in problems]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"resources": [', '"resources": [,', 23, "is not JSON"),
        ('"type": "number"', '"type": "nummer"', None, "of type 'nummer'"),
        ('"required": true', '"requierd": true', None, "constraint that cannot be read: requierd"),
        ('"path": "series.csv"', '"path": "../series.csv"', None, "no CSV file of this folder"),
        ('"resource": "claims"', '"resource": "claim"', None, "foreign key that cannot be"),
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
    edit(data / "observations.csv", write_cells(COUNT, value="124,590"))
    edit(data / "series.csv", on_line(3, "percent,", "per cent,"))
    assert len(check_folder(data)) == 4
    edit(data / "observations.csv", write_cells(COUNT, value="124590"))
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
    files = sorted([data / name.path for name in read_package(data).values()] + [data / DESCRIPTOR])
    for _ in range(300):
        path = draw.choice(files)
        before = path.read_bytes()
        path.write_bytes(spoil(before, draw))
        problems = check_folder(data)
        assert format_report(problems, data)
        if path.suffix == ".csv" and path.read_bytes() != before:
            assert any(p.file.endswith(path.name) for p in problems), path
        path.write_bytes(before)
    assert check_folder(data) == []


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


@pytest.mark.parametrize(
    "name",
    [
        "inspection_rules.yaml",
        "agency_defaults.yaml",
        "arguments.yaml",
        "briefing.yaml",
        "messy_page.yaml",
    ],
)
def test_the_tools_files_are_checked_too(data: Path, name: str) -> None:
    """A broken or lost file of a tool is named, with its line."""
    path = data / name
    text = path.read_text(encoding="utf-8")
    first = {"messy_page.yaml": "  - line:", "arguments.yaml": "\n- id:"}.get(name, "  - id:")
    path.write_text(text.replace(first, f"{first[:-1]}x:", 1), encoding="utf-8")
    assert {p.file for p in check_folder(data)} == {name}
    assert all(p.line > 0 for p in check_folder(data))
    path.unlink()
    assert [(p.file, p.message) for p in check_folder(data)] == [(name, "is missing.")]
