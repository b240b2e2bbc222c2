"""What Moodle XML carries, read back, and held to what Moodle's importer asks for."""

from __future__ import annotations

from collections import Counter
from html import unescape
from typing import Any

import pytest
from lxml import etree
from readers import need

from swteach.editions.afterwards import list_afterwards
from swteach.editions.items import Sheet, list_lines, list_options
from swteach.editions.moodle import format_html, write_moodle
from swteach.exercises import Match, Numeric, Order, Prediction, Reflection, Several
from swteach.exercises.models import Exercise, Feedback
from swteach.exercises.replies import add_caveats

KINDS = {
    "choice": {"multichoice"},
    "verdict": {"multichoice"},
    "several": {"multichoice"},
    "numeric": {"numerical"},
    "order": {"matching"},
    "match": {"matching"},
    "reflection": {"essay"},
    "prediction": {"multichoice", "numerical", "essay"},
}
# What an answer may be worth, either way: Moodle refuses a file with any other.
FRACTIONS = (
    0, 1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2,
    0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05,
)  # fmt: skip


@pytest.fixture(scope="module")
def read(sheets: list[Sheet]) -> dict[str, Any]:
    """Return every question element of the course, by its name."""
    found = {}
    for sheet in sheets:
        for question in etree.fromstring(write_moodle(sheet).encode()).iter("question"):
            if question.get("type") != "category":
                found[text_of(question, "name")] = question
    return found


def text_of(parent: Any, path: str) -> str:
    """Return the text of an element."""
    return parent.findtext(f"{path}/text") or ""


def html(*lines: str) -> str:
    """Return lines as the file's paragraphs, none for an empty one."""
    return format_html(line for line in lines if line)


def test_every_question_is_there_with_its_words(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """No question is lost; each is of a type that Moodle has, with its text and the answer told."""
    assert list(read) == [one.id for one in questions]
    for one in questions:
        question = read[one.id]
        assert question.get("type") in KINDS[one.type]
        assert text_of(question, "questiontext") == html(*list_lines(one))
        assert text_of(question, "generalfeedback") == html(*list_afterwards(one))
        assert question.findtext("idnumber") == one.id
    print(Counter(question.get("type") for question in read.values()))


def test_options_are_read_by_another_parser(sheets: list[Sheet], questions: list[Exercise]) -> None:
    """moodle-xml-parser finds every option of every choice, its worth and its feedback."""
    parser = need("moodle_xml_parser.parser")
    read = {
        one.name: one
        for sheet in sheets
        for one in parser.parse_bytes(write_moodle(sheet).encode())["multichoice"]
    }
    count = 0
    for one in (one for one in questions if one.type in ("choice", "verdict", "several")):
        found = [(o.answer, o.score_fraction > 0, o.feedback) for o in read[one.id].options]
        options = list_options(one)
        assert found == [(o.text, o.correct, unescape(html(o.feedback))) for o in options], one.id
        assert read[one.id].single == (one.type != "several")
        count += len(options)
    print(count, "options")


def test_numbers_keep_tolerance_slips_and_feedback(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """The answer, each slip and any other number have their margin, worth and reply."""
    count = 0
    for one in (one for one in questions if isinstance(one, Numeric)):
        found = {
            (text, float(answer.findtext("tolerance")), answer.get("fraction")): feedback
            for answer in read[one.id].iter("answer")
            for text, feedback in [(answer.findtext("text"), text_of(answer, "feedback"))]
        }
        told = {("*", 0.0, "0"): one.feedback.other}
        told[number(one.answer), one.tolerance, "100"] = one.feedback.correct
        told |= {(number(slip.answer), slip.margin, "0"): slip.feedback for slip in one.slips}
        assert found == {k: html(add_caveats(v, one.caveats)) for k, v in told.items()}, one.id
        count += len(told) - 1
    print(count, "numbers with a tolerance")


def number(value: float) -> str:
    """Return a number to six places, without what is not needed."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def test_pairs_orders_and_their_feedback_are_kept(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """Left sides have partners, items have places, and both replies to the whole are there."""
    for one in questions:
        if isinstance(one, Match):
            pairs = [(html(pair.left), pair.right) for pair in one.pairs]
            assert pairs_of(read[one.id]) == [*pairs, *(("", text) for text in one.distractors)]
        elif isinstance(one, Order):
            places = [(html(item.text), str(n)) for n, item in enumerate(one.items, 1)]
            found = pairs_of(read[one.id])
            assert sorted(found, key=lambda pair: int(pair[1])) == places
            assert found != places, "the order of the file would give the answer away"
        if isinstance(one, Match | Order | Several):
            assert whole_of(read[one.id]) == one.feedback


def pairs_of(question: Any) -> list[tuple[str, str]]:
    """Return the pairs of a matching question."""
    return [
        (part.findtext("text") or "", text_of(part, "answer"))
        for part in question.iter("subquestion")
    ]


def whole_of(question: Any) -> Feedback:
    """Return what is said to a right answer and to one that is not, without its paragraphs."""
    names = ("correctfeedback", "incorrectfeedback")
    texts = (text_of(question, name) for name in names)
    return Feedback(*(unescape(one.removeprefix("<p>").removesuffix("</p>")) for one in texts))


def test_moodle_would_take_every_worth(read: dict[str, Any], questions: list[Exercise]) -> None:
    """Its list has few; one right answer is worth all, and ticking everything is not."""
    for one in questions:
        worth = [float(answer.get("fraction")) for answer in read[one.id].findall("answer")]
        for percent in worth:
            nearest = min(abs(abs(percent) / 100 - fraction) for fraction in FRACTIONS)
            assert nearest < 0.00001, (one.id, percent)
        if worth:
            right = sum(percent for percent in worth if percent > 0)
            assert isinstance(one, Prediction) or right == pytest.approx(100, abs=0.001)
        if isinstance(one, Several):
            assert sum(worth) < 51


def test_open_questions_tell_the_marker_and_no_student(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """A model answer stands with the notes for whoever marks, and nowhere else."""
    models = [one for one in questions if isinstance(one, Reflection) and one.model]
    assert models
    for one in models:
        question = read[one.id]
        assert html(one.model) in text_of(question, "graderinfo")
        assert "Never mark the position" in text_of(question, "graderinfo")
        question.remove(question.find("graderinfo"))
        assert one.model not in unescape("".join(question.itertext()))


def test_predictions_earn_nothing(read: dict[str, Any], questions: list[Exercise]) -> None:
    """No answer to one is wrong, and none is worth a mark."""
    for one in (one for one in questions if isinstance(one, Prediction)):
        assert read[one.id].findtext("defaultgrade") == "0"
        assert {answer.get("fraction") for answer in read[one.id].findall("answer")} <= {"100"}


def test_answers_that_students_never_see_have_no_feedback(closed: list[Sheet]) -> None:
    """The key stays, for marking; every place for a reply is empty."""
    for sheet in closed:
        quiz = etree.fromstring(write_moodle(sheet).encode())
        said = [one for one in quiz.iter() if one.tag.endswith("feedback")]
        assert said
        assert not [one for one in said if one.findtext("text")]
        assert quiz.xpath("//answer[@fraction='100']")
