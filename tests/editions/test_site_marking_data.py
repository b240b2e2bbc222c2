"""What a page of the site is told of a question: enough to mark it, and no answer kept back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from student_course import close_questions, copy_course

from swteach import journal
from swteach.editions.items import read_sheets
from swteach.editions.leaks import find_leaks
from swteach.editions.sealing import list_replies, list_secrets, say_number
from swteach.editions.site_build import build
from swteach.editions.site_marking import write_question
from swteach.exercises import Exercise, Numeric, Reflection, find_right_response
from swteach.exercises.seal import TURNS, digest, spell
from swteach.exercises.showing import make_widget

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"choice", "several", "numeric", "order", "match", "verdict", "prediction", "reflection"}


@pytest.fixture(scope="module")
def every() -> list[Exercise]:
    """Return every question of the course."""
    return [one for sheet in read_sheets(ROOT) for one in sheet.exercises]


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' answers out of any reader's journal."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))


def _read(one: Exercise) -> dict[str, Any]:
    """Return what a page reads; JSON has no NaN."""
    return json.loads(json.dumps(write_question(one), allow_nan=False))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def test_every_question_is_told_with_all_replies(every: list[Exercise]) -> None:
    """Questions of all types are there, and each text that is said to an answer stands in them."""
    assert {one.type for one in every} == KINDS
    for one in every:
        texts = {*_texts(_read(one))}
        assert {*list_replies(one)} <= texts, one.id
        assert one.stem in texts, one.id


def test_nothing_is_told_of_a_question_whose_answer_is_kept_back(every: list[Exercise]) -> None:
    """Set to never, a question has none of its replies, its number, or a mark at what is right."""
    for one in every:
        told = _read(replace(one, show_answers="never"))
        shown = {one.stem, *_texts(told["traits"])}
        texts = {*_texts(told)}
        assert not ({*list_replies(one)} - shown) & texts, one.id
        assert getattr(one, "model", "") not in texts - {""}, one.id
        names = json.dumps(told["exercise"])
        words = ("correct", "feedback", "reveal", "mixed", "notes", "slips", "answer", "evidence")
        assert not [word for word in words if f'"{word}":' in names], one.id
        assert not isinstance(one, Numeric) or say_number(one) not in names.split('"'), one.id


def test_right_answers_that_are_kept_back_are_sealed(every: list[Exercise]) -> None:
    """The seal of each type fits its right answer, is the same each time, and has its own salt."""
    closed = [replace(one, show_answers="never") for one in _two_of_each(every)]
    seals = [_read(one)["exercise"]["seal"] for one in closed]
    assert len(closed) == 2 * len(KINDS - {"prediction", "reflection"})
    assert seals == [_read(one)["exercise"]["seal"] for one in closed]
    assert len({seal["salt"] for seal in seals}) == len(closed)
    for one, seal in zip(closed, seals, strict=True):
        spelt = spell(one, find_right_response(one), seal["step"])
        assert digest(seal["salt"], spelt[0]) in seal["right"], one.id
        assert seal["turns"] == TURNS


def _two_of_each(every: list[Exercise]) -> list[Exercise]:
    judged = [one for one in every if find_right_response(one) is not None]
    return [one for kind in KINDS for one in [each for each in judged if each.type == kind][-2:]]


def test_reflections_keep_their_model_back(every: list[Exercise]) -> None:
    """What a tutor hopes to read is told of no reflection, whatever its rule."""
    models = [one for one in every if isinstance(one, Reflection) and one.model]
    assert len(models) > 10
    assert not [one.id for one in models if one.model in {*_texts(_read(one))}]


def test_a_builders_own_journal_is_not_told(every: list[Exercise]) -> None:
    """What whoever builds the site answered in a notebook is nobody's answer in its pages."""
    one = next(one for one in every if one.type == "choice")
    before = _read(one)
    make_widget(one).answer(0)
    assert journal.history(one.id)
    assert _read(one) == before
    assert before["traits"]["given"] is None
    assert before["traits"]["reply"] == {}


def test_no_file_of_the_site_holds_what_is_kept_back(tmp_path: Path) -> None:
    """The whole site, nearly all questions set to never: no reply in any page or script."""
    course, out = tmp_path / "course", tmp_path / "out"
    for folder in (course, out):
        folder.mkdir()
    build(close_questions(copy_course(course)), out)
    closed = [one for sheet in read_sheets(course) for one in sheet.exercises]
    secrets = {one.id: list_secrets(one) for one in closed}
    told = [path for path in out.glob("0*.html") if _copy_data(path)]
    assert len(told) == 10 and len([texts for texts in secrets.values() if texts]) > 180
    assert find_leaks(out, secrets) == []


def _copy_data(path: Path) -> dict[str, Any]:
    """Put what a page's script is told beside the page, where its texts are read as such."""
    [text] = re.findall(
        r'(?s)<script type="application/json"[^>]*>(.*?)</script>', path.read_text()
    )
    path.with_suffix(".json").write_text(text)
    return json.loads(text)["questions"]
