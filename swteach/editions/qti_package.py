"""A notebook's questions as one QTI 2.1 package: a zip with a test, its items and a manifest."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from swteach.editions.items import Sheet
from swteach.editions.packing import pack
from swteach.editions.qti import write_item
from swteach.editions.qti_elements import NAMESPACE, write_xml

PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
TEST = "test.xml"


def write_package(sheet: Sheet) -> bytes:
    """Return a notebook's questions as the bytes of a zip file."""
    items = {_place(one.id): write_item(one) for one in sheet.exercises}
    return pack({"imsmanifest.xml": _list_parts(sheet), TEST: _make_test(sheet), **items})


def _place(name: str) -> str:
    return f"items/{name}.xml"


def _make_test(sheet: Sheet) -> str:
    test = ET.Element("assessmentTest", xmlns=NAMESPACE, identifier=f"test-{sheet.notebook.file}")
    test.set("title", sheet.title)
    declared = ET.SubElement(test, "outcomeDeclaration", identifier="SCORE")
    declared.set("cardinality", "single")
    declared.set("baseType", "float")
    part = ET.SubElement(test, "testPart", identifier="part", navigationMode="nonlinear")
    part.set("submissionMode", "individual")
    # Without this a player may show no feedback once the last attempt is over.
    ET.SubElement(part, "itemSessionControl", maxAttempts="0", showFeedback="true")
    section = ET.SubElement(part, "assessmentSection", identifier="section", title=sheet.title)
    section.set("visible", "true")
    for one in sheet.exercises:
        ET.SubElement(section, "assessmentItemRef", identifier=one.id, href=_place(one.id))
    _add_up(test)
    return write_xml(test)


def _add_up(test: ET.Element) -> None:
    rule = ET.SubElement(ET.SubElement(test, "outcomeProcessing"), "setOutcomeValue")
    rule.set("identifier", "SCORE")
    total = ET.SubElement(rule, "sum")
    ET.SubElement(total, "testVariables", variableIdentifier="SCORE")


def _list_parts(sheet: Sheet) -> str:
    name = sheet.notebook.file
    manifest = ET.Element("manifest", xmlns=PACKAGING, identifier=f"manifest-{name}")
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    test = _add_resource(resources, f"resource-{name}", "imsqti_test_xmlv2p1", TEST)
    for one in sheet.exercises:
        ET.SubElement(test, "dependency", identifierref=f"resource-{one.id}")
        _add_resource(resources, f"resource-{one.id}", "imsqti_item_xmlv2p1", _place(one.id))
    return write_xml(manifest)


def _add_resource(resources: ET.Element, name: str, kind: str, place: str) -> ET.Element:
    resource = ET.SubElement(resources, "resource", identifier=name, type=kind, href=place)
    ET.SubElement(resource, "file", href=place)
    return resource
