"""Questions in a page of the site get the reply that Python gives, whatever is answered."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from site_questions import open_page
from site_responses import (
    CLOSED,
    FORMS,
    NUMBERS,
    ODD,
    every,
    list_attempts,
    list_responses,
    pick,
    plain,
    seal_copy,
)

from swteach.editions.site_marking import write_question
from swteach.exercises import Exercise, exercise_files, mark
from swteach.exercises.seal import spell_number
from swteach.exercises.typed import read_number
from swteach.widgets.verdict import lay_evidence

pytestmark = pytest.mark.browser

UNITS = ("", "percent", "percent a year", "percentage points", "million pounds", "pounds a week")
UNITS += ("times", "homes", "per 100 enquiries", "kappa", "Straße", "cases per worker")
KEYS = "0123456789" * 3 + ",.. '-+−£%()/e²½٣\u00a0\n\t\x1c\x85\ufeffkm abxKİıßς´`ﬁ🙂×≈~="
MARK_ALL = """(asked) => JSON.stringify(JSON.parse(asked).map(([{ exercise }, responses]) =>
  responses.map((response) => mark(exercise, response))))"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Open an empty page with the scripts."""
    with open_page(browser) as page:
        yield page


def _reply(one: Exercise, response: Any) -> Any:
    """Return what Python says, with the record laid out as the widget does for its page."""
    reply = mark(one, response)
    details = dict(reply.details)
    if "evidence" in details:
        details["evidence"] = [lay_evidence(row) for row in details["evidence"]]
    return plain({"verdict": reply.verdict, "text": reply.text, "details": details})


def _ask_page(page: Any, asked: list[tuple[Exercise, list[Any]]]) -> list[list[Any]]:
    sent = [[write_question(one), responses] for one, responses in asked]
    return json.loads(page.evaluate(MARK_ALL, json.dumps(sent)))


def _differ(asked: list[tuple[Exercise, list[Any]]], told: list[list[Any]]) -> list[Any]:
    return [
        (one.id, response, said, _reply(one, response))
        for (one, responses), replies in zip(asked, told, strict=True)
        for response, said in zip(responses, replies, strict=True)
        if plain(said) != _reply(one, response)
    ]


def test_every_way_of_typing_a_number_is_read_alike(page: Any) -> None:
    """Numbers in all forms, with all units, and random keys: value, other reading and words."""
    draw = random.Random(3)
    forms = [form.format(text, text) for form in FORMS for text in NUMBERS]
    keys = ["".join(draw.choices(KEYS, k=draw.randint(0, 12))) for _ in range(20_000)]
    asked = [(text, draw.choice(UNITS)) for text in (*forms, *forms, *forms, *keys)]
    asked += [(value, "") for value in (*ODD, 12.5, 1e39, 1e40, -1e40, "1" * 40, "1" * 41)]
    read = "(asked) => JSON.stringify(JSON.parse(asked).map((one) => readNumber(...one)))"
    told = json.loads(page.evaluate(read, json.dumps(asked)))
    wanted = [plain(vars(read_number(*one))) for one in asked]
    pairs = zip(asked, map(plain, told), wanted, strict=True)
    assert [one for one in pairs if one[1] != one[2]][:5] == []
    assert sum(one["value"] is not None for one in told) > 4000


@pytest.mark.parametrize("number", sorted(exercise_files()))
def test_every_question_gets_pythons_reply(page: Any, number: int) -> None:
    """Each question, with every kind of right, wrong and impossible response: the whole reply."""
    asked = [(one, list_responses(one)) for one in every() if one.notebook == number]
    assert len(asked) > 5
    assert _differ(asked, _ask_page(page, asked))[:5] == []


def test_what_is_kept_back_is_noted_and_no_more(page: Any) -> None:
    """Predictions and reflections set to never get what Python says of these."""
    free = [one for one in every() if one.type in ("prediction", "reflection")]
    closed = [replace(one, show_answers="never") for one in free]
    asked = [(one, list_responses(one)) for one in closed]
    assert _differ(asked, _ask_page(page, asked))[:5] == []


@pytest.mark.parametrize("kind", CLOSED)
def test_sealed_questions_are_judged_as_in_a_student_copy(page: Any, kind: str) -> None:
    """Right and wrong answers, by the site's own seal and by a student copy's: what Python says."""
    questions, replies = [], []
    for one in pick(kind):
        copy, attempts = seal_copy(one), list_attempts(one)
        verdicts = [plain({**vars(mark(copy, response))}) for response in attempts]
        assert {verdict["verdict"] for verdict in verdicts} == {'"right"', '"not quite"'}
        for told in (write_question(copy), write_question(replace(one, show_answers="never"))):
            questions.append([told["exercise"], attempts])
            replies.append(verdicts)
    judge = """async (asked) => JSON.stringify(await Promise.all(JSON.parse(asked).map(
      ([exercise, answers]) => Promise.all(answers.map((one) => unseal(exercise, one))))))"""
    assert plain(json.loads(page.evaluate(judge, json.dumps(questions)))) == replies


def test_cells_of_the_grid_are_those_of_python(page: Any) -> None:
    """3,000 numbers, halves among them, lie in the same cell, with a step and without."""
    draw = random.Random(5)
    steps = ("", "0.05", "0.01", "0.005", "0.2", "1", "2.5", "0.03")
    values = [round(draw.uniform(-1, 1) * 10 ** draw.randint(-6, 12), 4) for _ in range(2000)]
    values += [part * 0.5 for part in range(-500, 500)]
    asked = [(value, draw.choice(steps)) for value in values]
    spell = "(asked) => asked.map(([value, step]) => spellNumber(value, step))"
    assert page.evaluate(spell, asked) == [spell_number(*one) for one in asked]
