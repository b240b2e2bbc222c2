"""The prediction, which is made once."""

from __future__ import annotations

from question_cases import EXERCISES, show

from swteach import journal
from swteach.exercises.showing import make_widget

FIRST = {"answer": 1, "confidence": 3}
SECOND = {"answer": 0, "confidence": 5}


def test_the_first_prediction_stands() -> None:
    """A second attempt is given the first one's reply and is not recorded."""
    question = show("prediction")
    first = question.answer(FIRST, turn=1)
    second = question.answer(SECOND, turn=2)
    assert second == {**first, "turn": 2}
    assert question.given == FIRST
    assert len(journal.history(question.exercise_id)) == 1


def test_the_first_prediction_comes_back() -> None:
    """Where two journals were joined, the earlier prediction is the one that comes back."""
    one = EXERCISES["prediction"]
    for option, sure in ((2, 2), (0, 5)):
        value = {"answer": one.options[option], "how sure, from 1 to 5": sure}
        journal.record("prediction", one.id, value)
    assert make_widget(one).given == {"answer": 2, "confidence": 2}


def test_a_prediction_needs_its_confidence() -> None:
    """Without it the reveal is not told."""
    question = show("prediction")
    reply = question.answer({"answer": 1, "confidence": None})
    assert (reply["verdict"], reply["text"]) == ("no answer", "Say how sure you are, from 1 to 5.")


def test_a_choice_that_predicts_is_kept_as_a_prediction() -> None:
    """The journal calls it so, and it comes back."""
    from question_cases import find

    one = find("n3-mcq-1")
    predicted = make_widget(type(one)(**{**vars(one), "predict": True}))
    predicted.answer(2)
    assert journal.latest(one.id, "prediction").value == one.options[2].text
