"""The optional tasks: every model answer is run, and gives what the course says it gives."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

import swteach as sw
from swteach.challenge_file import Challenge, challenge_problems, end_sentence, load_challenges
from swteach.course import load_course
from swteach.datapackage import find_data

NUMBERS = [one.number for one in load_course().notebooks if one.number]
ALL = [(number, one) for number in NUMBERS for one in load_challenges(number)]


def run(challenge: Challenge) -> object:
    """Run an answer as a student would, and return the value of its last line."""
    body = ast.parse(challenge.answer).body
    last = body.pop()
    names = {"sw": sw, "pd": pd, "alt": alt}
    exec(compile(ast.Module(body, []), challenge.id, "exec"), names)
    return eval(compile(ast.Expression(last.value), challenge.id, "eval"), names)


@pytest.mark.parametrize(("number", "challenge"), ALL, ids=lambda one: getattr(one, "id", ""))
def test_the_model_answer_gives_what_is_said(number: int, challenge: Challenge):
    """The answer runs on the course's tables, and its value is the one written beside it."""
    value = run(challenge)
    if isinstance(challenge.gives, str):
        assert str(value) == challenge.gives
    else:
        assert float(value) == pytest.approx(challenge.gives, abs=1e-9)


@pytest.mark.parametrize("number", NUMBERS)
def test_each_notebook_has_three(number: int):
    """Three tasks a notebook, their ids its own, and the answer folded away on the page."""
    found = load_challenges(number)
    assert len(found) == 3 and all(one.id.startswith(f"n{number}-ch-") for one in found)
    page = sw.challenges(number)
    assert page.html.count("<details>") == 6 and "sw.load" not in str(page)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gives:", "givs:", '"gives"'),
        ("    hint:", "    hunt:", '"hint"'),
        ("    answer: |\n", "    answer: |\n      )\n", "not Python"),
        ("    answer: |\n", "    answer: |\n      return 1\n", "not Python"),
        ("\nchallenges:\n", "\nchallenges: 5\nold:\n", '"challenges" must be a list, not 5.'),
        ("\nchallenges:\n", "\nchallenges:\n  - x\n", 'number 1 of "challenges" must have fields'),
        ("notebook: 7", "notebook: 6", "name of the file"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str):
    """A misspelt field, broken code and a wrong number are each found."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    path = folder / "challenges" / "07.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = challenge_problems(folder)
    assert any(said in str(found) for found in problems), problems
    assert {found.file for found in problems} == {"challenges/07.yaml"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("total = 1", "gives no value"),
        ("# nothing", "gives no value"),
        ("(" * 10_000, "not Python"),
        ("x\n" * 20, "has 20 lines"),
    ],
)
def test_an_answer_that_gives_nothing_is_refused(tmp_path: Path, answer: str, said: str):
    """The last line is what the page says it gives, so it must be a value."""
    path = tmp_path / "challenges" / "07.yaml"
    path.parent.mkdir()
    fields = {"id": "n7-ch-1", "title": "A", "task": "B", "hint": "C", "gives": 1}
    content = {"notebook": 7, "challenges": [{**fields, "answer": answer}]}
    path.write_text(json.dumps(content), encoding="utf-8")
    problems = challenge_problems(tmp_path)
    assert len(problems) == 1 and said in str(problems[0])


def test_a_notebook_without_challenges_says_so():
    """Asking for those of a notebook that has none gives the file that is missing."""
    with pytest.raises(ValueError, match=r"99\.yaml"):
        sw.challenges(99)
    for odd in ("7", None):
        with pytest.raises(ValueError, match="Give its number, such as 7"):
            sw.challenges(odd)


def test_no_full_stop_follows_a_question_mark():
    """A title that ends in a mark of its own gets no second one, on the page or in plain text."""
    marks = ("Who?", "Look!", "“Who?”", "Count", "Count “all”", "Count.")
    ends = ["Who?", "Look!", "“Who?”", "Count.", "Count “all”.", "Count."]
    assert [end_sentence(title) for title in marks] == ends
    for number in NUMBERS:
        page = sw.challenges(number)
        assert not any(slip in page.html + page.text for slip in ("?.", "!.", "?”."))
