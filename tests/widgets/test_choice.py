"""The choice question, without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from swteach.exercises import load_exercises
from swteach.widgets.choice import NOTED, ChoiceQuestion

CHOICES = [choice for notebook in (0, 3) for choice in load_exercises(notebook)]


def _state(question: ChoiceQuestion) -> str:
    state = question.get_state()
    return json.dumps({key: state[key] for key in state if not isinstance(state[key], bytes)})


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.id)
def test_state_holds_no_answer_before_an_attempt(choice) -> None:
    """Neither a feedback nor a mark of the right option is in what the page is given."""
    question = ChoiceQuestion(choice)
    told = _state(question) + question.plain_text()
    assert [option.feedback for option in choice.options if option.feedback in told] == []
    assert question.reply == {}
    assert "correct" not in told.replace(question._esm, "")


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.id)
def test_each_option_is_answered_with_its_own_feedback(choice) -> None:
    """A message from the page brings that option's verdict and feedback, and the page's turn."""
    question = ChoiceQuestion(choice)
    for place, option in enumerate(choice.options):
        question._handle_custom_msg({"option": place, "turn": place + 7}, [])
        verdict = "right" if option.correct else "not quite"
        assert question.reply == {
            "option": place,
            "turn": place + 7,
            "verdict": verdict,
            "text": option.feedback,
        }
        assert question.chosen == place


@pytest.mark.parametrize("content", [{}, {"option": 99}, {"option": -1}, {"option": "1"}])
def test_odd_messages_change_nothing(content: dict) -> None:
    """A message that names no option of the question is not answered."""
    question = ChoiceQuestion(CHOICES[0])
    question._handle_custom_msg(content, [])
    assert (question.reply, question.chosen) == ({}, None)


def test_never_shows_no_answer() -> None:
    """With show_answers never, an attempt is noted and nothing about it is told."""
    question = ChoiceQuestion(replace(CHOICES[1], show_answers="never"))
    assert question.answer(1)["verdict"] == "noted"
    assert question.reply["text"] == NOTED


def test_always_shows_the_answer_at_once() -> None:
    """With show_answers always, the right option and its feedback are there from the start."""
    question = ChoiceQuestion(replace(CHOICES[1], show_answers="always"))
    right = next(option for option in CHOICES[1].options if option.correct)
    assert question.reply["text"] == right.feedback


def test_text_form_is_plain_and_stable() -> None:
    """Two runs give the same words: the question, its options, what to do; no memory address."""
    first, second = (ChoiceQuestion(CHOICES[0])._repr_mimebundle_()[0] for _ in range(2))
    assert first["text/plain"] == second["text/plain"]
    assert first["text/plain"].startswith("A practice question.")
    assert "\nC. To give you a mark\n" in first["text/plain"]
    assert first["text/plain"].endswith(
        "Run this cell to answer. In the menu: Run, then Run All Cells."
    )
    assert not re.search(r"0x[0-9a-f]{6,}", first["text/plain"])
    assert first["application/vnd.jupyter.widget-view+json"]["model_id"]


def test_script_needs_no_network() -> None:
    """The script is one module: nothing is imported, fetched or loaded from an address."""
    script = ChoiceQuestion(CHOICES[0])._esm + ChoiceQuestion(CHOICES[0])._css
    assert not re.search(r"^\s*import |import\(|fetch\(|@import|url\(|https?://", script, re.M)
