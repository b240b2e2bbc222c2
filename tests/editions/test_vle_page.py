"""What docs/vle.md says is so: its command runs, its files are there, its types arrive."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from swteach.cli import main
from swteach.editions import gift, moodle, qti
from swteach.editions.items import Sheet
from swteach.exercises.showing import WIDGETS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "vle.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the first table under a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run the page's own command and return where its files are."""
    [command] = re.findall(r"(?m)^swteach (build .+)$", PAGE)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command))
    assert result.exit_code == 0, result.output
    return tmp_path / "vle-files"


def test_the_command_makes_the_files_of_the_table(built: Path) -> None:
    """Everything the table names is there, and nothing is there that it does not name."""
    named = {row[0].strip("`").rstrip("/") for row in table("Which file for which VLE")}
    assert named | {"summary.txt"} == {path.name for path in built.iterdir()}


def test_every_type_is_in_the_table_once(sheets: list[Sheet]) -> None:
    """The types that the course has, in each of the three forms."""
    named = [
        name for row in table("How each type arrives") for name in re.findall("`(.+?)`", row[0])
    ]
    assert sorted(named) == sorted(WIDGETS)
    for form in (gift.WRITERS, moodle.WRITERS, qti.MAKERS):
        assert sorted(kind.type for kind in form) == sorted(named)


def test_types_arrive_as_the_table_says(sheets: list[Sheet]) -> None:
    """Each QTI element that it names is the one that a question of that type has."""
    exercises = [one for sheet in sheets for one in sheet.exercises]
    for kinds, *_, said in table("How each type arrives"):
        found = re.findall("`(.+?)`", said)
        for one in (one for one in exercises if f"`{one.type}`" in kinds and found):
            assert f"<{found[0]} " in qti.write_item(one), one.id
