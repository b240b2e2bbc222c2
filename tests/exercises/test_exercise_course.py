"""The whole course's questions: their files keep the rules, and no outcome is left out."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from exercise_examples import PAGE, read_examples, write

from swteach.check import check_folder
from swteach.datapackage import find_data
from swteach.exercises import check_exercises, exercise_files, load_exercises
from swteach.exercises.computed import NEEDS
from swteach.exercises.fields import COMMON, EXTRAS, TYPES

NOTEBOOKS = range(1, 10)
# Learning outcomes, from the table of pedagogy.md, A: three in each notebook.
OUTCOMES = {f"{notebook}.{number}" for notebook in NOTEBOOKS for number in (1, 2, 3)}
COURSE = [one for notebook in exercise_files() for one in load_exercises(notebook)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the data folder that a test may damage."""
    return shutil.copytree(find_data(), tmp_path / "data")


def test_every_file_keeps_the_rules() -> None:
    """Ten files, one a notebook, without a problem."""
    assert list(exercise_files()) == [0, *NOTEBOOKS]
    assert list(check_exercises(find_data())) == []


def test_there_are_sixty_and_every_outcome_has_two() -> None:
    """At least 60 questions over the nine notebooks; each outcome 1.1 to 9.3 is asked twice."""
    asked = Counter(one.outcome for one in COURSE if one.notebook)
    assert sum(asked.values()) >= 60
    assert {outcome for outcome, count in asked.items() if count >= 2} == OUTCOMES


def test_every_type_is_used_and_each_notebook_predicts() -> None:
    """All eight types are in the course, and each notebook has students commit before they see."""
    assert {one.type for one in COURSE} == set(TYPES)
    first = {one.notebook for one in COURSE if one.type == "prediction"}
    first |= {one.notebook for one in COURSE if getattr(one, "predict", False)}
    assert first == {0, *NOTEBOOKS}


def test_no_reply_is_left_out() -> None:
    """Each number question works an example with other numbers, and names slips."""
    for one in COURSE:
        if one.type == "numeric":
            assert one.working and one.slips, one.id


def test_the_check_holds_files_against_the_folder_it_checks(data: Path) -> None:
    """A figure hidden in that folder's own table is missed by the question that rests on it."""
    table = data / "observations.csv"
    text = table.read_text(encoding="utf-8")
    row = re.search(r"^wf_caseload,England,all,2025,.*$", text, re.MULTILINE)[0]
    table.write_text(
        text.replace(row, row.replace(",plain,,", ",hide,In doubt,")), encoding="utf-8"
    )
    found = [problem for problem in check_folder(data) if problem.file.startswith("exercises/")]
    assert [(problem.file, problem.field) for problem in found] == [
        ("exercises/06_who_stays_who_leaves.yaml", "n6-num-2")
    ]
    assert "the figure for 2025 is not shown to students: In doubt" in found[0].message
    lines = (data / found[0].file).read_text(encoding="utf-8").splitlines()
    assert 'at: "2025"' in lines[found[0].line - 1]


def test_damaged_tables_do_not_end_the_check(data: Path) -> None:
    """Where tables are gone or cut short, the check says so and still reads the questions."""
    (data / "events.csv").unlink()
    (data / "observations.csv").write_bytes((data / "observations.csv").read_bytes()[:90_000])
    (data / "claims.csv").write_text("claim\n", encoding="utf-8")
    assert {"claims.csv", "exercises/04_does_it_matter_who_provides.yaml"} <= {
        problem.file for problem in check_folder(data)
    }


def test_files_that_would_be_passed_over_are_named(data: Path) -> None:
    """A second file for a notebook, an ending that is not read, a name without a number."""
    folder = data / "exercises"
    write(folder, read_examples(), "07_more.yaml")
    write(folder, read_examples(), "07_more.yml")
    write(folder, read_examples(), "seven.yaml")
    said = {problem.file: problem.message for problem in check_exercises(data)}
    assert said["07_more.yaml"] == "there are 2 files for notebook 07."
    assert said["07_more.yml"] == "it is not read: its name does not end in .yaml."
    assert said["seven.yaml"] == "the file's name does not say which notebook it is for."


def test_the_page_names_every_type_field_and_calc() -> None:
    """docs/exercises.md leaves out no type, no field and no calc."""
    page = PAGE.read_text(encoding="utf-8")
    kinds = {field for kind in TYPES.values() for fields in kind for field in fields}
    for name in {*COMMON, *EXTRAS, *kinds, *NEEDS, *TYPES}:
        assert re.search(rf"`{name}[`:]|^ +{name}:", page, re.MULTILINE), name
