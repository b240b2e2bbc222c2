"""An exercise file for students: what goes, what stays, and that it is the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from swteach.editions.sealing import list_secrets, seal_file
from swteach.exercises import load_exercises
from swteach.yamlfile import read_yaml

DATA = Path(__file__).resolve().parents[2] / "data" / "exercises"
PATH = DATA / "07_more_investigations_less_help.yaml"


@pytest.fixture(scope="module")
def sealed() -> str:
    return seal_file(read_yaml(PATH), load_exercises(7))


def test_questions_whose_answers_are_shown_stay_as_they_are(sealed: str) -> None:
    """Every field of an open question is the same, and in the same order."""
    before = {item["id"]: item for item in read_yaml(PATH)["exercises"]}
    after = {item["id"]: item for item in yaml.safe_load(sealed)["exercises"]}
    assert list(before) == list(after)
    same = [name for name in before if before[name] == after[name]]
    assert len(same) >= len(before) - 4 and "n7-num-1" in same


def test_a_reflection_loses_its_model_and_nothing_else(sealed: str) -> None:
    """What goes to tutors only is gone; how many words are asked for stays."""
    before = next(item for item in read_yaml(PATH)["exercises"] if item["id"] == "n7-ref-2")
    after = next(item for item in yaml.safe_load(sealed)["exercises"] if item["id"] == "n7-ref-2")
    assert {key for key in before if key not in after} == {"model"}


def test_the_same_file_each_time(sealed: str) -> None:
    """Sealing again gives the same text: salts come from the questions, not from chance."""
    assert seal_file(read_yaml(PATH), load_exercises(7)) == sealed


def test_secrets_of_a_question_are_every_reply_to_it() -> None:
    """A question set to never has all its replies as secrets; an open one has none."""
    known = {one.id: one for one in load_exercises(7)}
    assert list_secrets(known["n7-ref-2"]) == [known["n7-ref-2"].model]
    assert list_secrets(known["n7-num-1"]) == []
