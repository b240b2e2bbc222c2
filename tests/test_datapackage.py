"""Where the data are found, and what their description says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package

import swteach.datapackage as datapackage
from swteach.checks.descriptor import TABLES
from swteach.checks.hashes import check_hashes, write_hashes
from swteach.datapackage import DataNotFoundError, find_data, read_package


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the data."""
    return shutil.copytree(find_data(), tmp_path / "data")


def test_the_named_folder_comes_first_then_the_package_then_the_checkout(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SWTEACH_DATA wins over the package's own data, and these over the checkout's."""
    package = tmp_path / "site-packages" / "swteach"
    monkeypatch.setattr(datapackage, "_HERE", package)
    (tmp_path / "site-packages" / "data").mkdir(parents=True)
    shutil.copy(data / "datapackage.json", tmp_path / "site-packages" / "data")
    assert find_data() == package.parent / "data"
    shutil.copytree(data, package / "data")
    assert find_data() == package / "data"
    monkeypatch.setenv("SWTEACH_DATA", str(data))
    assert find_data() == data


def test_a_missing_folder_is_said_with_where_was_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong SWTEACH_DATA is not passed over; the message names the folder and the variable."""
    monkeypatch.setenv("SWTEACH_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(DataNotFoundError, match=r"nowhere\. Check SWTEACH_DATA\."):
        find_data()
    monkeypatch.delenv("SWTEACH_DATA")
    monkeypatch.setattr(datapackage, "_HERE", tmp_path / "a" / "swteach")
    with pytest.raises(DataNotFoundError, match=r"swteach.data.*Install swteach again"):
        find_data()


def test_a_course_of_one_s_own_without_its_description_is_said(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data that came with swteach are not shown in place of the lecturer's."""
    (data.parent / "swteach.yaml").write_text("title: Mine\n", encoding="utf-8")
    monkeypatch.chdir(data.parent)
    assert find_data() == data
    (data / "datapackage.json").unlink()
    with pytest.raises(DataNotFoundError, match="your own course: take the file back") as caught:
        find_data()
    assert str(data) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1"),
        ('{"resources": [{"name": "series"}]}', "lacks 'schema'"),
        ("[1, 2]", "a table lacks"),
        ('{"resources": "none"}', "a table lacks"),
    ],
)
def test_a_damaged_description_is_a_value_error(tmp_path: Path, text: str, said: str) -> None:
    """A description that cannot be read is one error with the file's name, whatever is wrong."""
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"datapackage\.json") as caught:
        read_package(tmp_path)
    assert said in str(caught.value)


def test_a_changed_description_is_read_again(data: Path) -> None:
    """The tables are read once, and again when datapackage.json changes."""
    assert read_package(data) is read_package(data)
    path = data / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Short name of the publication."', '"Its name."'), "utf-8")
    assert read_package(data)["sources"].fields[0].description == "Its name."


def test_a_reference_to_the_table_itself_names_it() -> None:
    """A foreign key with an empty resource, as the standard writes it, is the table's own."""
    (own,) = [r for r in read_package()["regimes"].references if r.field == "successor_id"]
    assert (own.resource, own.target) == ("regimes", "regime_id")


def test_the_package_is_valid_by_a_second_opinion() -> None:
    """Frictionless finds no error in the package, its types, keys and hashes, without network."""
    report = Package(str(find_data() / "datapackage.json")).validate()
    errors = [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]
    assert errors + [error.message for error in report.errors] == []
    assert report.valid and report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("regimes.csv", ",ssi,gilroy_2007", ",sssi,gilroy_2007", "foreign-key"),
        ("evidence.csv", "guardian-2016-jones-threat-c02,", "guardian-c02,", "foreign-key"),
        ("series.csv", ",count,", ",counts,", "constraint-error"),
        ("events.csv", "1948-07-05,1948-07-05", "1948-07-05,5 July 1948", "type-error"),
        ("glossary.csv", "England", "Britain", "hash-count"),
    ],
)
def test_the_second_opinion_is_not_blind(
    data: Path, file: str, old: str, new: str, kind: str
) -> None:
    """Frictionless does see a broken reference (to the table itself too), type, list and hash."""
    write_hashes(data)
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    if kind != "hash-count":
        write_hashes(data)
    report = Package(str(data / "datapackage.json")).validate()
    assert kind in {error.type for task in report.tasks for error in task.errors}


def test_every_hash_is_current() -> None:
    """Each table is the file that datapackage.json measured: run tools/hash_data.py if not."""
    stale = list(check_hashes(find_data(), read_package().values()))
    assert stale == [], "\n".join(map(str, stale))


def test_each_table_says_its_licence_and_source() -> None:
    """The package follows Data Package 2, and each table has title, licence, source, types."""
    described = json.loads((find_data() / "datapackage.json").read_text(encoding="utf-8"))
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [item["name"] for item in described["resources"]] == list(TABLES)
    for item in described["resources"]:
        assert item["title"] and item["description"] and item["licenses"] and item["sources"]
        assert all(licence["name"] and licence["path"] for licence in item["licenses"])
        assert all(field["description"] for field in item["schema"]["fields"]), item["name"]
