"""The page on the data: its list of columns is that of the description, and its words hold."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from swteach.checks.record import BOUNDS
from swteach.datapackage import read_package

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    """Load the script, which is no part of the package, as a module."""
    spec = importlib.util.spec_from_file_location("writer", ROOT / "tools/write_data_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(writer: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/data.md lists what datapackage.json says: run tools/write_data_docs.py if not."""
    assert writer.main(["--check"]) == 0, capsys.readouterr().out


def test_every_column_and_table_is_described(writer: ModuleType) -> None:
    """Each table and each of its columns stands on the page, with its place in the joins."""
    page = writer.PAGE.read_text(encoding="utf-8")
    for resource in read_package().values():
        section = page.partition(f"### {resource.path}\n")[2].partition("\n### ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == resource.names
        assert f"| `{resource.path}` |" in page


def test_a_changed_description_makes_the_page_stale(writer: ModuleType) -> None:
    """A new meaning, or a longer closed list, changes the page, and its own words stay."""
    page = writer.PAGE.read_text(encoding="utf-8")
    text = writer.DESCRIPTOR.read_text(encoding="utf-8")
    longer = json.loads(text.replace('"GBP billion"', '"GBP billion", "acres | hides"', 1))
    changed = writer.write_page(page, longer)
    assert "acres | hides" in changed and changed != page
    assert changed.partition(writer.START)[0] == page.partition(writer.START)[0]


def test_the_bounds_on_the_page_are_those_that_are_checked(writer: ModuleType) -> None:
    """The units that the page gives bounds for are those of the check, and in the closed list."""
    page = writer.PAGE.read_text(encoding="utf-8")
    rows = page.partition("| unit | a value must be |")[2].partition("\n\n")[0]
    named = {unit.strip() for row in rows.split("\n") for unit in row.split("|")[1:2]}
    units = {name for cell in named for name in re.split(r", (?=rate)", cell)}
    fields = {field.name: field for field in read_package()["series"].fields}
    assert set(BOUNDS) | {"count", "score", "all others", "---"} == units
    assert units - {"all others", "---"} <= set(fields["unit"].enum)


def test_every_other_file_is_named_too(writer: ModuleType) -> None:
    """The page lists each YAML file of the data folder, and no file that is not there."""
    page, folder = writer.PAGE.read_text(encoding="utf-8"), writer.DESCRIPTOR.parent
    listed = set(re.findall(r"^\| `([^`]+\.yaml)` \|", page, re.MULTILINE))
    there = {path.name for path in folder.glob("*.yaml")}
    assert listed == there | {f"{path.parent.name}/*.yaml" for path in folder.glob("*/*.yaml")}
