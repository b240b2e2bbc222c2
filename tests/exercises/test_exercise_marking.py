"""Every type of question answered right, wrong, by a named slip, and not at all."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exercise_examples import read_examples, write

from swteach.exercises import (
    Exercise,
    exercise_files,
    find_right_response,
    load_exercises,
    mark,
    read_exercises,
    show_answer,
)
from swteach.exercises.answers import drop_assent
from swteach.exercises.replies import NOTED_WORDS

COURSE = [one for notebook in exercise_files() for one in load_exercises(notebook)]
ODD: list[Any] = [None, "", "x", -1, 99, True, 1.5, [], [0, 0], [9], ["a"], {}, {"answer": 0}]
ODD += [{"answer": [], "confidence": 3}, {"answer": 0, "confidence": 9}, [None] * 9, "\ud800"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exercise]:
    """The examples of docs/exercises.md, by type."""
    path = write(tmp_path_factory.mktemp("exercises"), read_examples())
    return {one.type: one for one in read_exercises(path)}


@pytest.mark.parametrize("one", COURSE, ids=lambda one: one.id)
def test_the_right_answer_is_right(one: Exercise) -> None:
    """Each question of the course with a right answer takes it; with "never" it is only noted."""
    response = find_right_response(one)
    if response is None:
        assert one.type in ("reflection", "prediction")
    else:
        assert mark(one, response).verdict == ("noted" if one.show_answers == "never" else "right")


@pytest.mark.parametrize("one", COURSE, ids=lambda one: one.id)
def test_each_slip_of_the_course_is_named(one: Exercise) -> None:
    """A student who makes a slip that the file names hears about that slip."""
    for slip in getattr(one, "slips", ()):
        reply = mark(one, f"{slip.answer:.2f}")
        assert (reply.verdict, slip.feedback in reply.text) == ("not quite", True), slip


@pytest.mark.parametrize("response", ODD, ids=repr)
def test_what_is_no_answer_is_no_attempt(response: Any) -> None:
    """Whatever comes from a page or an old journal, nothing fails, and JSON can hold the reply."""
    for one in COURSE:
        reply = mark(one, response)
        assert reply.text
        json.dumps(reply.details, allow_nan=False)
        if one.type in ("several", "order", "match", "verdict") and response != [9]:
            assert not reply.counts, (one.id, response)


def test_never_tells_nothing() -> None:
    """With show_answers never, right and wrong are only noted, and the answer is not shown."""
    for one in COURSE:
        hidden = replace(one, show_answers="never")
        response = find_right_response(one)
        if response is not None:
            assert mark(hidden, response) == mark(hidden, _wrong(one))
            assert (mark(hidden, response).text, mark(hidden, response).details) == (
                NOTED_WORDS,
                {},
            )
            assert show_answer(hidden, attempted=True).text == NOTED_WORDS


def _wrong(one: Exercise) -> Any:
    response = find_right_response(one)
    if one.type == "choice":
        return (response + 1) % len(one.options)
    if one.type == "several":
        return [place for place in range(len(one.shown)) if place not in response]
    if one.type == "numeric":
        return "-98765"
    if one.type == "verdict":
        return {"answer": "cannot tell", "confidence": 1}
    return response[1:] + response[:1]


def test_choice(asked: dict[str, Exercise]) -> None:
    """Each option has its own reply."""
    wrong = mark(asked["choice"], 0)
    assert (wrong.verdict, wrong.text) == ("not quite", "This is what the figure says.")
    assert mark(asked["choice"], 2).text == "Choose one of the answers first."


def test_several(asked: dict[str, Exercise]) -> None:
    """What was chosen rightly, wrongly, and missed is told, each with its feedback."""
    one = asked["several"]
    places = {option.text: place for place, option in enumerate(one.shown)}
    reply = mark(
        one, [places["More children are harmed"], places["Fewer councils send in figures"]]
    )
    states = {one.shown[at["place"]].text: at["state"] for at in reply.details["options"]}
    assert states == {
        "More children are harmed": "right",
        "Fewer councils send in figures": "wrong",
        "More people report what they see": "missed",
    }
    assert reply.text.startswith(
        "You chose 1 of the 2 right answers, and 1 that is not. Ask of each"
    )
    told = {at["feedback"] for at in reply.details["options"]}
    assert told == {option.feedback for option in one.shown}
    assert mark(one, []).text == "Choose at least one of the answers first."
    right = mark(one, find_right_response(one))
    assert right.text.endswith("You cannot tell these two apart by the total alone.")


@pytest.mark.parametrize("typed", ["152.4", "152.4%", " +152.4 percent", "152,4", "151.95", 152.9])
def test_numeric_right(asked: dict[str, Exercise], typed: str | float) -> None:
    """Within the tolerance, however it is typed; the figure's caveat is said with it."""
    reply = mark(asked["numeric"], typed)
    assert reply.verdict == "right"
    assert "The difference, divided by the start, is 152.4%." in reply.text
    assert "A caution about the figures: Restated figure for 2009-10." in reply.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("252.4", "Take 100 away."),
        ("252", "Take 100 away."),
        ("60.38", "You divided by the later figure."),
        ("151.8", "Take the difference and divide it by the starting figure."),
        ("-152.4", "Take the difference and divide it by the starting figure."),
    ],
)
def test_numeric_not_right(asked: dict[str, Exercise], typed: str, said: str) -> None:
    """A slip in the file and a computed one are named; any other number gets the other reply."""
    reply = mark(asked["numeric"], typed)
    assert (reply.verdict, said in reply.text) == ("not quite", True)
    assert "152.4%" not in reply.text


