"""An update: what is new comes in, what the lecturer changed stays, each conflict is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from swteach.cli import main
from swteach.kit import update
from swteach.kit.checking import accept, check_course
from swteach.kit.choices import ChoiceError
from swteach.kit.shipment import NAME as NOTE

NB_05 = "notebooks/05_one_word_for_a_whole_service.ipynb"
NB_07 = "notebooks/07_more_investigations_less_help.ipynb"
ASKS_05 = "data/exercises/05_one_word_for_a_whole_service.yaml"
ASKS_07 = "data/exercises/07_more_investigations_less_help.yaml"


@pytest.fixture
def newer(made: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return what the next version ships, which a test may change before it updates."""
    files = list_files(made)
    del files[NOTE]
    monkeypatch.setattr(update, "list_shipped", lambda choices: files)
    return files


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def improve(files: dict[str, bytes], name: str, old: str, new: str) -> None:
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode(), 1)


def list_files(course: Path) -> dict[str, bytes]:
    return {
        path.relative_to(course).as_posix(): path.read_bytes()
        for path in course.rglob("*")
        if path.is_file()
    }


def test_with_nothing_new_nothing_is_touched(course: Path, newer: dict[str, bytes]):
    """An update to the same version says so and writes no other byte."""
    before = list_files(course)
    assert "has all that this swteach" in update.bring_up_to_date(course)
    assert list_files(course) == before


def test_each_side_s_changes_are_kept_and_conflicts_named(course: Path, newer: dict[str, bytes]):
    """Untouched files are renewed, the lecturer's stay, and a clash leaves both to compare."""
    edit(course / ASKS_05, "type: choice", "type: choice # mine")
    edit(course / ASKS_07, "notebook: 7", "notebook: 7 # mine")
    improve(newer, ASKS_07, "notebook: 7", "notebook: 7 # newer")
    improve(newer, NB_05, "# 5. One word", "# 5. One single word")
    newer["docs/new_page.md"] = b"# New\n"
    del newer["docs/hosting.md"]
    said = update.bring_up_to_date(course)
    assert "1 to settle by hand" in said and f"  {ASKS_07}\n" in said
    assert "# mine" in (course / ASKS_05).read_text(encoding="utf-8")
    assert "notebook: 7 # mine" in (course / ASKS_07).read_text(encoding="utf-8")
    assert b"notebook: 7 # newer" in (course / "new-versions" / ASKS_07).read_bytes()
    assert (course / NB_05).read_bytes() == newer[NB_05]
    assert (course / "docs/new_page.md").is_file() and not (course / "docs/hosting.md").exists()
    assert "has all that" in update.bring_up_to_date(course), "a conflict is named once"


