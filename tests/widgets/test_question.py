"""The questions of every type, without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from question_cases import EXERCISES, WRONG, find, right_response, secrets, show, state

from swteach import journal
from swteach.exercises import exercise_files, load_exercises, mark
from swteach.exercises.fields import TYPES
from swteach.exercises.replies import NOTED_WORDS
from swteach.exercises.showing import make_widget

MARKED = [kind for kind in EXERCISES if kind not in ("reflection", "prediction")]
KEPT = {
    "choice": EXERCISES["choice"].options[0].text,
    "several": [EXERCISES["several"].shown[0].text],
    "numeric": "60.4%",
    "verdict": {"answer": "cannot tell", "how sure, from 1 to 5": 2},
    "reflection": "Too few words.",
    "prediction": {"answer": EXERCISES["prediction"].options[0], "how sure, from 1 to 5": 4},
}


def _send(question, **content) -> None:
    question._handle_custom_msg(content, [])


def test_every_type_is_tested() -> None:
    """The cases have a question of each type."""
    assert {exercise.type for exercise in EXERCISES.values()} == set(TYPES)


@pytest.mark.parametrize("notebook", exercise_files())
def test_nothing_is_told_before_an_attempt(notebook: int) -> None:
    """Of every question of the course, no answer or reply is in the state or the plain words."""
    for exercise in load_exercises(notebook):
        question = make_widget(exercise)
        told = state(question) + json.dumps(question.plain_text())
        hidden = [json.dumps(text)[1:-1] for text in secrets(exercise)]
        asked = {json.dumps(text)[1:-1] for text in (exercise.stem, exercise.hint)}
        assert [text for text in hidden if text in told and text not in asked] == [], exercise.id
        assert (question.reply, question.given) == ({}, None)


@pytest.mark.parametrize("kind", EXERCISES)
def test_secrets_are_looked_for(kind: str) -> None:
    """The test above would find what an attempt brings."""
    hidden = secrets(EXERCISES[kind])
    question = show(kind)
    if kind != "reflection":  # of which nothing is ever told but how long it is
        question.answer(right_response(kind))
        assert any(json.dumps(text)[1:-1] in state(question) for text in hidden)


@pytest.mark.parametrize("kind", EXERCISES)
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_an_attempt_is_answered_as_it_is_marked(kind: str, right: bool) -> None:
    """A message from the page brings verdict, text and details of the marking, and its turn."""
    response = right_response(kind) if right else WRONG[kind]
    question = show(kind)
    _send(question, do="answer", answer=response, turn=7)
    marked = mark(EXERCISES[kind], response["text"] if kind == "reflection" else response)
    assert (question.reply["verdict"], question.reply["text"]) == (marked.verdict, marked.text)
    told = question.reply["details"]
    assert {name: told[name] for name in marked.details if name != "evidence"} == {
        name: marked.details[name] for name in marked.details if name != "evidence"
    }
    assert (question.reply["turn"], question.given) == (7, response)
    if kind in MARKED:
        assert question.reply["verdict"] == ("right" if right else "not quite")


@pytest.mark.parametrize("kind", EXERCISES)
@pytest.mark.parametrize("odd", [None, "", [], {}, [99], {"answer": 1}, True, "x" * 9])
def test_odd_answers_are_no_attempt(kind: str, odd: object) -> None:
    """What is no answer is said so; nothing is kept, and nothing else is told."""
    question = show(kind)
    _send(question, do="answer", answer=odd)
    assert question.reply["verdict"] == "no answer"
    assert [text for text in secrets(EXERCISES[kind]) if text in state(question)] == []
    assert (question.given, journal.history(question.exercise_id)) == (None, [])
    _send(question, do="dance")
    _send(question)


@pytest.mark.parametrize("kind", EXERCISES)
def test_an_answer_is_kept_in_words(kind: str) -> None:
    """The journal gets kind, id, a value that can be read without the course, and the question."""
    question = show(kind)
    question.answer(WRONG[kind])
    entry = journal.latest(question.exercise_id)
    assert entry.kind == (kind if kind in ("reflection", "prediction") else "answer")
    assert entry.prompt.startswith(EXERCISES[kind].stem)
    assert question.reply["saved"] is True
    assert entry.value == KEPT.get(kind, entry.value)


def test_places_are_kept_as_texts() -> None:
    """An order is kept as the texts in it, a match as what was chosen for each."""
    order, match = EXERCISES["order"], EXERCISES["match"]
    show("order").answer([4, 3, 2, 1, 0])
    assert journal.latest(order.id).value == list(order.shown)[::-1]
    show("match").answer([0, 1, 2, 3])
    assert journal.latest(match.id).value == dict(zip(match.lefts, match.shown, strict=False))


@pytest.mark.parametrize("kind", EXERCISES)
def test_an_answer_comes_back(kind: str) -> None:
    """A new widget, as after a restart, has the answer and its reply from the journal."""
    first = show(kind)
    first.answer(WRONG[kind])
    again = show(kind)
    assert again.given == WRONG[kind]
    told = ("verdict", "text", "details", "more")
    assert {name: again.reply[name] for name in told} == {name: first.reply[name] for name in told}
    assert len(journal.history(again.exercise_id)) == 1


@pytest.mark.parametrize("kind", EXERCISES)
@pytest.mark.parametrize("odd", [None, True, "", ["no"], {"answer": "no"}, [[]], {}])
def test_an_answer_to_another_wording_stays_in_the_journal(kind: str, odd: object) -> None:
    """Where the question has changed since, or the entry is odd, the widget starts empty."""
    exercise = EXERCISES[kind]
    entry_kind = kind if kind in ("reflection", "prediction") else "answer"
    journal.record(entry_kind, exercise.id, odd)
    question = make_widget(exercise)
    assert question.given in (None, {"text": "", "private": False})
    assert question.reply == {}


@pytest.mark.parametrize("kind", EXERCISES)
def test_a_failed_save_is_said(kind: str, own_journal: Path) -> None:
    """Where the disk refuses, the reply comes all the same, with what went wrong in words."""
    question = show(kind)
    own_journal.rmdir()
    own_journal.write_text("in the way")
    question.answer(WRONG[kind])
    assert question.reply["saved"] is False
    assert question.reply["message"].startswith("Not saved:")
    assert question.reply["text"]


@pytest.mark.parametrize("kind", MARKED)
def test_the_answer_is_shown_after_an_attempt(kind: str) -> None:
    """Asked for too early it is refused; after an attempt that is not right it is given."""
    question = show(kind)
    _send(question, do="show", turn=1)
    assert (question.reply["verdict"], question.reply["more"]) == ("no answer", False)
    assert question.answer(WRONG[kind])["more"] is True
    _send(question, do="show", turn=3)
    assert (question.reply["verdict"], question.reply["turn"]) == ("shown", 3)
    assert question.answer(right_response(kind))["more"] is False


@pytest.mark.parametrize("kind", MARKED)
def test_never_shows_no_answer(kind: str) -> None:
    """With show_answers never, an attempt is kept and noted, and nothing about it is told."""
    question = make_widget(replace(EXERCISES[kind], show_answers="never"))
    reply = question.answer(WRONG[kind])
    assert (reply["verdict"], reply["text"], reply["more"]) == ("noted", NOTED_WORDS, False)
    question.show()
    assert [text for text in secrets(EXERCISES[kind]) if text in state(question)] == []
    assert journal.latest(question.exercise_id)


@pytest.mark.parametrize("kind", MARKED)
def test_always_shows_the_answer_at_once(kind: str) -> None:
    """With show_answers always, the answer is there from the start, and nothing is recorded."""
    question = make_widget(replace(EXERCISES[kind], show_answers="always"))
    assert question.reply["verdict"] == "shown"
    assert journal.history(question.exercise_id) == []


@pytest.mark.parametrize("kind", EXERCISES)
def test_text_form_is_plain_and_stable(kind: str) -> None:
    """Two runs give the same words, answered or not: the question, no memory address."""
    first = show(kind)._repr_mimebundle_()[0]
    show(kind).answer(WRONG[kind])
    second = show(kind)._repr_mimebundle_()[0]
    words = first["text/plain"]
    assert words == second["text/plain"]
    assert words.startswith(EXERCISES[kind].stem)
    assert words.endswith("Run this cell to answer. In the menu: Run, then Run All Cells.")
    assert not re.search(r"0x[0-9a-f]{6,}", words)
    assert first["application/vnd.jupyter.widget-view+json"]["model_id"]


@pytest.mark.parametrize("kind", EXERCISES)
def test_scripts_need_no_network_and_write_no_html(kind: str) -> None:
    """The script is one module that loads nothing, and puts words in as text only."""
    code = show(kind)._esm + show(kind)._css
    assert not re.search(r"^\s*import |import\(|fetch\(|@import|url\(|https?://", code, re.M)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


@pytest.mark.parametrize("kind", EXERCISES)
def test_what_became_of_the_journal_is_said(kind: str, own_journal: Path) -> None:
    """A damaged file is told of beside the question; one met later goes with the reply, once."""
    path = own_journal / "journal.json"
    path.write_text("Dear diary")
    question = show(kind)
    assert "It was not thrown away" in question.notices[0]
    path.write_text("Dear diary, again")
    assert "It was not thrown away" in question.answer(WRONG[kind])["notices"][0]
    assert question.answer(WRONG[kind])["notices"] == []
    assert show(kind).notices == []


def test_units_are_in_prompt_and_plain_words() -> None:
    """A number is asked for, and kept, with its unit."""
    for one in ("n7-num-1", "n7-pred-1"):
        question = make_widget(find(one))
        assert f"Unit of the answer: {question.unit}." in question.plain_text()
        question.answer("5" if one == "n7-num-1" else {"answer": "5", "confidence": 1})
        assert f"Unit of the answer: {question.unit}." in journal.latest(one).prompt