def test_numeric_nearest_slip_speaks(asked: dict[str, Exercise]) -> None:
    """Of two slips that an answer is near to, the nearer one is named."""
    one = asked["numeric"]
    near = replace(one.slips[0], answer=60.9, feedback="The other one.")
    both = replace(one, slips=(*one.slips, near))
    assert "The other one." in mark(both, "60.8").text
    assert "The other one." not in mark(both, "60.5").text


def test_a_slip_stands_for_all_that_rounds_to_it(
    asked: dict[str, Exercise], tmp_path: Path
) -> None:
    """With a small tolerance, 60.36 is still the slip that the file writes as 60.4."""
    text = read_examples().replace("tolerance: 0.5", "tolerance: 0.01")
    strict = {one.type: one for one in read_exercises(write(tmp_path, text))}["numeric"]
    assert "You divided by the later figure." in mark(strict, "60.36").text
    assert "You divided by the later figure." not in mark(strict, "60.46").text
    assert "You divided by the later figure." in mark(asked["numeric"], "60.46").text


def test_numeric_comma_that_only_makes_sense_as_a_point(asked: dict[str, Exercise]) -> None:
    """1,524 is right where 1.524 is the answer, and the student hears how it was read."""
    one = replace(asked["numeric"], answer=1.524, tolerance=0.001)
    reply = mark(one, "1,524")
    assert (reply.verdict, reply.details) == ("right", {"value": 1.524})
    assert reply.text.startswith("We read this as 1.524.")
    assert mark(one, "1524.0").verdict == "not quite"


@pytest.mark.parametrize("typed", ["", "no idea", "100-200", "£152"])
def test_numeric_no_number_is_no_attempt(asked: dict[str, Exercise], typed: str) -> None:
    """What is no number costs nothing and tells nothing."""
    reply = mark(asked["numeric"], typed)
    assert (reply.verdict, reply.counts, reply.details) == ("no answer", False, {})
    assert "152" not in reply.text and "percent" not in reply.text.replace('"percent"', "")


def test_order(asked: dict[str, Exercise]) -> None:
    """How many are in place and the first that is not; the notes and the order stay untold."""
    one = asked["order"]
    right = find_right_response(one)
    reply = mark(one, [right[0], right[2], right[1]])
    assert reply.text.startswith("1 of 3 are in place. The first that is not: ILACS replaces it.")
    assert reply.details == {"in_place": 1, "first_wrong": 1, "notes": ["1989."]}
    assert mark(one, right).details["notes"] == ["1989.", "November 2013.", "January 2018."]
    assert mark(one, right[:2]).text == "Put all of them in order first."


def test_order_follows_the_dates(asked: dict[str, Exercise], tmp_path: Path) -> None:
    """Items with events are put in the order of their dates, and their notes go with them."""
    text = read_examples()
    first = text.index("      - text: The Children Act 1989")
    last = text.index("    notes:")
    items = text[first:last].split("      - ")[1:]
    mixed = "".join(f"      - {item}" for item in (items[2], items[0], items[1]))
    notes = 'notes: ["January 2018.", "1989.", "November 2013."]'
    text = text[:first] + mixed + text[last:]
    text = text.replace('notes: ["1989.", "November 2013.", "January 2018."]', notes)
    found = {one.type: one for one in read_exercises(write(tmp_path, text))}
    assert found["order"] == asked["order"]


