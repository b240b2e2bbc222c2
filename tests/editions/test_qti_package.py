"""A QTI package names every file it holds, and holds every file it names."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from qti_engine import read_item
from readers import need

from swteach.editions.items import Sheet
from swteach.editions.qti_package import TEST, write_package

PACKAGING = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@pytest.fixture(scope="module")
def packages(sheets: list[Sheet]) -> list[tuple[Sheet, dict[str, bytes]]]:
    """Return each notebook with the files of its package."""
    return [(sheet, unpack(write_package(sheet))) for sheet in sheets]


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files of a zip."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_manifest_and_the_zip_hold_the_same(
    packages: list[tuple[Sheet, dict[str, bytes]]],
) -> None:
    """Each file is a resource, each resource a file, and the test depends on all questions."""
    for sheet, files in packages:
        manifest = etree.fromstring(files["imsmanifest.xml"])
        resources = manifest.findall(f".//{PACKAGING}resource")
        assert {one.get("href") for one in resources} == {*files} - {"imsmanifest.xml"}
        names = {one.get("identifier") for one in resources}
        needed = {one.get("identifierref") for one in manifest.iter(f"{PACKAGING}dependency")}
        assert len(names) == len(resources)
        assert needed < names
        assert len(needed) == len(sheet.exercises)


def test_the_test_asks_every_question_in_order(
    packages: list[tuple[Sheet, dict[str, bytes]]],
) -> None:
    """It points at each item by the id that the item has, and lets feedback be seen."""
    for sheet, files in packages:
        test = etree.fromstring(files[TEST])
        asked = [
            (one.get("identifier"), one.get("href")) for one in test.iter(f"{QTI}assessmentItemRef")
        ]
        assert [name for name, _ in asked] == [one.id for one in sheet.exercises]
        for name, place in asked:
            assert etree.fromstring(files[place]).get("identifier") == name
        assert test.find(f".//{QTI}itemSessionControl").get("showFeedback") == "true"


def test_an_engine_reads_tests_and_package(
    packages: list[tuple[Sheet, dict[str, bytes]]], tmp_path: Path
) -> None:
    """An engine of QTI reads the manifest as an IMS content package, and the test as QTI."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for sheet, files in packages:
            path = tmp_path / f"{sheet.notebook.file}.zip"
            path.write_bytes(write_package(sheet))
            package = need("pyslet.imscpv1p2").ContentPackage(str(path))
            resources = package.manifest.root.Resources.Resource
            kinds = [one.type for one in resources]
            assert kinds.count("imsqti_item_xmlv2p1") == len(sheet.exercises)
            assert kinds.count("imsqti_test_xmlv2p1") == 1
            package.Close()
            assert type(read_item(files[TEST].decode())).__name__ == "AssessmentTest"
