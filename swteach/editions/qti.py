"""Questions as QTI 2.1 items: what is asked, how it is marked, and what is said to each answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from swteach.editions import afterwards as after
from swteach.editions import qti_elements as elements
from swteach.editions import qti_rules as rules
from swteach.editions.items import list_lines
from swteach.editions.qti_elements import NAMESPACE, RESPONSE
from swteach.editions.qti_rules import AFTER, FEEDBACK, OTHER, RIGHT, SCORE, WHOLE, Marking
from swteach.exercises import models as m

Made = tuple[ET.Element, Marking]


def write_item(exercise: m.Exercise) -> str:
    """Return one question as a QTI 2.1 ``assessmentItem`` file."""
    item = ET.Element("assessmentItem", xmlns=NAMESPACE, identifier=exercise.id)
    for name, value in (("title", exercise.id), ("adaptive", "false"), ("timeDependent", "false")):
        item.set(name, value)
    interaction, marking = MAKERS[type(exercise)](exercise)
    afterwards = after.list_afterwards(exercise)
    _declare_response(item, marking)
    _declare_outcomes(item, marking, bool(afterwards))
    body = ET.SubElement(item, "itemBody")
    elements.add_lines(body, list_lines(exercise))
    body.append(interaction)
    if marking.rules:
        ET.SubElement(item, "responseProcessing").extend(marking.rules)
    for (outcome, name), text in marking.said.items():
        _add_feedback(item, outcome, name, [text])
    if afterwards:
        _add_feedback(item, AFTER, "after", afterwards)
    return elements.write_xml(item)


def _choose(exercise: m.Choice | m.Verdict) -> Made:
    options = after.list_told(exercise)
    names = elements.name_all("option", options)
    right = [name for name, option in zip(names, options, strict=True) if option.correct]
    said = _tell_each(names, options)
    steps = [rules.give(rules.is_right(), rules.score()), *([rules.echo()] if said else [])]
    marking = Marking("single", "identifier", right, rules=steps, said=said)
    return _list(options, names, "1"), marking


def _choose_several(exercise: m.Several) -> Made:
    options, whole = after.list_told(exercise), after.find_feedback(exercise)
    names = elements.name_all("option", options)
    right = [name for name, option in zip(names, options, strict=True) if option.correct]
    worth = {n: percent / 100 for n, percent in zip(names, after.weigh(exercise), strict=True)}
    said = _tell_each(names, options)
    steps = [rules.map_score(), *([rules.echo()] if said else []), *rules.judge(whole)]
    told = {**said, **rules.tell(WHOLE, whole)}
    return _list(options, names, "0"), Marking("multiple", "identifier", right, worth, steps, told)


def _ask_number(exercise: m.Numeric) -> Made:
    said, number = after.find_feedback(exercise), after.format_plain
    told = rules.tell(FEEDBACK, said)
    first = [rules.score(), *([rules.assign(FEEDBACK, RIGHT)] if said.correct else [])]
    near = rules.is_near(number(exercise.tolerance), rules.correct())
    condition = rules.give(near, *first)
    for place, slip in enumerate(after.list_slips(exercise), 1):
        near = rules.is_near(number(slip.margin), rules.number(number(slip.answer)))
        branch = ET.SubElement(condition, "responseElseIf")
        branch.extend([near, rules.assign(FEEDBACK, f"slip-{place}")])
        told[FEEDBACK, f"slip-{place}"] = slip.feedback
    if said.other:
        ET.SubElement(condition, "responseElse").append(rules.assign(FEEDBACK, OTHER))
    answer = [number(exercise.answer)]
    marking = Marking("single", "float", answer, rules=[condition], said=told)
    return elements.type_number(exercise.unit), marking


def _put_in_order(exercise: m.Order) -> Made:
    said, names = after.find_feedback(exercise), elements.name_all("item", exercise.items)
    interaction = ET.Element("orderInteraction", responseIdentifier=RESPONSE, shuffle="false")
    # Named as they are shown, so that the names do not tell the order.
    elements.add_choices(interaction, "simpleChoice", exercise.shown, names)
    right = [names[exercise.mixed.index(place)] for place in range(len(names))]
    steps = [rules.give(rules.is_right(), rules.score()), *rules.judge(said)]
    told = rules.tell(WHOLE, said)
    return interaction, Marking("ordered", "identifier", right, rules=steps, said=told)


def _pair_off(exercise: m.Match) -> Made:
    said, shown, pairs = after.find_feedback(exercise), exercise.shown, exercise.pairs
    lefts, rights = elements.name_all("left", pairs), elements.name_all("right", shown)
    interaction = ET.Element("matchInteraction", responseIdentifier=RESPONSE, shuffle="false")
    interaction.set("maxAssociations", str(len(pairs)))
    for names, texts, most in ((lefts, exercise.lefts, 1), (rights, shown, len(pairs))):
        half = ET.SubElement(interaction, "simpleMatchSet")
        elements.add_choices(half, "simpleAssociableChoice", texts, names, matchMax=str(most))
    partners = [rights[shown.index(pair.right)] for pair in pairs]
    right = [f"{left} {partner}" for left, partner in zip(lefts, partners, strict=True)]
    worth = dict.fromkeys(right, 1 / len(right))
    steps, told = [rules.map_score(), *rules.judge(said)], rules.tell(WHOLE, said)
    return interaction, Marking("multiple", "directedPair", right, worth, steps, told)


def _ask_words(exercise: m.Reflection) -> Made:
    return elements.write_words(), Marking("single", "string")


def _predict(exercise: m.Prediction) -> Made:
    if exercise.options:
        names = elements.name_all("option", exercise.options)
        interaction = elements.list_choices(exercise.options, names, "1")
        return interaction, Marking("single", "identifier")
    if exercise.unit:
        return elements.type_number(exercise.unit), Marking("single", "float")
    return elements.write_words(), Marking("single", "string")


MAKERS: dict[type[m.Exercise], Callable[[Any], Made]] = {
    m.Choice: _choose,
    m.Verdict: _choose,
    m.Several: _choose_several,
    m.Numeric: _ask_number,
    m.Order: _put_in_order,
    m.Match: _pair_off,
    m.Reflection: _ask_words,
    m.Prediction: _predict,
}


def _list(options: Sequence[m.Option], names: Sequence[str], most: str) -> ET.Element:
    return elements.list_choices([option.text for option in options], names, most)


def _tell_each(names: Sequence[str], options: Sequence[m.Option]) -> dict[tuple[str, str], str]:
    told = zip(names, options, strict=True)
    return {(FEEDBACK, name): option.feedback for name, option in told if option.feedback}


def _declare_response(item: ET.Element, marking: Marking) -> None:
    declared = ET.SubElement(item, "responseDeclaration", identifier=RESPONSE)
    declared.set("cardinality", marking.cardinality)
    declared.set("baseType", marking.base)
    if marking.correct:
        right = ET.SubElement(declared, "correctResponse")
        for value in marking.correct:
            ET.SubElement(right, "value").text = value
    if marking.worth:
        bounds = {"defaultValue": "0", "lowerBound": "0", "upperBound": "1"}
        mapping = ET.SubElement(declared, "mapping", bounds)
        for key, worth in marking.worth.items():
            # Three thirds must add up to full marks.
            value = after.format_plain(worth, places=12)
            ET.SubElement(mapping, "mapEntry", mapKey=key, mappedValue=value)


def _declare_outcomes(item: ET.Element, marking: Marking, afterwards: bool) -> None:
    _declare(item, SCORE, "float", default="0")
    outcomes = {outcome for outcome, _ in marking.said}
    if FEEDBACK in outcomes:
        # It takes the answer's own values, one or several.
        several = marking.cardinality == "multiple"
        _declare(item, FEEDBACK, "identifier", "multiple" if several else "single")
    if WHOLE in outcomes:
        _declare(item, WHOLE, "identifier")
    if afterwards:
        _declare(item, AFTER, "identifier", default="after")


def _declare(
    item: ET.Element, name: str, base: str, cardinality: str = "single", default: str = ""
) -> None:
    declared = ET.SubElement(item, "outcomeDeclaration", identifier=name)
    declared.set("cardinality", cardinality)
    declared.set("baseType", base)
    if default:
        value = ET.SubElement(declared, "defaultValue")
        ET.SubElement(value, "value").text = default


def _add_feedback(item: ET.Element, outcome: str, name: str, lines: Sequence[str]) -> None:
    feedback = ET.SubElement(item, "modalFeedback", outcomeIdentifier=outcome, identifier=name)
    feedback.set("showHide", "show")
    elements.add_lines(feedback, lines)
