"""The elements of a QTI 2.1 item in which a student answers and reads."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
RESPONSE = "RESPONSE"


def write_xml(root: ET.Element) -> str:
    """Return an element as an XML file, indented but for the words in it."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def name_all(kind: str, things: Sequence[object]) -> list[str]:
    """Return a name for each thing, such as option-1, that says nothing of what is right."""
    return [f"{kind}-{place}" for place, _ in enumerate(things, 1)]


def list_choices(texts: Sequence[str], names: Sequence[str], most: str) -> ET.Element:
    """Return a list to choose from: one where ``most`` is "1", any number where it is "0"."""
    choice = ET.Element(
        "choiceInteraction", responseIdentifier=RESPONSE, shuffle="false", maxChoices=most
    )
    add_choices(choice, "simpleChoice", texts, names)
    return choice


def add_choices(
    parent: ET.Element, tag: str, texts: Sequence[str], names: Sequence[str], **more: str
) -> None:
    """Add one element for each text."""
    for text, name in zip(texts, names, strict=True):
        ET.SubElement(parent, tag, identifier=name, **more).text = text


def type_number(unit: str) -> ET.Element:
    """Return a box for a number, with its unit behind it."""
    paragraph = ET.Element("p")
    paragraph.text = "Your answer: "
    box = ET.SubElement(
        paragraph, "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength="12"
    )
    box.tail = f" ({unit})"
    return paragraph


def write_words() -> ET.Element:
    """Return a box for some sentences."""
    return ET.Element("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="8")


def add_lines(parent: ET.Element, lines: Sequence[str]) -> None:
    """Add paragraphs."""
    for line in lines:
        ET.SubElement(parent, "p").text = line
