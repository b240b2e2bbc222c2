"""How a QTI 2.1 item is marked, and which feedback an answer gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from swteach.editions.qti_elements import RESPONSE
from swteach.exercises.models import Feedback

SCORE = "SCORE"
# What feedback hangs on: the answer itself, whether the whole is right, and any attempt at all.
FEEDBACK, WHOLE, AFTER = "FEEDBACK", "WHOLE", "AFTER"
RIGHT, OTHER = "right", "other"


@dataclass(frozen=True)
class Marking:
    """
    What kind of answer an item takes and what becomes of it.

    Attributes
    ----------
    cardinality, base
        The kind of answer, in QTI's words.
    correct
        The right values; none where nothing is right or wrong.
    worth
        What each value earns, from -1 to 1, where values are worth different sums.
    rules
        The response processing.
    said
        Feedback, by outcome variable and its value.
    """

    cardinality: str
    base: str
    correct: Sequence[str] = ()
    worth: dict[str, float] = field(default_factory=dict)
    rules: Sequence[ET.Element] = ()
    said: dict[tuple[str, str], str] = field(default_factory=dict)


def give(condition: ET.Element, *rules: ET.Element) -> ET.Element:
    """Return what happens where a condition holds."""
    whole = ET.Element("responseCondition")
    branch = ET.SubElement(whole, "responseIf")
    branch.append(condition)
    branch.extend(rules)
    return whole


def judge(said: Feedback) -> list[ET.Element]:
    """Return what sets ``WHOLE``, where there is something to say about the whole."""
    if not said.correct:
        return []
    condition = give(is_right(), assign(WHOLE, RIGHT))
    ET.SubElement(condition, "responseElse").append(assign(WHOLE, OTHER))
    return [condition]


def tell(outcome: str, said: Feedback) -> dict[tuple[str, str], str]:
    """Return the two texts of a feedback by the value that shows each; empty ones are left out."""
    texts = {(outcome, RIGHT): said.correct, (outcome, OTHER): said.other}
    return {place: text for place, text in texts.items() if text}


def is_right() -> ET.Element:
    """Return the condition that the answer is exactly the right one."""
    condition = ET.Element("match")
    ET.SubElement(condition, "variable", identifier=RESPONSE)
    ET.SubElement(condition, "correct", identifier=RESPONSE)
    return condition


def is_near(margin: str, value: ET.Element) -> ET.Element:
    """Return the condition that the answer lies within a margin of a value, ends included."""
    condition = ET.Element("equal", toleranceMode="absolute", tolerance=f"{margin} {margin}")
    ET.SubElement(condition, "variable", identifier=RESPONSE)
    condition.append(value)
    return condition


def correct() -> ET.Element:
    """Return the right answer as a value."""
    return ET.Element("correct", identifier=RESPONSE)


def number(text: str) -> ET.Element:
    """Return a number as a value."""
    return _value("float", text)


def score() -> ET.Element:
    """Return the rule that gives full marks."""
    rule = ET.Element("setOutcomeValue", identifier=SCORE)
    rule.append(_value("float", "1"))
    return rule


def map_score() -> ET.Element:
    """Return the rule that adds up what each part of an answer is worth."""
    rule = ET.Element("setOutcomeValue", identifier=SCORE)
    ET.SubElement(rule, "mapResponse", identifier=RESPONSE)
    return rule


def assign(outcome: str, name: str) -> ET.Element:
    """Return the rule that gives an outcome variable a value, which shows its feedback."""
    rule = ET.Element("setOutcomeValue", identifier=outcome)
    rule.append(_value("identifier", name))
    return rule


def echo() -> ET.Element:
    """Return the rule that shows the feedback of each option that was chosen."""
    rule = ET.Element("setOutcomeValue", identifier=FEEDBACK)
    ET.SubElement(rule, "variable", identifier=RESPONSE)
    return rule


def _value(base: str, text: str) -> ET.Element:
    value = ET.Element("baseValue", baseType=base)
    value.text = text
    return value
