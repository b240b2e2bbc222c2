"""A course from `swteach new`: whole, the lecturer's own, and never laid over anything."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from own_course import CHOICES

from swteach.cli import main
from swteach.course import load_course
from swteach.kit.choices import Choices
from swteach.kit.excerpt import keep_words, list_mentions
from swteach.kit.new import FolderError, make_course
from swteach.kit.shipped import list_leftovers, list_shipped, load_own_course
from swteach.kit.wheel import make_wheel

OPTIONS = ("--title", 'Whose: "care"?', "--institution", "U_of_X", "--level", "BA @TABLE@ #2")


def test_it_has_the_notebooks_chosen_and_what_belongs_to_them(made: Path):
    """Notebooks, questions, tasks and plan are those of the numbers chosen, and Start here."""
    assert [path.name[:2] for path in sorted((made / "notebooks").iterdir())] == [
        "00",
        "01",
        "05",
        "07",
    ]
    assert {path.name[:2] for path in (made / "data/exercises").glob("*.yaml")} == {
        "00",
        "01",
        "05",
        "07",
    }
    assert {path.stem for path in (made / "data/challenges").iterdir()} == {"01", "05", "07"}
    course = load_course(made / "data")
    assert [one.number for one in course.notebooks] == [0, 1, 5, 7]
    assert all(
        n in (1, 5, 7) for route in course.routes for session in route.sessions for n in session
    )
    assert all(one.number in CHOICES.notebooks for one in course.notebooks)


def choose(*numbers: int) -> Choices:
    return Choices("T", "I", "L", numbers)


@pytest.mark.parametrize(
    ("numbers", "routes"),
    [
        ((0, 7), {"In order": [[7]]}),
        ((0, 5, 7), {"Single seminar": [[5], [7]]}),
        ((0, 1, 7), {"Four sessions": [[1], [7]]}),
        (
            (0, 1, 2, 7),
            {"Four sessions": [[1, 2], [7]], "Skills week": [[1], [2], [7]]},
        ),
    ],
)
def test_no_two_ways_through_a_smaller_course_are_the_same(
    tmp_path: Path, numbers: tuple[int, ...], routes: dict[str, list[list[int]]]
):
    """What is left of a route goes where another has it too, or where it is one session."""
    content = list_shipped(choose(*numbers))["data/course.yaml"]
    made = yaml.safe_load(content)["routes"]
    assert {one["title"]: one["sessions"] for one in made} == routes
    assert len(made) == len(routes)


@pytest.mark.parametrize(
    ("numbers", "places"),
    [
        ((0, 7), {("data/teaching.yaml", "08"), ("data/teaching.yaml", "09")}),
        (
            (0, 1, 3, 4, 7, 8),
            {
                ("data/teaching.yaml", "09"),
                ("notebooks/01_who_is_speaking.ipynb", "02"),
                ("notebooks/03_delegation_to_profit_caps.ipynb", "09"),
            },
        ),
        (
            (0, *range(1, 9)),
            {
                ("data/course.yaml", "09"),
                ("data/teaching.yaml", "09"),
                ("notebooks/03_delegation_to_profit_caps.ipynb", "09"),
            },
        ),
        (tuple(range(10)), set()),
    ],
)
def test_every_place_that_speaks_of_a_notebook_left_out_is_named(
    numbers: tuple[int, ...], places: set[tuple[str, str]]
):
    """Reminders, the rubric and notes of routes too, each with the line on which it stands."""
    files = list_shipped(choose(*numbers))
    said = [
        re.fullmatch(r"(.+), (?:line (\d+)|cell .+): speaks of notebook (\d\d)", one)
        for one in list_leftovers(files, numbers)
    ]
    assert {(one[1], one[3]) for one in said} == places
    for one in said:
        if one[2]:
            line = files[one[1]].decode().split("\n")[int(one[2]) - 1]
            assert "otebook" in line and one[3] in line


def test_a_new_course_s_words_name_those_places(tmp_path: Path):
    """The lecturer reads of them where the course is made."""
    told = make_course(tmp_path / "course", choose(0, 7))
    assert "Read these places" in told
    assert re.search(r"data/teaching\.yaml, line \d+: speaks of notebook 09", told)


def test_several_notebooks_in_one_phrase_are_all_found():
    """After one "notebooks", over a line's end; years and other numbers are none."""
    text = "One.\nSee Notebooks 03, 04\nand 08, and notebook 05, 12 homes in 2009."
    assert list_mentions(text, load_own_course(), (0, 5)) == [(2, 3), (2, 4), (2, 8)]