def test_a_notebook_that_was_only_run_again_is_renewed(course: Path, newer: dict[str, bytes]):
    """Outputs and counts are not a lecturer's words; a word changed is."""
    for name in (NB_05, NB_07):
        notebook = json.loads((course / name).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell.update(outputs=[], execution_count=99)
        if name == NB_07:
            notebook["cells"][-1]["source"] = ["Mine."]
        (course / name).write_text(json.dumps(notebook), encoding="utf-8")
        improve(newer, name, "## Recap", "## Recap of it")
    said = update.bring_up_to_date(course)
    assert (course / NB_05).read_bytes() == newer[NB_05]
    assert "by hand" in said and NB_07 in said.split("Brought")[0]


def test_tables_of_both_sides_stay_measured(course: Path, newer: dict[str, bytes]):
    """A table brought in and a table the lecturer accepted both fit their hashes afterwards."""
    edit(course / "data/glossary.csv", "partisan by design", "partisan")
    accept(course)
    improve_table(newer, "events.csv", "Curtis report published", "The Curtis report")
    update.bring_up_to_date(course)
    assert "The Curtis report" in (course / "data/events.csv").read_text(encoding="utf-8")
    assert "partisan by design" not in (course / "data/glossary.csv").read_text(encoding="utf-8")
    assert [p for p in check_course(course, fast=True).problems if p.file.startswith("data/")] == []


def improve_table(files: dict[str, bytes], table: str, old: str, new: str) -> None:
    """Change a table of what is shipped, with its measure."""
    import hashlib

    improve(files, f"data/{table}", old, new)
    described = json.loads(files["data/datapackage.json"])
    for item in described["resources"]:
        if item["path"] == table:
            content = files[f"data/{table}"]
            item.update(bytes=len(content), hash=f"sha256:{hashlib.sha256(content).hexdigest()}")
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    files["data/datapackage.json"] = text.encode()


def test_what_was_deleted_stays_deleted(course: Path, newer: dict[str, bytes]):
    """A page that the lecturer took out does not come back, newer or not."""
    (course / "docs/corpus.md").unlink()
    improve(newer, "docs/corpus.md", "#", "# New:")
    update.bring_up_to_date(course)
    assert not (course / "docs/corpus.md").exists()


def test_a_file_of_the_lecturer_s_where_a_new_one_comes_is_kept(
    course: Path, newer: dict[str, bytes]
):
    """A name that both chose is a conflict, not an overwriting."""
    (course / "docs/new_page.md").write_text("mine", encoding="utf-8")
    newer["docs/new_page.md"] = b"theirs"
    assert "docs/new_page.md" in update.bring_up_to_date(course)
    assert (course / "docs/new_page.md").read_text(encoding="utf-8") == "mine"


def test_a_notebook_added_to_the_choices_comes_in(course: Path):
    """A number written into swteach.yaml brings its notebook, and the check stays green."""
    edit(course / "swteach.yaml", "[0, 1, 5, 7]", "[0, 1, 3, 5, 7]")
    update.bring_up_to_date(course)
    assert (course / "notebooks/03_delegation_to_profit_caps.ipynb").is_file()
    assert check_course(course, fast=True).problems == []


def test_the_answers_of_a_new_notebook_come_with_it(course: Path):
    """They are accepted as shipped; an answer that the lecturer accepted stays theirs."""
    path = course / "data/exercises/answers.json"
    edit(path, '"gives": 152.4', '"gives": 151.4')
    before = json.loads(path.read_text(encoding="utf-8"))
    edit(course / "swteach.yaml", "[0, 1, 5, 7]", "[0, 1, 5, 6, 7]")
    update.bring_up_to_date(course)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert before.items() <= after.items()
    assert {name.partition("-")[0] for name in after.keys() - before.keys()} == {"n6"}


def test_a_dry_run_writes_nothing(course: Path, newer: dict[str, bytes]):
    """It says what would be done, and the folder is byte for byte as it was."""
    improve(newer, NB_05, "# 5. One word", "# 5. One single word")
    before = list_files(course)
    assert NB_05 in update.bring_up_to_date(course, dry=True)
    assert list_files(course) == before


def test_a_run_that_was_cut_short_is_finished_by_the_next(
    course: Path, newer: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
):
    """A full disk ends in a sentence; afterwards the same command completes the work."""
    improve_table(newer, "events.csv", "Curtis report published", "The Curtis report")
    improve(newer, NB_05, "# 5. One word", "# 5. One single word")
    real = update._write

    def fail(path: Path, content: bytes) -> None:
        if path.name == "shipped.json":
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(update, "_write", fail)
    with pytest.raises(update.UpdateError, match="run swteach update again"):
        update.bring_up_to_date(course)
    monkeypatch.setattr(update, "_write", real)
    update.bring_up_to_date(course)
    assert (course / NB_05).read_bytes() == newer[NB_05]
    stale = [p for p in check_course(course, fast=True).problems if p.file == "data/events.csv"]
    assert stale == [] and "has all that" in update.bring_up_to_date(course)


def test_a_folder_that_was_not_made_so_is_refused(tmp_path: Path, course: Path):
    """Without its note, or without its choices, a course is left alone and told why."""
    with pytest.raises(ChoiceError, match="did not make this folder"):
        update.bring_up_to_date(tmp_path)
    (course / ".swteach/shipped.json").write_text("{", encoding="utf-8")
    with pytest.raises(update.UpdateError, match="missing or damaged"):
        update.bring_up_to_date(course)


def test_outside_any_course_it_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The course that came with swteach is nobody's own, and its place tells a lecturer nothing."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["update"])
    assert done.exit_code == 1 and "You are in no course" in done.output
