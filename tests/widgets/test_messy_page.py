"""The messy page: what a line was is told once all are marked, without a browser."""

from __future__ import annotations

import json

import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.messy_page_file import load_messy_page
from swteach.widgets.messy_page import AUTHOR, BACK, CLUTTER, ID, KIND, MARKS, messy_page

PAGE = load_messy_page()
RIGHT = [AUTHOR if line.author else CLUTTER for line in PAGE.lines]
ALL = len(RIGHT)
BODY = RIGHT.count(AUTHOR)


def _find_secrets() -> list[str]:
    texts = [line.reason for line in PAGE.lines] + [PAGE.host.wants, PAGE.host.fair]
    return [json.dumps(text)[1:-1] for text in texts]


def test_nothing_is_told_before_every_line_is_marked() -> None:
    """No reason, no kind and not the host's wish is in state or plain words until all is marked."""
    tool = messy_page()
    view = send(tool, do="show", marks=[*RIGHT[:5], "", *RIGHT[6:-1], ""])
    assert view["sentence"][0] == f"Not marked yet: line 6, {ALL}." and view["found"] is None
    given = told(tool) + json.dumps(tool.plain_text())
    assert [secret for secret in _find_secrets() if secret in given] == []
    assert not any(f'"{line.kind}"' in given for line in PAGE.lines)
    send(tool, do="show", marks=RIGHT)
    assert [secret for secret in _find_secrets() if secret not in told(tool)] == []


def test_each_line_says_what_it_was_and_why() -> None:
    """Below each line stand the student's mark, the course's, the kind of clutter and why."""
    marks = [AUTHOR] * ALL
    found = send(messy_page(), do="show", marks=marks)["found"]
    for line, said in zip(PAGE.lines, found["lines"], strict=True):
        right = AUTHOR if line.author else f"{CLUTTER}, {line.kind}"
        assert said == f"You: {AUTHOR}. The course: {right}. {line.reason}"
    assert found["counts"][:3] == [
        f"All lines: {BODY} of {ALL} as the course has them.",
        f"The author's words: {BODY} of {BODY} as the course has them.",
        f"Clutter: 0 of {ALL - BODY} as the course has them.",
    ]
    assert found["host"]["said"] == [PAGE.host.wants, PAGE.host.fair]


def test_marks_are_kept_and_come_back() -> None:
    """Marks are kept as they are made, in words; a new form has them, and the answers if due."""
    tool = messy_page()
    send(tool, marks=[*RIGHT[:2], *[""] * (ALL - 2)])
    send(tool, marks=[*RIGHT[:3], *[""] * (ALL - 3)])
    (entry,) = journal.history(ID, KIND)
    assert entry.draft and entry.value.splitlines()[0] == f"{CLUTTER}: {PAGE.lines[0].text}"
    assert messy_page().view["marks"][:4] == [*RIGHT[:3], ""]
    assert messy_page().view["found"] is None
    first = [CLUTTER] * ALL
    send(tool, do="show", marks=first)
    view = send(tool, do="show", marks=RIGHT)
    assert view["sentence"][0] == f"Your marks: {ALL} of {ALL} as the course has them."
    before = f"Before you saw the answers: {ALL - BODY} of {ALL} as the course has them."
    assert before in view["found"]["counts"]
    assert messy_page().view["found"] == view["found"]


def test_a_whole_page_of_marks_shows_no_answer_before_it_is_asked_for() -> None:
    """All lines marked, and the cell run again: the answers still wait for the button."""
    send(messy_page(), marks=RIGHT)
    again = messy_page()
    assert again.view["marks"] == RIGHT and again.view["found"] is None


@pytest.mark.parametrize("marks", [5, ["x"] * 3, [[]], {"a": 1}, [AUTHOR] * 99])
def test_odd_messages_do_no_harm(marks: object) -> None:
    """What is no list of marks leaves the marks as they were; too many are cut off."""
    view = send(messy_page(), marks=marks)
    assert len(view["marks"]) == ALL and set(view["marks"]) <= {"", AUTHOR}
    assert view["found"] is None


def test_failed_save_is_said(own_journal) -> None:
    """Where the journal cannot be written, the answers still come and the page says so."""
    own_journal.rmdir()
    own_journal.write_text("in the way")
    tool = messy_page()
    view = send(tool, do="show", marks=RIGHT)
    assert view["trouble"].startswith("Not saved: ") and view["found"]
    view = send(tool)
    assert view["unsaved"] and not view["trouble"]  # the page keeps a copy for as long


def test_what_the_page_kept_comes_back_and_is_said_so() -> None:
    """Marks made while Python was away are taken in, and show no answer before it is asked for."""
    view = send(messy_page(), do="back", marks=RIGHT)
    assert view["sentence"] == [BACK] and view["found"] is None and not view["unsaved"]
    assert messy_page().view["marks"] == RIGHT


def test_plain_words_are_the_page() -> None:
    """Without the widget a reader has every line, numbered, and the two marks; no address."""
    tool = messy_page()
    words = tool.plain_text()
    assert all(f"{n}. {line.text}" in words for n, line in enumerate(PAGE.lines, 1))
    assert " / ".join(MARKS) in words
    assert "0x" not in tool._repr_mimebundle_()[0]["text/plain"]
    assert needs_network(tool) == []