def test_no_link_leads_to_what_was_left_out(made: Path):
    """Each link within the course, in notebooks and pages, leads to a file that is there."""
    for path in [*made.glob("*.md"), *made.glob("docs/*.md"), *made.glob("notebooks/*.ipynb")]:
        for target in re.findall(r"\]\(([^)\s#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), (path.name, target)


def test_the_same_choices_give_the_same_bytes():
    """Nothing of the day, the folder or the machine is in what is made, the wheel included."""
    assert list_shipped(CHOICES) == list_shipped(CHOICES)


@pytest.mark.parametrize("numbers", [(0, 3), (0, 9), (0,)])
def test_any_choice_of_notebooks_holds(tmp_path: Path, numbers: tuple[int, ...]):
    """A course with one notebook, or with Start here alone, has no problem either."""
    from swteach.kit.checking import check_course

    make_course(tmp_path / "course", Choices("T", "I", "L", numbers))
    assert check_course(tmp_path / "course", fast=True).problems == []


def test_what_is_typed_stays_as_it_is_typed(tmp_path: Path):
    """Marks of YAML, Markdown and the templates in a title change nothing around them."""
    done = CliRunner().invoke(main, ["new", str(tmp_path / "c"), *OPTIONS, "--notebooks", "7"])
    assert done.exit_code == 0, done.output
    chosen = yaml.safe_load((tmp_path / "c/swteach.yaml").read_text(encoding="utf-8"))
    assert chosen == {
        "title": 'Whose: "care"?',
        "institution": "U_of_X",
        "level": "BA @TABLE@ #2",
        "notebooks": [0, 7],
    }
    readme = (tmp_path / "c/README.md").read_text(encoding="utf-8")
    assert readme.startswith('# Whose: "care"?\n\nU\\_of\\_X. BA @TABLE@ \\#2.')


def test_it_asks_for_what_is_not_given(tmp_path: Path):
    """Title, institution, level and notebooks are asked for, the notebooks by name."""
    typed = "My course\nMy university\nMA\n1, 5\n"
    done = CliRunner().invoke(main, ["new", str(tmp_path / "c")], input=typed)
    assert done.exit_code == 0, done.output
    assert "7  More investigations, less help? (75 minutes)" in done.output
    assert "notebooks: [0, 1, 5]" in (tmp_path / "c/swteach.yaml").read_text(encoding="utf-8")


def test_a_wrong_answer_is_asked_for_again(tmp_path: Path):
    """What was answered before is kept, and the question says why it comes once more."""
    typed = "My course\n \nMy university\nMA\n1-3\n1, 77\n1, 5\n"
    done = CliRunner().invoke(main, ["new", str(tmp_path / "c")], input=typed)
    assert done.exit_code == 0, done.output
    for said in ("institution is empty", "no notebook 1-3", "no notebook 77", '"My course"'):
        assert said in done.output
    assert "notebooks: [0, 1, 5]" in (tmp_path / "c/swteach.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1,77", "There is no notebook 77"), ("one", "no notebook one"), (",", "Write all")],
)
def test_a_notebook_that_is_not_there_is_said(tmp_path: Path, typed: str, said: str):
    """A wrong number ends in a sentence with the right ones, and nothing is made."""
    done = CliRunner().invoke(main, ["new", str(tmp_path / "c"), *OPTIONS, "--notebooks", typed])
    assert done.exit_code == 1 and said in done.output and "0, 1, 2" in done.output
    assert not list(tmp_path.iterdir())


def test_without_answers_it_names_the_options(tmp_path: Path):
    """A script that answers nothing is told of the options."""
    done = CliRunner().invoke(main, ["new", str(tmp_path / "c")], input="")
    assert done.exit_code == 2 and "--notebooks" in done.output


def test_nothing_is_ever_laid_over(tmp_path: Path):
    """A folder with something in it, a file and a broken link are refused and kept."""
    folder, file, link = tmp_path / "folder", tmp_path / "file", tmp_path / "link"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    file.write_text("mine", encoding="utf-8")
    link.symlink_to(tmp_path / "gone")
    for place in (folder, file, link):
        with pytest.raises(FolderError, match=r"is there already.*swteach update"):
            make_course(place, CHOICES)
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert file.read_text(encoding="utf-8") == "mine" and link.is_symlink()


