"""The briefing builder's steps, its journal and its files, without a browser."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.briefing_file import load_plan
from swteach.claim_record import find_tests
from swteach.widgets.briefing import BACK, NO_QUESTION, TEMPLATE, Briefing, briefing
from swteach.widgets.claim_checker import claim_checker

CLAIM = "jones-2025-lswg-briefing-c14"
HALF = f"claim-{CLAIM}-supports"
VERDICT = f"claim-{CLAIM}-verdict"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Briefing:
    """A builder whose question is the first; what it sends is in ``sent``."""
    made = briefing()
    made.sent = []
    keep = lambda content, buffers=(): made.sent.append((content, buffers))  # noqa: E731
    monkeypatch.setattr(made, "send", keep)
    send(made, do="topic", value="homes")
    return made


def _type(tool: Briefing, **more) -> dict:
    texts = more.pop("texts")
    return send(tool, do=more.pop("do", "typing"), topic="homes", texts=texts, **more)


def _export(tool: Briefing, form: str, **more) -> tuple[str, bytes]:
    tool.sent.clear()
    send(tool, do="export", form=form, **more)
    content, buffers = next(one for one in tool.sent if "file" in one[0])
    return content["file"], buffers[0]


def test_nothing_of_the_student_is_in_state_or_plain_words(tool: Briefing) -> None:
    """Words, choices and readings are in no trait and not in the notebook's text."""
    journal.record("barometer", "barometer-n1", {"inspection": "strongly for"})
    journal.record("barometer", "barometer-n9", {"inspection": "strongly against"})
    send(tool, do="choose", field="slot-agree", value=CLAIM)
    _type(tool, texts={HALF: "zebra words", "account": "zebra account"})
    view = send(tool, do="look")
    assert view["readings"]["table"]["rows"][1][1:3] == ["strongly for", "strongly against"]
    assert "zebra" in json.dumps(view)
    given = told(tool) + tool.plain_text()
    assert [word for word in ("zebra", "strongly") if word in given] == []
    assert tool.plain_text() == briefing().plain_text()
    assert needs_network(tool) == []


def test_no_record_is_given_before_a_verdict(tool: Briefing) -> None:
    """The record of a claim comes with the verdict, not with the choice; nor is it in the state."""
    send(tool, do="choose", field="slot-agree", value=CLAIM)
    halves = [test.does_not_settle for test in find_tests(CLAIM)]
    assert [half for half in halves if half in json.dumps(tool.view) + told(tool)] == []
    view = send(tool, do="choose", field=VERDICT, value="contradicts")
    assert view["sentence"][0] == "Your verdict: the record contradicts it."
    assert len(view["slots"][4]["record"]["tests"]) == len(halves)
    assert [half for half in halves if half in told(tool)] == []


def test_earlier_answers_open_the_record(tool: Briefing) -> None:
    """What was said of a claim in an earlier notebook is shown, with the record it had opened."""
    turn = {"do": "check", "mark": "partly", "sure": 4, "turn": 1}
    claim_checker([CLAIM])._handle_custom_msg(turn, [])
    slot = send(tool, do="choose", field="slot-agree", value=CLAIM)["slots"][4]
    assert slot["said"][0].endswith("It supports part of it, sure 4 of 5.")
    assert slot["record"]["tests"] and slot["verdict"] == ""


def test_everything_comes_back(tool: Briefing) -> None:
    """Question, choices and words are there on another day; a second question starts empty."""
    send(tool, do="choose", field="slot-agree", value=CLAIM)
    send(tool, do="choose", field=VERDICT, value="partly")
    send(tool, do="choose", field="place-chart-2", value="provider")
    _type(tool, texts={HALF: "half", "caption-provider": "caption", "part-not-known": "gap"})
    again = briefing().view
    assert again["topic"] == "homes"
    slot, place = again["slots"][4], again["places"][1]
    assert (slot["claim"], slot["verdict"], slot["fields"][0]["text"]) == (CLAIM, "partly", "half")
    assert (place["chart"], place["fields"][0]["text"]) == ("provider", "caption")
    assert again["parts"][2]["fields"][0]["text"] == "gap"
    other = send(tool, do="topic", value="grade")
    assert not [one for one in other["slots"] if one["claim"]]
    assert send(tool, do="topic", value="homes")["slots"][4]["claim"] == CLAIM


def test_typing_gets_a_short_answer_unless_more_is_due(tool: Briefing) -> None:
    """While a student types only counts come back; all comes where the page waits for it."""
    light = _type(tool, texts={"part-not-known": "one two"})
    assert "slots" not in light and light["total"].startswith("Your briefing has 2 words of about")
    assert "slots" in _type(tool, texts={}, full=True)


def test_leaving_a_box_settles_its_words(tool: Briefing) -> None:
    """Typing is a draft; once the box is left its words stand, whatever is typed later."""
    for text, more in (("They", {}), ("They say", {}), ("They say", {"left": "part-first-case"})):
        _type(tool, texts={"part-first-case": text}, **more)
    _type(tool, texts={"part-first-case": "Others"})
    entries = journal.history("briefing-homes-part-first-case")
    assert [(one.value, one.draft) for one in entries] == [("They say", False), ("Others", True)]


