"""The reflection, which is saved while it is written."""

from __future__ import annotations

from pathlib import Path

from question_cases import EXERCISES, WROTE, show

from swteach import journal
from swteach.exercises.showing import make_widget
from swteach.widgets.reflection import OPEN_BEFORE

ONE = EXERCISES["reflection"]


def _type(question, text: str, private: bool = False, turn: int = 1) -> dict:
    answer = {"text": text, "private": private}
    question._handle_custom_msg({"do": "save", "answer": answer, "turn": turn}, [])
    return question.saved


def test_typing_is_kept_as_one_draft() -> None:
    """An hour of typing leaves one entry, which what was finished replaces."""
    question = show("reflection")
    for end in range(10, len(WROTE), 40):
        saved = _type(question, WROTE[:end], turn=end)
        assert saved == {"turn": end, "saved": True, "message": "Saved in your journal."}
    assert [entry.draft for entry in journal.history(ONE.id)] == [True]
    question.answer({"text": WROTE, "private": False})
    assert [(e.draft, e.value) for e in journal.history(ONE.id)] == [(False, WROTE)]


def test_typing_comes_back_without_a_reply() -> None:
    """After a restart the words are there, private as they were, and nobody has judged them."""
    _type(show("reflection"), "Half a thought", private=True)
    again = show("reflection")
    assert again.given == {"text": "Half a thought", "private": True}
    assert again.reply == {}


def test_deleted_words_stay_deleted_on_the_page() -> None:
    """What was taken out does not come back into the field; the journal still has it."""
    _type(show("reflection"), "One thought. Another.")
    _type(show("reflection"), "")
    assert show("reflection").given["text"] == ""
    assert [e.value for e in journal.history(ONE.id)] == ["One thought. Another.", ""]


def test_only_its_length_is_told() -> None:
    """What is said counts words, whatever they say; the model for tutors is told to nobody."""
    model = "What a tutor hopes to read."
    reply = make_widget(type(ONE)(**{**vars(ONE), "model": model})).answer(
        {"text": "No. " * 40, "private": True}
    )
    assert reply["verdict"] == "complete"
    assert reply["text"].startswith("Complete: 40 words; about 80 are asked for.")
    assert model not in str(reply)


def test_private_is_kept_and_what_was_open_before_is_said() -> None:
    """The box decides where an export puts it; words saved before it was ticked are named."""
    question = show("reflection")
    _type(question, "Open words")
    assert _type(question, "Open words and more", private=True)["message"] == OPEN_BEFORE
    assert [entry.private for entry in journal.history(ONE.id)] == [False, True]


def test_what_was_private_from_the_start_needs_no_words() -> None:
    """Nobody is warned of something that did not happen."""
    assert _type(show("reflection"), "Mine", private=True)["message"] == "Saved in your journal."


def test_a_failed_save_of_typing_is_said(own_journal: Path) -> None:
    """Where the disk refuses, the words say so, and the widget has what was typed."""
    question = show("reflection")
    own_journal.rmdir()
    own_journal.write_text("in the way")
    saved = _type(question, "Half a thought")
    assert saved["saved"] is False
    assert saved["message"].startswith("Not saved:")
    assert question.given["text"] == "Half a thought"


def test_odd_typing_is_not_kept() -> None:
    """A message without text changes nothing."""
    question = show("reflection")
    for answer in (None, "text", {}, {"text": 5}, {"private": True}):
        question._handle_custom_msg({"do": "save", "answer": answer}, [])
    assert (question.saved, journal.history(ONE.id)) == ({}, [])