def test_match(asked: dict[str, Exercise]) -> None:
    """Each pair is told for itself; one without a partner is asked for."""
    one = asked["match"]
    right, wrong = find_right_response(one), one.shown.index("A grade")
    reply = mark(one, [right[0], wrong])
    assert [pair["correct"] for pair in reply.details["pairs"]] == [True, False]
    assert reply.text.startswith("1 of 2 fit. Look for")
    assert mark(one, [right[0], None]).text.endswith("Still open: " + one.lefts[1])


def test_verdict(asked: dict[str, Exercise]) -> None:
    """The verdict's own reply, the evidence in both halves, and how sure the student was."""
    reply = mark(asked["verdict"], {"answer": "partly", "confidence": 2})
    assert (reply.verdict, reply.details["confidence"]) == ("not quite", 2)
    assert reply.text == "The two figures and the rise between them are all published."
    (row,) = reply.details["evidence"]
    assert row["supports"] and row["does_not_settle"]
    unsure = mark(asked["verdict"], {"answer": "partly"})
    assert (unsure.counts, unsure.text) == (False, "Say how sure you are, from 1 to 5.")


def test_reflection(asked: dict[str, Exercise]) -> None:
    """Its length is told and nothing else, from half the words on as complete."""
    short, long = (mark(asked["reflection"], "word " * count) for count in (49, 50))
    assert (short.verdict, long.verdict) == ("incomplete", "complete")
    assert long.details == {"words": 50, "asked": 100, "private": True}
    assert asked["reflection"].model not in long.text
    assert mark(replace(asked["reflection"], show_answers="never"), "word " * 50) == long


def test_prediction(asked: dict[str, Exercise]) -> None:
    """The reveal comes after committing, with nothing right or wrong."""
    reply = mark(asked["prediction"], {"answer": "200,000", "confidence": 4})
    assert (reply.verdict, reply.text[:19]) == ("noted", "There were 230,590.")
    assert reply.details == {"answer": 200_000.0, "confidence": 4, "value": 230_590.0}
    for response in ("200000", {"answer": "200000"}, {"answer": "many", "confidence": 4}):
        assert "230" not in mark(asked["prediction"], response).text


def test_the_answer_is_shown_only_when_it_may_be(asked: dict[str, Exercise]) -> None:
    """After an attempt the answer can be asked for; before it only where it is always shown."""
    one = asked["order"]
    assert show_answer(one, attempted=False).verdict == "no answer"
    assert show_answer(one, attempted=True).details["lines"][0].startswith("The Children Act 1989")
    always = replace(one, show_answers="always")
    assert show_answer(always, attempted=False).verdict == "shown"
    assert "The answer: 152.4 (percent). " in show_answer(asked["numeric"], attempted=True).text


AGREES = re.compile(r"(^|[.:)] )(Yes|Right|Correct)[.,:]")


def test_a_shown_answer_is_the_answer_and_agrees_with_nobody() -> None:
    """In all of the course it begins with "The answer:", has each part, and says no "Yes."."""
    kinds = set()
    for one in COURSE:
        reply = show_answer(one, attempted=True)
        if reply.verdict != "shown":
            continue
        kinds.add(one.type)
        said = [reply.text, *reply.details["lines"], *reply.details["why"]]
        assert reply.text.startswith("The answer:"), one.id
        assert not [text for text in said if AGREES.search(text)], one.id
        assert [text for text in _list_right(one) if text not in " ".join(said)] == [], one.id
    assert kinds == {"choice", "several", "numeric", "order", "match", "verdict"}


def _list_right(one: Exercise) -> list[str]:
    """Return what a shown answer must name."""
    if one.type in ("choice", "several", "verdict"):
        return [option.text for option in one.options if option.correct]
    if one.type == "match":
        return [f"{pair.left}: {pair.right}" for pair in one.pairs]
    return [item.text for item in one.items] if one.type == "order" else [one.unit]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Yes. Two things decide it.", "Two things decide it."),
        ("Right: 34 of 37.", "34 of 37."),
        (
            "Yes, about one leaver in six. It is one study.",
            "About one leaver in six. It is one study.",
        ),
        ("Yes, for this question. Ask why.", "Ask why."),
        ("Yes.", ""),
        ("Yesterday it rose.", "Yesterday it rose."),
        ("Six kinds. None is best.", "Six kinds. None is best."),
        ("", ""),
    ],
)
def test_only_what_agrees_is_dropped(said: str, left: str) -> None:
    """A word of agreement goes, with a short sentence that holds no more; all else stays."""
    assert drop_assent(said) == left