def test_an_empty_folder_is_used(tmp_path: Path):
    """A folder made beforehand, as GitHub Desktop does, is filled."""
    (tmp_path / "course").mkdir()
    make_course(tmp_path / "course", CHOICES)
    assert (tmp_path / "course/swteach.yaml").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A write that fails half-way is a sentence, and no half course is left behind."""
    written: list[int] = []
    real = Path.write_bytes

    def fail_late(path: Path, data: bytes) -> int:
        written.append(len(data))
        if len(written) > 30:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_late)
    with pytest.raises(FolderError, match="No space left"):
        make_course(tmp_path / "course", CHOICES)
    assert not list(tmp_path.iterdir())


def test_list_lines_to_notebooks_left_out_go_and_other_links_lose_their_address():
    """A line that only leads away is dropped; within a sentence the words stay."""
    source = "- [07](07_x.ipynb), next\n- [05](05_y.ipynb)\n\nSee [07](07_x.ipynb#a) too."
    assert keep_words(source, {"05_y"}) == "- [05](05_y.ipynb)\n\nSee 07 too."


def test_the_wheel_it_carries_installs_and_finds_the_lecturer_s_data(course: Path, tmp_path: Path):
    """The program in package/ is installed by pip, and reads the course that it runs in."""
    venv.create(tmp_path / "env", symlinks=os.name != "nt")
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps"]
    wheel = next((course / "package").glob("*.whl"))
    subprocess.run([*pip, "--no-index", wheel], check=True)
    code = "import swteach.datapackage as d; print(d.__file__); print(d.find_data())"
    done = subprocess.run(
        [python, "-I", "-c", code],
        cwd=course / "notebooks",
        capture_output=True,
        text=True,
        check=True,
    )
    module, data = done.stdout.splitlines()
    assert Path(module).is_relative_to(tmp_path / "env") and data == str(course / "data")


def test_the_wheel_records_every_file_in_it():
    """RECORD names each file with the hash that pip checks."""
    archive = zipfile.ZipFile(BytesIO(make_wheel()))
    record = next(name for name in archive.namelist() if name.endswith("RECORD"))
    rows = [line.rsplit(",", 2)[0] for line in archive.read(record).decode().splitlines()]
    assert sorted(rows) == sorted(archive.namelist())
    assert {"swteach/data/observations.csv", "swteach/kit/template/Makefile"} <= set(rows)


def test_environment_and_workflow_say_what_is_there(made: Path):
    """Binder's file names the wheel that is there, and the workflow runs the check."""
    pip = yaml.safe_load((made / "environment.yml").read_text(encoding="utf-8"))["dependencies"][-1]
    assert all((made / line.removeprefix("-r ")).is_file() for line in pip["pip"])
    flow = yaml.safe_load((made / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert flow["jobs"]["check"]["steps"][-1] == {"run": "make test"}
    constraints = (made / "constraints-check.txt").read_text(encoding="utf-8")
    assert "nbval==" in constraints and not re.search(r"^\w+\[", constraints, re.MULTILINE)


def test_windows_is_told_how_to_get_what_the_full_check_needs(made: Path):
    """Without make nothing else installs nbval, and the file that is named is there."""
    lines = (made / "README.md").read_text(encoding="utf-8").splitlines()
    (full,) = [line for line in lines if "`make test`" in line]
    assert r".venv\Scripts\python -m pip install -r requirements-check.txt" in full
    assert (made / "requirements-check.txt").is_file()


def test_git_passes_over_what_the_pages_say_to_make(made: Path):
    """Answers and students' words are made within the course, which goes to a public place."""
    ignored = (made / ".gitignore").read_text(encoding="utf-8").split()
    pages = "".join(path.read_text(encoding="utf-8") for path in (made / "docs").glob("*.md"))
    named = set(re.findall(r"swteach (?:build|collect) .*?--out ([\w-]+)", pages))
    named |= set(re.findall(r"swteach collect ([\w-]+) ", pages))
    assert {"tutor-pack", "marking", "handed-in"} <= named
    assert {f"/{name}/" for name in named} <= set(ignored)


def test_another_course_passes_its_own_make_test(course: Path):
    """With another text, another figure and three of the notebooks, `make test` ends green."""
    replace_text(course)
    replace_figures(course)
    make = ["make", "-C", str(course), f"PYTHON={sys.executable}"]
    for target in ("accept", "notebooks", "test"):
        done = subprocess.run([*make, target], capture_output=True, text=True, env=environment())
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert (
        f"No problems found in {course}" in done.stdout and "Every notebook was run" in done.stdout
    )
    shown = (course / "notebooks/07_more_investigations_less_help.ipynb").read_text(
        encoding="utf-8"
    )
    assert "225,500" in shown and "225,400" not in json.dumps(shown)


def environment() -> dict[str, str]:
    """Return the environment without what would lead the course elsewhere."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("SWTEACH", "PYTEST"))}


TEXTS = {"laporta-2015-cleaner": "lecturer-2026-essay", "sterry-2015-nqsw": "lecturer-2026-blog"}


def replace_text(course: Path) -> None:
    """Put texts of the lecturer's own in the place of two of the course's, with their claims."""
    for path in [*course.glob("data/**/*.*"), *course.glob("notebooks/*.ipynb")]:
        swap(path, *TEXTS.items())
    change = {"title": "A text of mine", "author": "The lecturer", "paraphrase": "A claim of mine."}
    for name in ("documents", "claims"):
        path = course / f"data/{name}.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for row in rows:
            if row["doc_id"] in TEXTS.values():
                row.update({key: value for key, value in change.items() if key in row})
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def replace_figures(course: Path) -> None:
    """Put another count for 2022-23 in its place, wherever the course gives it."""
    for path in [*course.glob("data/**/*.csv"), *course.glob("data/**/*.yaml")]:
        swap(path, ("225,400", "225,500"), ("225400", "225500"))
    for path in course.glob("notebooks/*.ipynb"):
        swap(path, ("225,400", "225,500"))
    # What `swteach check` then says of an optional task.
    swap(course / "data/challenges/07.yaml", ("gives: 157.0", "gives: 157.1"))


def swap(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")