def test_words_of_another_question_are_kept_with_it(tool: Briefing) -> None:
    """Words that come back after Python stopped go to the question they were written for."""
    send(tool, do="topic", value="grade")
    view = _type(tool, do="back", texts={"part-not-known": "about homes"})
    assert view["sentence"] == [BACK] and view["topic"] == "grade"
    assert view["parts"][2]["fields"][0]["text"] == ""
    back = send(tool, do="topic", value="homes")
    assert back["parts"][2]["fields"][0]["text"] == "about homes"


@pytest.mark.parametrize("form", ["html", "docx", "md"])
def test_export_is_one_file_complete_or_not(tool: Briefing, form: str) -> None:
    """At any time a file comes, named by question and day, with the words and what is missing."""
    _type(tool, texts={"part-not-known": "nobody counts it", "account": "zebra"})
    name, data = _export(tool, form)
    assert name.startswith("briefing-homes-") and name.endswith(f".{form}")
    text = _read(data, form)
    assert "nobody counts it" in text and "zebra" not in text
    assert "Claim 1 is not chosen yet" in text
    assert tool.view["sentence"][1].startswith("The list below says what is still missing: ")
    assert "zebra" in _read(_export(tool, form, account=True)[1], form)


def _read(data: bytes, form: str) -> str:
    if form != "docx":
        return data.decode()
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def test_template_is_there_without_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """The empty form can be taken away before anything is chosen; a briefing cannot."""
    made, sent = briefing(), []
    monkeypatch.setattr(made, "send", lambda content, buffers=(): sent.append((content, buffers)))
    assert send(made, do="export", form="md")["sentence"] == [NO_QUESTION]
    send(made, do="template")
    content, buffers = next(one for one in sent if "file" in one[0])
    assert content["file"] == TEMPLATE and b"# A fair briefing" in buffers[0]


def test_files_can_be_written_without_the_page(tool: Briefing, own_journal: Path) -> None:
    """The same files are written beside the notebook by name; a failure is said in words."""
    _type(tool, texts={"part-not-known": "nobody counts it"})
    outcome = briefing().export("md")
    assert outcome and "nobody counts it" in outcome.path.read_text("utf-8")
    assert briefing().template().path.name == TEMPLATE
    with pytest.raises(ValueError, match="Choose one of: html, docx, md"):
        briefing().export("pdf")
    for path in own_journal.iterdir():
        path.unlink()
    own_journal.rmdir()
    failed = tool.export("md")
    assert not failed and failed.message.startswith("Not written: the folder ")


def test_failed_save_is_said_and_words_stay(tool: Briefing, own_journal: Path) -> None:
    """Where the journal cannot be written the page says so, and the words stay in the briefing."""
    for path in own_journal.iterdir():
        path.unlink()
    own_journal.rmdir()
    own_journal.write_text("in the way")
    view = _type(tool, texts={"part-not-known": "still here"}, full=True)
    assert view["trouble"].startswith("Not saved: ")
    assert view["parts"][2]["fields"][0]["text"] == "still here"
    assert b"still here" in _export(tool, "md")[1]
    view = send(tool, do="look")
    assert view["unsaved"] and not view["trouble"]  # the page keeps a copy for as long
    own_journal.unlink()
    assert not _type(tool, texts={"part-not-known": "still here, and more"})["unsaved"]


@pytest.mark.parametrize(
    "content",
    [
        {"do": "choose", "field": "slot-agree", "value": "no-such-claim"},
        {"do": "choose", "field": "slot-agree", "value": "bee-2015-agency-c01"},
        {"do": "choose", "field": "place-chart-1", "value": "caseload"},
        {"do": "choose", "field": VERDICT, "value": "surely"},
        {"do": "choose", "field": "part-not-known", "value": "x"},
        {"do": "choose", "field": [], "value": {}},
        {"do": "typing", "topic": "homes", "texts": {"slot-agree": CLAIM, "odd": "x"}},
        {"do": "typing", "topic": "homes", "texts": {"part-not-known": 5}},
        {"do": "typing", "topic": [], "texts": "x"},
        {"do": "export", "form": "exe"},
        {"do": []},
    ],
)
def test_odd_messages_change_nothing(tool: Briefing, content: dict) -> None:
    """A message that the page does not send leaves journal and page as they were."""
    before = len(journal.open_journal().pages)
    send(tool, **content)
    assert len(journal.open_journal().pages) == before
    view = send(tool, do="look")
    assert not [one for one in view["slots"] if one["claim"]]


def test_a_whole_briefing_can_be_filled_in(tool: Briefing) -> None:
    """Whoever fills in each thing that the list names ends with nothing missing."""
    plan = load_plan()
    for slot, claim in zip(plan.slots, [*plan.topics[0].claims[:5], "outside-1"], strict=True):
        send(tool, do="choose", field=f"slot-{slot.id}", value=claim)
        send(tool, do="choose", field=f"claim-{claim}-verdict", value="cannot tell")
    for place, chart in zip(plan.charts, ("provider", "council_homes"), strict=True):
        send(tool, do="choose", field=f"place-{place.id}", value=chart)
    view = send(tool, do="look")
    boxes = [*view["slots"], *view["places"], *view["parts"], *view["sources"], view["account"]]
    ids = [field["id"] for box in boxes for field in box["fields"]]
    assert _type(tool, texts=dict.fromkeys(ids, "words"))["missing"] == []
