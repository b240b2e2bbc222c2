"""QTI items, marked by an engine that is not ours and read by a converter that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from qti_engine import answer, feedback
from readers import need

from swteach.editions.items import Sheet, list_options
from swteach.editions.qti import write_item
from swteach.exercises import Match, Numeric, Order, Prediction, Reflection, Several, mark
from swteach.exercises.models import Exercise
from swteach.exercises.replies import RIGHT, add_caveats


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def shown(one: Exercise, response: str | list[str]) -> tuple[float, list[str]]:
    """Return what an answer earns, and the feedback shown but for what everyone is told."""
    item = write_item(one)
    outcomes = answer(item, response)
    outcomes.pop("AFTER")
    return outcomes["SCORE"], [flat(text) for text in feedback(item, outcomes)]


def of_type(questions: list[Exercise], *kinds: str) -> Iterator[Any]:
    """Yield the questions of some types."""
    found = [one for one in questions if one.type in kinds]
    assert found
    yield from found


def test_each_option_earns_and_says_what_it_should(questions: list[Exercise]) -> None:
    """One choice at a time: the mark, and the feedback of that option alone."""
    count = 0
    for one in of_type(questions, "choice", "verdict"):
        for place, option in enumerate(list_options(one), 1):
            expected = (1.0 if option.correct else 0.0, [flat(option.feedback)])
            assert shown(one, f"option-{place}") == expected, (one.id, place)
            count += 1
    print(count, "options")


def test_several_are_marked_as_a_whole(questions: list[Exercise]) -> None:
    """All right ones earn all, everything at once at most half; each chosen option has its say."""
    count = 0
    for one in of_type(questions, "several"):
        names = [f"option-{place}" for place in range(1, len(one.shown) + 1)]
        right = [name for name, o in zip(names, one.shown, strict=True) if o.correct]
        score, said = shown(one, right)
        told = [flat(option.feedback) for option in one.shown if option.correct]
        assert (score, sorted(said)) == (
            pytest.approx(1),
            sorted([*told, flat(one.feedback.correct)]),
        )
        score, said = shown(one, names)
        assert score <= 0.51
        assert sorted(said) == sorted(
            [*(flat(o.feedback) for o in one.shown), flat(one.feedback.other)]
        )
        count += len(names)
    print(count, "options")


def test_numbers_are_right_within_their_tolerance(questions: list[Exercise]) -> None:
    """Inside the margin it is right, outside it is not, and each slip has its own reply."""
    count = 0
    for one in of_type(questions, "numeric"):
        for value in (one.answer - 0.99 * one.tolerance, one.answer + 0.99 * one.tolerance):
            assert shown(one, f"{value:.6f}") == (1.0, [told(one, one.feedback.correct)]), one.id
        for slip in one.slips:
            if abs(slip.answer - one.answer) > one.tolerance:
                assert shown(one, f"{slip.answer:.6f}") == (0.0, [told(one, slip.feedback)]), one.id
                count += 1
        assert shown(one, "-987654.5") == (0.0, [told(one, one.feedback.other)]), one.id
        edge = one.answer + 1.01 * one.tolerance + 1e-6
        assert shown(one, f"{edge:.6f}")[0] == 0.0, one.id
    print(count, "slips")


def told(one: Numeric, text: str) -> str:
    """Return feedback with the caution that its figures need."""
    return flat(add_caveats(text, one.caveats))


def test_numbers_are_marked_as_in_the_notebook(questions: list[Exercise]) -> None:
    """Around the answer and each slip, both say right to the same numbers and give one reply."""
    for one in of_type(questions, "numeric"):
        for middle in (one.answer, *(slip.answer for slip in one.slips)):
            for step in (-3, -0.7, 0, 0.7, 3):
                typed = f"{middle + step * one.tolerance:.4f}"
                reply = mark(one, typed)
                score, said = shown(one, typed)
                assert (score == 1.0) == (reply.verdict == RIGHT), (one.id, typed)
                assert flat(reply.text).endswith(said[0]), (one.id, typed)


def test_orders_are_right_only_in_order(questions: list[Exercise]) -> None:
    """The right order earns the mark, and the order in which they are shown does not."""
    for one in of_type(questions, "order"):
        names = [f"item-{place + 1}" for place in range(len(one.items))]
        right = [names[one.mixed.index(place)] for place in range(len(names))]
        assert shown(one, right) == (1.0, [flat(one.feedback.correct)])
        assert shown(one, names) == (0.0, [flat(one.feedback.other)])


def test_pairs_earn_their_share(questions: list[Exercise]) -> None:
    """All pairs earn all; one pair less earns that share less, and the other reply."""
    for one in of_type(questions, "match"):
        right = [
            f"left-{left} right-{one.shown.index(pair.right) + 1}"
            for left, pair in enumerate(one.pairs, 1)
        ]
        assert shown(one, right) == (pytest.approx(1), [flat(one.feedback.correct)])
        score, said = shown(one, right[1:])
        assert score == pytest.approx(1 - 1 / len(right))
        assert said == [flat(one.feedback.other)]


def test_everyone_is_told_the_answer_afterwards(questions: list[Exercise]) -> None:
    """Reasons of pairs and places, and what a prediction reveals, are shown whatever was said."""
    for one in questions:
        text = flat(" ".join(feedback(write_item(one), {"AFTER": "after"})))
        notes = [item.note for item in one.items] if isinstance(one, Order) else []
        notes += [pair.feedback for pair in one.pairs] if isinstance(one, Match) else []
        notes += [one.reveal] if isinstance(one, Prediction) else []
        assert all(flat(note) in text for note in notes), one.id
        assert bool(text) == (not isinstance(one, Reflection)), one.id


def test_a_converter_finds_every_part(questions: list[Exercise], tmp_path: Path) -> None:
    """onyx2moodle finds the question, its options or pairs, its key and all of its feedback."""
    parser = need("onyx2moodle.parser")
    path, counts = tmp_path / "item.xml", [0, 0]
    for one in questions:
        path.write_text(write_item(one), encoding="utf-8")
        item = parser.parse_item(path)
        assert item.identifier == one.id
        assert flat(one.stem) in flat("".join(item.body_xml.itertext()))
        [found] = list(item.interactions) or [None]
        if isinstance(one, Match):
            assert [words(part.html) for part in found.match_sources] == list(map(flat, one.lefts))
            assert [words(part.html) for part in found.match_targets] == list(map(flat, one.shown))
        elif found and found.kind == "choice":
            assert [words(o.html) for o in found.choices] == [
                flat(o.text) for o in list_options(one)
            ]
            counts[0] += len(found.choices)
        assert len(item.response_decls["RESPONSE"].correct_values) == count_right(one)
        counts[1] += len(item.feedback)
    print(counts[0], "options,", counts[1], "pieces of feedback")


def words(fragment: str) -> str:
    """Return the words of a piece of HTML."""
    return flat(html.fromstring(f"<div>{fragment}</div>").text_content())


def count_right(one: Exercise) -> int:
    """Return how many values the key of a question has."""
    if isinstance(one, Several):
        return sum(option.correct for option in one.options)
    if isinstance(one, Order | Match):
        return len(one.items if isinstance(one, Order) else one.pairs)
    return 0 if isinstance(one, Reflection | Prediction) else 1


def test_names_of_parts_do_not_tell_the_answer(questions: list[Exercise]) -> None:
    """Names count in the order in which a page shows the parts, and key words stay out."""
    for one in of_type(questions, "order", "several", "match"):
        item = write_item(one)
        assert re.findall(r'<simpleChoice identifier="\w+-(\d+)"', item) == [
            str(place) for place in range(1, item.count("<simpleChoice") + 1)
        ]
        assert not re.search(r'identifier="[^"]*(correct|true|false)[^"]*"', item)


def test_model_answers_stay_out(questions: list[Exercise]) -> None:
    """A player may show all that an item holds, so what only tutors see is not in it."""
    for one in of_type(questions, "reflection"):
        assert not one.model or one.model[:60] not in write_item(one)


def test_answers_that_students_never_see_have_no_feedback(closed: list[Sheet]) -> None:
    """The key stays, for marking; there is no feedback to show, and the marks are the same."""
    for one in (one for sheet in closed for one in sheet.exercises):
        item = write_item(one)
        assert "modalFeedback" not in item
        assert isinstance(one, Reflection | Prediction) or "<correctResponse>" in item
        if isinstance(one, Numeric):
            assert answer(item, f"{one.answer:.6f}")["SCORE"] == 1.0
