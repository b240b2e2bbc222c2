"""The reflection, which is saved while it is written."""

from __future__ import annotations

from pathlib import Path

from question_cases import EXERCISES, WROTE, show

from swteach import journal
from swteach.exercises import load_exercises
from swteach.exercises.showing import make_widget
from swteach.journal.privacy import TICKS_ID, TICKS_KIND, find_private
from swteach.widgets.reflection import HELD, NOW_OPEN, NOW_PRIVATE

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


def _private() -> set[str]:
    held = journal.open_journal().pages
    return {held.entries[key].value for key in find_private(held)}


def test_a_later_tick_makes_earlier_words_private_too() -> None:
    """The words saved before the box was ticked are private with the rest, and that is said."""
    question = show("reflection")
    _type(question, "Open words")
    assert _private() == set()
    assert _type(question, "Open words and more", private=True)["message"] == NOW_PRIVATE
    assert _private() == {"Open words", "Open words and more"}
    assert show("reflection").given["private"] is True


def test_a_tick_taken_away_opens_what_comes_after() -> None:
    """What was private stays so, and that is said."""
    question = show("reflection")
    _type(question, "Mine", private=True)
    assert _type(question, "For all")["message"] == NOW_OPEN
    assert _private() == {"Mine"}


def test_a_tick_on_the_journals_page_holds_here_too() -> None:
    """The box shows it, and an open save says why the words stay private."""
    question = show("reflection")
    _type(question, "Mine")
    tick = {f"{ONE.id}: reflection": True}
    journal.record(TICKS_KIND, TICKS_ID, tick, private=True)
    assert show("reflection").given == {"text": "Mine", "private": True}
    assert _type(question, "Mine still")["message"] == HELD
    assert _private() == {"Mine still"}


def test_a_reflection_is_open_unless_its_question_says_private() -> None:
    """The box is ticked at first where the file says so, as for the one on being out of place."""
    asked = [one for number in range(10) for one in load_exercises(number)]
    private = {one.id for one in asked if one.type == "reflection" and make_widget(one).private}
    assert private == {one.id for one in asked if getattr(one, "private", False)}
    assert "n8-ref-1" in private and "n1-ref-1" not in private


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


def test_what_came_of_a_damaged_journal_is_said_once(own_journal: Path) -> None:
    """The first widget shows it on the page; one met while typing goes with the save."""
    (own_journal / "journal.json").write_text("Dear diary")
    first, second = show("reflection"), show("reflection")
    assert "It was not thrown away" in first.notices[0] and second.notices == []
    (own_journal / "journal.json").write_text("Dear diary, again")
    assert "It was not thrown away" in _type(first, "On I write")["message"]


def test_odd_typing_is_not_kept() -> None:
    """A message without text changes nothing."""
    question = show("reflection")
    for answer in (None, "text", {}, {"text": 5}, {"private": True}):
        question._handle_custom_msg({"do": "save", "answer": answer}, [])
    assert (question.saved, journal.history(ONE.id)) == ({}, [])
