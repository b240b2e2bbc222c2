"""Questions as Moodle XML, which holds feedback, tolerances and notes for whoever marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from swteach.editions import afterwards as after
from swteach.editions.items import Sheet, list_lines
from swteach.exercises import models as m

PERCENT = ("%", "percent")
NOTHING = m.Feedback("", "")
NOT_MARKED = "Mark as complete or incomplete. Never mark the position that a student takes."


def write_moodle(sheet: Sheet) -> str:
    """Return one notebook's questions as a Moodle XML file, in a category of their own."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    # A single slash would start a category within the category.
    _text(category, "category", "$course$/top/" + sheet.title.replace("/", "//"))
    for exercise in sheet.exercises:
        kind, write = WRITERS[type(exercise)](exercise)
        question = _start(quiz, exercise, kind)
        write(question)
        _add_tags(question, exercise)
    ET.indent(quiz)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(quiz, encoding="unicode")}\n'


def format_html(lines: Iterable[str]) -> str:
    """Return plain lines as paragraphs of HTML."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


Write = Callable[[ET.Element], Any]


def _start(quiz: ET.Element, exercise: m.Exercise, kind: str) -> ET.Element:
    question = ET.SubElement(quiz, "question", type=kind)
    _text(question, "name", exercise.id)
    _html(question, "questiontext", list_lines(exercise))
    _html(question, "generalfeedback", after.list_afterwards(exercise))
    # A prediction is never right or wrong, so it earns nothing.
    grade = "0" if isinstance(exercise, m.Prediction) else "1"
    _set(question, defaultgrade=grade, penalty="0", hidden="0", idnumber=exercise.id)
    return question


def _choose(exercise: m.Choice | m.Verdict) -> tuple[str, Write]:
    options = after.list_told(exercise)
    return _multichoice(options, [100.0 * option.correct for option in options], single="true")


def _choose_several(exercise: m.Several) -> tuple[str, Write]:
    options, said = after.list_told(exercise), after.find_feedback(exercise)
    return _multichoice(options, after.weigh(exercise), single="false", said=said)


def _multichoice(
    options: Sequence[m.Option],
    worth: Sequence[float],
    *,
    single: str,
    said: m.Feedback = NOTHING,
) -> tuple[str, Write]:
    def write(question: ET.Element) -> None:
        _set(question, single=single, shuffleanswers="false", answernumbering="abc")
        _add_feedback(question, said)
        for option, percent in zip(options, worth, strict=True):
            answer = _answer(question, percent, option.feedback)
            answer.set("format", "html")
            answer[0].text = escape(option.text, quote=False)

    return "multichoice", write


def _ask_number(exercise: m.Numeric) -> tuple[str, Write]:
    said = after.find_feedback(exercise)
    slips = [(s.answer, s.margin, 0, s.feedback) for s in after.list_slips(exercise)]
    right = (exercise.answer, exercise.tolerance, 100, said.correct)

    def write(question: ET.Element) -> None:
        for value, margin, percent, feedback in (right, *slips):
            answer = _answer(question, percent, feedback, after.format_plain(value))
            _set(answer, tolerance=after.format_plain(margin))
        _set(_answer(question, 0, said.other, "*"), tolerance="0")
        _add_units(question, exercise.unit)

    return "numerical", write


def _put_in_order(exercise: m.Order) -> tuple[str, Write]:
    places = [str(place + 1) for place in exercise.mixed]
    return _pair(list(zip(exercise.shown, places, strict=True)), after.find_feedback(exercise))


def _pair_off(exercise: m.Match) -> tuple[str, Write]:
    pairs = [(pair.left, pair.right) for pair in exercise.pairs]
    spare = [("", text) for text in exercise.distractors]
    return _pair([*pairs, *spare], after.find_feedback(exercise))


def _pair(pairs: Sequence[tuple[str, str]], said: m.Feedback) -> tuple[str, Write]:
    def write(question: ET.Element) -> None:
        _set(question, shuffleanswers="true")
        _add_feedback(question, said)
        for left, right in pairs:
            part = _html(question, "subquestion", [left] if left else [])
            _text(part, "answer", right)

    return "matching", write


def _ask_words(exercise: m.Reflection) -> tuple[str, Write]:
    lines = [f"{NOT_MARKED} It is complete from half of the {exercise.words} words asked for."]
    return _essay([*lines, exercise.model] if exercise.model else lines)


def _essay(notes: Sequence[str]) -> tuple[str, Write]:
    def write(question: ET.Element) -> None:
        _set(question, responseformat="plain", responserequired="1", responsefieldlines="10")
        _set(question, attachments="0", attachmentsrequired="0")
        _html(question, "graderinfo", notes)
        _html(question, "responsetemplate", [])

    return "essay", write


def _predict(exercise: m.Prediction) -> tuple[str, Write]:
    if exercise.options:
        # Each is worth all, since none is wrong; what it reveals stands in the general feedback.
        options = [m.Option(text, "") for text in exercise.options]
        return _multichoice(options, [100] * len(options), single="true")
    if not exercise.unit:
        return _essay(["Nothing is right or wrong here."])

    def write(question: ET.Element) -> None:
        _set(_answer(question, 100, "", "*"), tolerance="0")
        _add_units(question, exercise.unit)

    return "numerical", write


WRITERS: dict[type[m.Exercise], Callable[[Any], tuple[str, Write]]] = {
    m.Choice: _choose,
    m.Verdict: _choose,
    m.Several: _choose_several,
    m.Numeric: _ask_number,
    m.Order: _put_in_order,
    m.Match: _pair_off,
    m.Reflection: _ask_words,
    m.Prediction: _predict,
}


def _answer(question: ET.Element, percent: float, feedback: str, text: str = "") -> ET.Element:
    # Moodle compares fractions with its own list, which has 33.33333 for a third.
    answer = ET.SubElement(question, "answer", fraction=f"{percent:.7g}")
    ET.SubElement(answer, "text").text = text
    _html(answer, "feedback", [feedback] if feedback else [])
    return answer


def _add_feedback(question: ET.Element, said: m.Feedback) -> None:
    _html(question, "correctfeedback", [said.correct] if said.correct else [])
    for name in ("partiallycorrectfeedback", "incorrectfeedback"):
        _html(question, name, [said.other] if said.other else [])


def _add_units(question: ET.Element, unit: str) -> None:
    _set(question, unitgradingtype="0", showunits="0" if unit in PERCENT else "3")
    if unit in PERCENT:
        units = ET.SubElement(question, "units")
        for name in PERCENT:
            _set(ET.SubElement(units, "unit"), multiplier="1", unit_name=name)


def _add_tags(question: ET.Element, exercise: m.Exercise) -> None:
    named = (("outcome", exercise.outcome), ("level", exercise.bloom))
    found = [f"{name} {value}" for name, value in named if value]
    if found:
        tags = ET.SubElement(question, "tags")
        for name in found:
            _text(tags, "tag", name)


def _set(parent: ET.Element, **values: str) -> None:
    for name, value in values.items():
        ET.SubElement(parent, name).text = value


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    ET.SubElement(element, "text").text = text
    return element


def _html(parent: ET.Element, name: str, lines: Sequence[str]) -> ET.Element:
    element = _text(parent, name, format_html(lines))
    element.set("format", "html")
    return element
