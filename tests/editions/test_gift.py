"""What GIFT carries, read back by a parser of somebody else's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from readers import need

from swteach.editions.gift import write_gift
from swteach.editions.items import Sheet, list_lines, list_options
from swteach.exercises import Match, Numeric, Order, Several
from swteach.exercises.models import Choice, Exercise, Option
from swteach.exercises.replies import add_caveats

# The class that the parser gives each type.
KINDS = {
    "choice": "MultipleChoiceRadio",
    "verdict": "MultipleChoiceRadio",
    "several": "MultipleChoiceCheckbox",
    "numeric": "MultipleNumerical",
    "order": "Matching",
    "match": "Matching",
    "reflection": "Essay",
    "prediction": "Essay",
}


def parse(text: str) -> list[Any]:
    """Return the questions of a GIFT file as pygiftparserrgmf reads them."""
    return need("pygiftparser.parser").parse(text).questions


def clean(text: str | None) -> str:
    """Return a text as a browser would show it."""
    plain = re.sub(r"\\([~=#{}:\\])", r"\1", (text or "").partition("####")[0])
    return " ".join(unescape(re.sub(r"</?p>", " ", plain.removeprefix("[html]"))).split())


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def read(sheets: list[Sheet]) -> dict[str, Any]:
    """Return every question of the course as read back, by id."""
    found = [one for sheet in sheets for one in parse(write_gift(sheet))]
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def test_every_question_is_read_as_what_it_is(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """No question is lost, each is of its type, and its words are whole."""
    assert list(read) == [one.id for one in questions]
    for one in questions:
        assert type(read[one.id].answer).__name__ == KINDS[one.type], one.id
        assert flat(" ".join(list_lines(one))) in clean(read[one.id].text), one.id
    print(Counter(type(one.answer).__name__ for one in read.values()))


def test_options_and_their_feedback_are_kept(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """Each option has its text, what it is worth and its feedback."""
    count = 0
    for one in questions:
        if one.type in ("choice", "verdict", "several"):
            told = [(flat(o.text), o.correct, flat(o.feedback)) for o in list_options(one)]
            assert [say(option) for option in read[one.id].answer.options] == told, one.id
            count += len(told)
    print(count, "options")


def say(option: Any) -> tuple[str, bool, str]:
    """Return an option's text, whether it earns anything, and its feedback."""
    text = clean(option.text)
    # The parser knows whole percentages only, and leaves others in the text.
    weight = re.match(r"%(-?[\d.]+)%", text)
    right = float(weight[1]) > 0 if weight else option.percentage > 0
    return text[weight.end() :] if weight else text, right, clean(option.feedback)


def test_numbers_keep_tolerance_slips_and_feedback(
    read: dict[str, Any], questions: list[Exercise]
) -> None:
    """The answer comes first with its margin; each slip has its own; the rest has one reply."""
    count = 0
    for one in (one for one in questions if isinstance(one, Numeric)):
        *near, rest = read[one.id].answer.options
        found = {
            (*(float(part) for part in option.text.split(":")), option.percentage): option.feedback
            for option in near
        }
        right = (round(one.answer, 6), one.tolerance, 1)
        slips = [(round(slip.answer, 6), slip.margin, 0) for slip in one.slips]
        texts = [one.feedback.correct, *(slip.feedback for slip in one.slips)]
        assert {key: clean(text) for key, text in found.items()} == {
            key: flat(add_caveats(text, one.caveats))
            for key, text in zip([right, *slips], texts, strict=True)
        }, one.id
        assert clean(rest.feedback) == flat(add_caveats(one.feedback.other, one.caveats))
        count += len(near)
    print(count, "numbers with a tolerance")


def test_pairs_and_orders_are_kept(read: dict[str, Any], questions: list[Exercise]) -> None:
    """Each left side has its partner, spare partners have none, and items have their place."""
    for one in questions:
        if isinstance(one, Match):
            pairs = [(flat(pair.left), flat(pair.right)) for pair in one.pairs]
            assert pairs_of(read[one.id]) == [*pairs, *(("", flat(x)) for x in one.distractors)]
        elif isinstance(one, Order):
            places = [(flat(item.text), str(n)) for n, item in enumerate(one.items, 1)]
            assert sorted(pairs_of(read[one.id]), key=lambda pair: int(pair[1])) == places


def pairs_of(question: Any) -> list[tuple[str, str]]:
    """Return the pairs of a matching question."""
    found = (question.answer.get_pair(option) for option in question.answer.options)
    return [(clean(pair["first"]), clean(pair["second"])) for pair in found]


def test_the_answer_is_told_after_an_attempt(sheets: list[Sheet]) -> None:
    """General feedback holds the reasons for each pair and place, which have no other place."""
    for sheet in sheets:
        text = clean(write_gift(sheet).replace("####", " "))
        for one in sheet.exercises:
            notes = [item.note for item in one.items] if isinstance(one, Order) else []
            notes += [pair.feedback for pair in one.pairs] if isinstance(one, Match) else []
            assert all(flat(note) in text for note in notes), one.id


AWKWARD = "a {b} = c ~ d # e : f \\ g -> 5 < 6 & 7 > 6; 50% <b>bold</b> // no comment"


@pytest.mark.parametrize("kind", ["choice", "several"])
def test_signs_of_the_format_stay_words(sheets: list[Sheet], kind: str) -> None:
    """Braces, signs, tags and slashes in any text come back as they went out."""
    options = (Option(AWKWARD, AWKWARD, True), Option("x", AWKWARD), Option("y", "z", True))
    one: Exercise = Choice(id="n1-x-1", notebook=1, stem=AWKWARD, options=options[:2])
    if kind == "several":
        example = next(o for s in sheets for o in s.exercises if isinstance(o, Several))
        one = replace(example, id="n1-x-1", stem=AWKWARD, options=options)
    [found] = parse(write_gift(replace(sheets[0], exercises=(one,))))
    assert clean(found.text.replace("\\\\", "\\")) == flat(AWKWARD)
    told = {text: feedback for text, _, feedback in map(say, found.answer.options)}
    assert told[flat(AWKWARD)] == flat(AWKWARD)
    assert told["x"] == flat(AWKWARD)


def test_answers_that_students_never_see_have_no_feedback(closed: list[Sheet]) -> None:
    """The key stays, for marking; what would be said does not."""
    text = "".join(write_gift(sheet) for sheet in closed)
    assert "####" not in text
    assert not [one for one in every_option(closed) if one.feedback]
    assert text.count("\n\t=") > 100


def every_option(sheets: Iterable[Sheet]) -> list[Any]:
    """Return all options of all questions, as read back."""
    return [
        option
        for sheet in sheets
        for one in parse(write_gift(sheet))
        for option in one.answer.options
    ]
